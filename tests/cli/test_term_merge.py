"""zhengming term merge: alone, and as git's merge driver in a real repository."""

from __future__ import annotations

import codecs
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]
    Git = Callable[..., subprocess.CompletedProcess[str]]

HEADER = "id,zh-Hans,en,note\n"
CONTROL = 'EC001,出口管制,"export control",\n'
EARTHS = "RE001,稀土,rare earths,\n"
BASE = HEADER + CONTROL + EARTHS
POWDER = "MP001,抛光粉,polishing powder,\n"
LIST = "MP002,实体清单,Entity List,\n"
DRIVER = (
    f"{shlex.quote(sys.executable)} -c 'from zhengming.cli.main import main; main()' term merge --driver %O %A %B %P"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("base.csv", BASE), ("ours.csv", BASE), ("theirs.csv", BASE)):
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository on branch main with a glossary, and the driver in its settings but not in use."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")

    def running(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["git", *arguments], capture_output=True, encoding="utf-8", check=False)

    running("init", "-q", "-b", "main")
    for key, value in (
        ("user.email", "translator@example.org"),
        ("user.name", "A Translator"),
        ("merge.zhengming.driver", DRIVER),
    ):
        running("config", key, value)
    commit(running, BASE)
    return running


def commit(git: Git, text: str | bytes) -> None:
    Path("glossary.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    git("add", "-A")
    assert git("commit", "-qm", "glossary").returncode == 0


def branches(git: Git, ours: str | bytes, theirs: str | bytes) -> None:
    git("checkout", "-qb", "theirs")
    commit(git, theirs)
    git("checkout", "-q", "main")
    commit(git, ours)


def use_driver() -> None:
    Path(".gitattributes").write_text("glossary.csv merge=zhengming\n", encoding="utf-8")


def before(row: str, other: str) -> str:
    return BASE.replace(other, row + other)


@pytest.mark.usefixtures("folder")
def test_the_result_goes_to_standard_output_or_to_a_file(run: Run) -> None:
    Path("ours.csv").write_text(before(POWDER, EARTHS), encoding="utf-8")
    Path("theirs.csv").write_text(before(LIST, EARTHS), encoding="utf-8")
    expected = HEADER + CONTROL + POWDER + LIST + EARTHS
    assert run("term", "merge", "base.csv", "ours.csv", "theirs.csv") == (0, expected, "")
    assert run("term", "merge", "base.csv", "ours.csv", "theirs.csv", "-o", "out.csv") == (0, "", "")
    assert Path("out.csv").read_text(encoding="utf-8") == expected
    assert Path("ours.csv").read_text(encoding="utf-8") == before(POWDER, EARTHS)


@pytest.mark.usefixtures("folder")
def test_what_is_to_be_decided_is_told_and_lint_finds_it(run: Run) -> None:
    Path("ours.csv").write_text(BASE.replace("rare earths,", "rare-earth elements,"), encoding="utf-8")
    Path("theirs.csv").write_text(BASE.replace("rare earths,", "rare-earth metals,"), encoding="utf-8")
    status, out, err = run("term", "merge", "base.csv", "ours.csv", "theirs.csv", "-o", "glossary.csv")
    assert (status, out) == (1, "")
    assert err == (
        "zhengming: glossary.csv: conflict: RE001 稀土: both sides have changed it (en)\n"
        "zhengming: glossary.csv: 1 concept to decide: keep one row of the two, delete the three markers\n"
    )
    status, out, _ = run("term", "lint", "glossary.csv", "--output-format", "concise")
    assert status == 1
    told = [line.split(" ")[:2] for line in out.splitlines() if " G001 " in line or " G005 " in line]
    assert told == [
        ["glossary.csv:3:1:", "G005"],
        ["glossary.csv:5:1:", "G005"],
        ["glossary.csv:6:1:", "G001"],
        ["glossary.csv:7:1:", "G005"],
    ]


@pytest.mark.usefixtures("folder")
def test_new_ids_kept_columns_and_twins_are_told(run: Run) -> None:
    Path("ours.csv").write_text(
        "id,zh-Hans,en\nEC001,出口管制,export control\nRE001,稀土,rare earths\nRE002,磁粉,magnetic powder\n",
        encoding="utf-8",
    )
    theirs = (
        BASE.replace("rare earths,", "rare earths,17") + "RE002,抛光粉,polishing powder,\nRE003,磁粉,magnetic powder,\n"
    )
    Path("theirs.csv").write_text(theirs, encoding="utf-8")
    status, _, err = run("term", "merge", "base.csv", "ours.csv", "theirs.csv", "-o", "glossary.csv")
    assert status == 0
    assert err == (
        "zhengming: glossary.csv: 抛光粉 of theirs is RE004 now; ours has given RE002 to another concept\n"
        "zhengming: glossary.csv: column note is kept; one side has deleted it, the other has written in it\n"
        "zhengming: glossary.csv:5:1: G001 磁粉 is RE002 already: both are called “磁粉” and “magnetic powder”; "
        "make one concept of the two\n"
    )


@pytest.mark.usefixtures("folder")
def test_what_one_has_deleted_is_told_with_his_side(run: Run) -> None:
    Path("ours.csv").write_text(HEADER + CONTROL, encoding="utf-8")
    Path("theirs.csv").write_text(BASE.replace("rare earths,", "rare earths,17"), encoding="utf-8")
    _, _, err = run("term", "merge", "base.csv", "ours.csv", "theirs.csv", "-o", "glossary.csv")
    assert "conflict: RE001 稀土: deleted by ours, changed by the other side (note)\n" in err


@pytest.mark.usefixtures("folder")
def test_what_is_no_table_is_an_error_and_nothing_is_written(run: Run) -> None:
    Path("theirs.csv").write_bytes(b"id,en\nA1,\xff\n")
    Path("ours.csv").write_text(BASE + POWDER, encoding="utf-8")
    status, out, err = run("term", "merge", "base.csv", "ours.csv", "theirs.csv", "-o", "glossary.csv")
    assert (status, out) == (2, "")
    assert err == "zhengming: theirs.csv:2:4: not UTF-8 text; save it as UTF-8\n"
    assert not Path("glossary.csv").exists()


@pytest.mark.usefixtures("folder")
def test_options_that_contradict_each_other_are_refused(run: Run) -> None:
    three = ("term", "merge", "base.csv", "ours.csv", "theirs.csv")
    assert "--driver writes to OURS" in run(*three, "--driver", "-o", "x.csv")[2]
    assert "three files are merged" in run(*three, "glossary.csv")[2]
    status, _, err = run(*three[:-1], "nobody.csv")
    assert (status, "nobody.csv" in err) == (2, True)


def test_tables_that_are_no_termbases_are_merged_all_the_same(run: Run, folder: Path) -> None:
    for name, rows in (("base", "1,a\n"), ("ours", "1,a\n2,b\n"), ("theirs", "1,c\n")):
        (folder / f"{name}.csv").write_text("id,name\n" + rows, encoding="utf-8")
    assert run("term", "merge", "base.csv", "ours.csv", "theirs.csv") == (0, "id,name\n1,c\n2,b\n", "")


def test_git_alone_is_at_a_loss_where_two_have_added_a_row(git: Git) -> None:
    branches(git, before(POWDER, EARTHS), before(LIST, EARTHS))
    assert git("merge", "theirs").returncode == 1
    assert "<<<<<<<" in Path("glossary.csv").read_text(encoding="utf-8")


def test_git_merges_with_the_driver_what_two_have_added(git: Git) -> None:
    branches(git, codecs.BOM_UTF8 + before(POWDER, EARTHS).encode(), before(LIST, EARTHS))
    use_driver()
    done = git("merge", "theirs", "-m", "merged")
    assert (done.returncode, git("status", "--porcelain", "--untracked-files=no").stdout) == (0, "")
    expected = codecs.BOM_UTF8 + (HEADER + CONTROL + POWDER + LIST + EARTHS).encode()
    assert Path("glossary.csv").read_bytes() == expected


def test_git_knows_a_conflict_of_the_driver_and_the_decision_ends_it(git: Git, run: Run) -> None:
    branches(
        git, before(POWDER, EARTHS).replace("rare earths", "REEs"), before(LIST, EARTHS).replace("rare earths", "RE")
    )
    use_driver()
    done = git("merge", "theirs", "-m", "merged")
    assert done.returncode == 1
    assert "zhengming: glossary.csv: conflict: RE001 稀土: both sides have changed it (en)" in done.stderr + done.stdout
    assert git("ls-files", "--unmerged").stdout.count("glossary.csv") == 3
    text = Path("glossary.csv").read_text(encoding="utf-8")
    conflict = "<<<<<<< ours\nRE001,稀土,REEs,\n=======\nRE001,稀土,RE,\n>>>>>>> theirs\n"
    assert text == HEADER + CONTROL + POWDER + LIST + conflict
    assert git("diff", "--check").returncode == 2  # what git itself says of such lines
    assert run("term", "lookup", "稀土")[0] == 0  # the table goes on being a termbase
    Path("glossary.csv").write_text(text.replace(conflict, EARTHS), encoding="utf-8")
    assert run("term", "lint", "glossary.csv")[0] == 0
    git("add", "glossary.csv")
    assert git("commit", "-qm", "merged").returncode == 0


def test_the_driver_serves_a_rebase_too(git: Git) -> None:
    branches(git, before(POWDER, EARTHS), before(LIST, EARTHS))
    use_driver()
    git("add", "-A")
    git("commit", "-qm", "attributes")
    git("checkout", "-q", "theirs")
    Path(".gitattributes").unlink(missing_ok=True)
    use_driver()
    git("add", "-A")
    git("commit", "-qm", "attributes")
    assert git("rebase", "main").returncode == 0
    assert Path("glossary.csv").read_text(encoding="utf-8") == HEADER + CONTROL + POWDER + LIST + EARTHS


def test_what_the_driver_cannot_read_is_left_to_git_and_no_side_is_lost(git: Git) -> None:
    branches(git, BASE.replace("rare earths", "REEs"), BASE.replace("rare earths,", '"rare" earths,'))
    use_driver()
    done = git("merge", "theirs", "-m", "merged")
    assert done.returncode == 1
    assert "glossary.csv (theirs):3:1: not a table" in done.stderr + done.stdout
    assert "merged line by line, look through it" in done.stderr + done.stdout
    text = Path("glossary.csv").read_text(encoding="utf-8")
    assert "REEs" in text
    assert '"rare" earths' in text
    assert "<<<<<<< ours" in text

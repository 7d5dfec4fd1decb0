"""zhengming check: exit statuses, options, standard input, decisions; and what a run may import."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Run

PROGRAM = [sys.executable, "-c", "from zhengming.cli.main import main; main()"]


def codes(out: str) -> list[str]:
    """Return the codes of a concise report."""
    return [line.split(": ")[1].split()[0] for line in out.splitlines()]


def concise(run: Run, *arguments: str) -> list[str]:
    return codes(run("check", "--output-format", "concise", *arguments).out)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 1),
        (("--fail-on", "critical"), 0),
        (("--fail-on", "never"), 0),
        (("--select", "C"), 0),
        (("--select", "C", "--fail-on", "minor"), 1),
        (("glossary.csv",), 0),
    ],
)
def test_the_exit_status_is_one_where_an_issue_is_grave_enough(
    run: Run, arguments: tuple[str, ...], status: int
) -> None:
    assert run("check", *arguments).status == status


def test_an_unreadable_file_is_two_whatever_is_selected_and_the_others_are_checked(run: Run, project: Path) -> None:
    whole = (project / "tmx/digest-01.tmx").read_bytes()
    (project / "tmx/cut.TMX").write_bytes(whole[: len(whole) // 2])
    outcome = run("check", "tmx", "--select", "C003", "--fail-on", "never", "--output-format", "concise")
    assert outcome.status == 2
    first, second = outcome.out.splitlines()
    assert first.startswith("tmx/cut.TMX:")
    assert codes(outcome.out) == ["F001", "C003"]
    assert second.startswith("tmx/digest-02.tmx:7:49: ")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--select", "T0002"], "unknown check “T0002”; did you mean T002?"),
        (["--ignore", "T002,mixed-rendering"], "unknown check “mixed-rendering”; did you mean mixed-renderings?"),
        (["--target-language", "English"], "--target-language: “English” is no language tag"),
        (["--output-format", "sarrif"], "unknown output format “sarrif”; did you mean “sarif”?"),
        (["--output-format", "jsonl", "--statistics"], "only one report can go to standard output"),
        (["--no-baseline", "--baseline", "glossary.csv"], "use one of them"),
        (["--termbase", "glosary.csv"], "glosary.csv: No such file or directory"),
        (["digest-01.tmx"], "Path 'digest-01.tmx' does not exist"),
        (["--selct", "T"], "No such option"),
    ],
)
def test_a_mistake_is_two_and_says_what_was_meant(run: Run, arguments: list[str], problem: str) -> None:
    outcome = run("check", *arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert problem in outcome.err


@pytest.mark.usefixtures("project")
def test_codes_letters_and_names_select_alike(run: Run) -> None:
    assert concise(run, "--select", "T002") == ["T002"] * 3
    assert concise(run, "--select", "T001,deprecated-term") == ["T002"] * 3 + ["T001"]
    assert concise(run, "--select", "c", "--select", "A") == ["A001", "C003", "C001"]
    assert concise(run, "--ignore", "T", "--ignore", "A001") == ["C003", "C001"]


def test_options_override_settings(run: Run, project: Path) -> None:
    (project / "zhengming.toml").write_text("select = ['C']\nignore = ['C001']\nfail-on = 'minor'\n", encoding="utf-8")
    assert concise(run) == ["C003"]
    assert concise(run, "--extend-select", "T001,C001") == ["C003", "C001", "T001"]
    assert concise(run, "--select", "C001") == ["C001"]
    assert run("check").status == 1
    assert run("check", "--fail-on", "major").status == 0
    assert run("--isolated", "check").out.splitlines()[-1].startswith("7 issues")


@pytest.mark.usefixtures("project")
def test_languages_restrict_the_pairs(run: Run) -> None:
    assert concise(run, "--target-language", "en-GB", "--select", "T001") == ["T001"]
    assert concise(run, "--target-language", "en-US", "--select", "T001") == []
    assert concise(run, "--source-language", "zh-Hant", "--select", "T001") == []


def test_several_termbases_are_one(run: Run, project: Path) -> None:
    (project / "house.tsv").write_text("id\tzh-Hans\ten\nX1\t商务部\tMinistry of Commerce\n", encoding="utf-8")
    arguments = ("--select", "T001", "--output-format", "jsonl", "--termbase", "house.tsv")
    lines = run("check", *arguments, "--termbase", "glossary.csv").out.splitlines()
    assert {json.loads(line)["concept"] for line in lines[1:-1]} == {"X1", "TR001"}


def test_standard_input_is_a_file_like_any_other(project: Path) -> None:
    data = (project / "tmx/digest-01.tmx").read_bytes()
    arguments = ["check", "-", "--stdin-filename", "draft.tmx", "--output-format", "concise", "--select", "T001"]
    done = subprocess.run([*PROGRAM, *arguments], input=data, capture_output=True, check=False)
    assert done.stdout.decode() == "draft.tmx:18:42: T001 转运: expected “transshipment”, found none of them\n"
    assert done.returncode == 1


def test_without_a_termbase_the_one_that_comes_along_is_used_and_that_is_said_once(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = (project / "glossary.csv").rename(project.parent / "installed.csv")
    monkeypatch.setattr("zhengming.cli.termbases.starter", lambda: installed)
    outcome = run("check", "--statistics")
    assert outcome.status == 1
    assert outcome.err.count("no termbase: ") == 1
    assert "checking with the glossary that comes with zhengming (5 concepts)" in outcome.err


def test_settings_that_name_a_termbase_want_it(run: Run, project: Path) -> None:
    (project / "zhengming.toml").write_text("termbase = ['house.csv']\n", encoding="utf-8")
    outcome = run("check")
    assert outcome.status == 2
    assert "house.csv: No such file or directory" in outcome.err
    (project / "zhengming.toml").write_text("termbase = 'glossary.csv'\n", encoding="utf-8")
    (project / "glossary.csv").unlink()
    outcome = run("check")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.endswith(
        "glossary.csv: No such file or directory; " + str(project / "zhengming.toml") + " names it\n"
    )


def test_faults_of_the_termbase_are_told_and_are_issues_where_it_is_named(run: Run, project: Path) -> None:
    with (project / "glossary.csv").open("a", encoding="utf-8") as file:
        file.write("ZZ001,trade,关税,,tariff,,,aproved,,,\n")
    note = "glossary.csv:7:1: G005 “aproved” is none of approved, proposed"
    outcome = run("check", "tmx", "--select", "T001", "--output-format", "concise")
    assert f"zhengming: {note}\n" in outcome.err
    outcome = run("check", "tmx", "glossary.csv", "--select", "T001,G005", "--output-format", "concise")
    assert note in outcome.out.splitlines()
    assert note not in outcome.err


def test_an_unreadable_termbase_that_is_named_is_two(run: Run, project: Path) -> None:
    (project / "latin.csv").write_bytes("id,zh-Hans,fr\nX1,关税,déjà\n".encode("gb18030"))
    outcome = run("check", "latin.csv", "--output-format", "concise")
    assert outcome.status == 2
    assert outcome.out == "latin.csv:2:4: F001 not UTF-8 text; save it as UTF-8\n"


def test_nothing_to_check_is_never_silent(run: Run, project: Path) -> None:
    (project / "empty").mkdir()
    outcome = run("check", "empty")
    assert outcome[:2] == (0, "No file was checked\n")
    assert outcome.err.startswith("zhengming: no file to check in empty; known are .tmx, ")


@pytest.mark.usefixtures("project")
def test_issues_go_to_standard_output_and_the_summary_does_not_disturb_other_formats(run: Run) -> None:
    outcome = run("check", "--output-format", "concise")
    assert len(outcome.out.splitlines()) == 7
    assert outcome.err.startswith("7 issues (5 major, 2 minor) in 2 files, 8 units, ")
    assert run("-q", "check", "--output-format", "concise").err == ""


@pytest.mark.usefixtures("project")
def test_what_is_used_is_said_where_asked_for(run: Run) -> None:
    assert (
        run("-v", "check").err == "zhengming: settings: the defaults\nzhengming: termbase: glossary.csv, 5 concepts\n"
    )


def test_settings_are_shown_with_what_each_check_weighs(run: Run, project: Path) -> None:
    (project / "zhengming.toml").write_text(
        "target-language = 'en'\nignore = ['C001']\nfail-on = 'never'\n[severity]\nT = 'minor'\n"
        "[[override]]\nfiles = ['old/**']\nignore = ['C']\nseverity = {T001 = 'neutral'}\n",
        encoding="utf-8",
    )
    outcome = run("check", "--show-settings", "--select", "T,C", "--ignore", "C001")
    lines = outcome.out.splitlines()
    assert outcome.status == 0
    assert lines[:4] == [
        f"# {project / 'zhengming.toml'}",
        'termbase = ["glossary.csv"]',
        'target-language = "en"',
        'fail-on = "never"',
    ]
    assert "# T002  deprecated-term                 minor" in lines
    assert "# C001  same-source-different-targets   off" in lines
    assert lines[-4:] == ["[[override]]", 'files = ["old/**"]', 'ignore = ["C"]', 'severity.T001 = "neutral"']


def test_issues_of_the_baseline_do_not_fail_and_are_counted(run: Run, project: Path) -> None:
    assert run("baseline", "create").status == 0
    outcome = run("check")
    assert outcome.status == 0
    assert outcome.out.splitlines()[-1] == "7 older issues are in the baseline"
    assert run("check", "--no-baseline").status == 1
    assert run("--isolated", "check").status == 1
    statistics = run("check", "--statistics").out.splitlines()
    assert "  0  T002  deprecated-term                0 files  3 in the baseline" in statistics
    kept = project / "kept.jsonl"
    (project / ".zhengming" / "baseline.jsonl").rename(kept)
    assert run("check").status == 1
    assert run("check", "--baseline", "kept.jsonl").status == 0


def test_what_no_longer_occurs_is_stale_only_where_everything_was_read(run: Run, project: Path) -> None:
    run("baseline", "create")
    text = (project / "tmx/digest-01.tmx").read_text(encoding="utf-8")
    (project / "tmx/digest-01.tmx").write_text(text.replace("by way of", "transshipped by way of"), encoding="utf-8")
    said = "6 older issues are in the baseline; 1 of the baseline no longer occurs: zhengming baseline prune"
    assert run("check").out.splitlines()[-1] == said
    assert "no longer occur" not in run("check", "tmx").out
    assert "no longer occur" not in run("check", "--select", "T").out


def test_order_by_term_file_or_check(run: Run, project: Path) -> None:  # noqa: ARG001  the working folder
    def order(by: str) -> list[str]:
        lines = run("check", "--output-format", "concise", "--by", by).out.splitlines()
        return [line.split(": ")[0] for line in lines]

    assert order("file") == sorted(
        order("file"), key=lambda place: [place.split(":")[0], *map(int, place.split(":")[1:])]
    )
    assert concise(run, "--by", "check") == sorted(concise(run))


def test_ctrl_c_is_130(project: Path) -> None:  # noqa: ARG001  the working folder
    pipe = subprocess.PIPE
    with subprocess.Popen([*PROGRAM, "check", "-"], stdin=pipe, stdout=pipe, stderr=pipe) as waiting:
        time.sleep(1)  # it is reading by now
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=60)
    assert (waiting.returncode, out) == (130, b"")
    assert b"Traceback" not in err


def test_an_encoding_that_lacks_chinese_stops_nothing(project: Path) -> None:  # noqa: ARG001  the working folder
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*PROGRAM, "check"], capture_output=True, check=False, env=environment)
    assert done.returncode == 1
    assert rb"\u51fa\u53e3\u7ba1\u5236" in done.stdout
    assert b"^^^^^^" in done.stdout


def test_a_check_of_tmx_imports_only_what_it_needs(project: Path) -> None:  # noqa: ARG001  the working folder
    program = "import sys\nfrom zhengming.cli.main import main\ntry: main()\nfinally: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program, "check"], capture_output=True, text=True, check=False)
    modules = set(done.stdout.splitlines()[-1].split())
    assert "zhengming.tmx.formats.tmx" in modules
    heavy = "jieba opencc lxml langcodes simplemma polib rich importlib.metadata subprocess"
    assert modules & {*heavy.split()} == set()


def test_a_check_of_po_imports_no_more(project: Path) -> None:
    po = 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "出口管制"\nmsgstr "export restrictions"\n'
    (project / "en.po").write_text(po, encoding="utf-8")
    program = "import sys\nfrom zhengming.cli.main import main\ntry: main()\nfinally: print(*sys.modules)"
    command = [sys.executable, "-c", program, "check", "en.po"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "en.po:5:9" in done.stdout
    heavy = "jieba opencc lxml langcodes simplemma polib rich importlib.metadata subprocess"
    assert set(done.stdout.splitlines()[-1].split()) & {*heavy.split()} == set()


def test_two_concepts_of_one_id_are_both_checked(run: Run, project: Path) -> None:
    (project / "house.csv").write_text("id,zh-Hans,en\nEC001,商务部,Ministry of Commerce\n", encoding="utf-8")
    arguments = (
        "--select",
        "T001",
        "--output-format",
        "jsonl",
        "--termbase",
        "glossary.csv",
        "--termbase",
        "house.csv",
    )
    concepts = {json.loads(line).get("concept") for line in run("check", *arguments).out.splitlines()}
    assert "EC001~2" in concepts
    once = run("check", "--output-format", "jsonl").out
    assert (
        run("check", "--output-format", "jsonl", "--termbase", "glossary.csv", "--termbase", "./glossary.csv").out
        == once
    )
    (project / "copy.csv").write_bytes((project / "glossary.csv").read_bytes())
    assert run("check", "--output-format", "jsonl", "--termbase", "glossary.csv", "--termbase", "copy.csv").out == once


def test_a_summary_that_cannot_be_written_stops_no_report(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "/nonexistent/summary.md")
    outcome = run("check", "--output-format", "github")
    assert outcome.status == 1
    assert outcome.out.startswith("::error ")
    assert "no summary of the job: /nonexistent/summary.md: No such file or directory" in outcome.err

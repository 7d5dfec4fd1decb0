from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

from zhengming.cli.commands.tm import take_in
from zhengming.tmx.formats.tmx import read
from zhengming.tmx.memory.database import opened
from zhengming.tmx.memory.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

MEMORY = ".zhengming/memory.db"


def written(path: Path, count: int, word: str = "第") -> None:
    """Write a TMX of so many units."""
    units = "".join(
        f'<tu tuid="u{n}"><tuv xml:lang="zh-CN"><seg>{escape(word)}{n}条规定了稀土出口的第{n * 7}种情形。</seg></tuv>'
        f'<tuv xml:lang="en-US"><seg>Article {n} governs case {n * 7} of rare earth exports.</seg></tuv></tu>\n'
        for n in range(count)
    )
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="t" creationtoolversion="1" '
        'segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>\n'
        f"{units}</body></tmx>\n",
        encoding="utf-8",
    )


def test_the_files_of_a_folder_are_taken_in_and_known_again(project: Path, run: Run) -> None:
    assert run("tm", "import", ".") == (0, "2 files, 0 of them unchanged: 8 units added, 0 removed, 0 as before\n", "")
    assert run("tm", "import", "tmx").out == "2 files, 2 of them unchanged: 0 units added, 0 removed, 0 as before\n"
    assert (project / MEMORY).is_file()
    assert "memory.db*" in (project / ".zhengming/.gitignore").read_text(encoding="utf-8")


def test_only_what_has_changed_in_a_file_changes_in_the_memory(project: Path, run: Run) -> None:
    run("tm", "import", ".")
    path = project / "tmx/digest-01.tmx"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("announced export restrictions", "announced export controls"), encoding="utf-8")
    assert run("tm", "import", ".").out == "2 files, 1 of them unchanged: 1 unit added, 1 removed, 3 as before\n"


def test_a_file_that_ends_too_soon_is_told_and_what_came_before_is_kept(project: Path, run: Run) -> None:
    path = project / "tmx/digest-01.tmx"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("</tu>", text.index("</tu>") + 1)], encoding="utf-8")
    status, out, err = run("tm", "import", str(path))
    assert (status, out) == (2, "1 file, 0 of them unchanged: 1 unit added, 0 removed, 0 as before\n")
    assert "F001" in err
    assert "tmx/digest-01.tmx:" in err


def test_a_termbase_is_no_memory(project: Path, run: Run) -> None:
    assert (project / "glossary.csv").is_file()
    outcome = run("tm", "import", "glossary.csv")
    assert "glossary.csv is a termbase, and no translations; zhengming term import takes it over" in outcome.err


def test_any_bilingual_file_is_taken_in(project: Path, run: Run) -> None:
    (project / "web.po").write_text(
        'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "出口管制"\nmsgstr "export control"\n\n'
        '#, fuzzy\nmsgid "转运"\nmsgstr "draft"\n',
        encoding="utf-8",
    )
    assert run("tm", "import", "web.po").out == "1 file, 0 of them unchanged: 1 unit added, 0 removed, 0 as before\n"
    assert run("tm", "search", "出口管制").out == "100%  出口管制  export control  web.po:4\n"


def test_a_memory_can_lie_anywhere(project: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHENGMING_MEMORY", str(tmp_path / "team.db"))
    run("tm", "import", "tmx/digest-01.tmx")
    assert (tmp_path / "team.db").is_file()
    assert not (project / ".zhengming").exists()
    run("tm", "import", "tmx/digest-02.tmx", "--memory", str(tmp_path / "own.db"))
    assert [len(Store(opened(str(tmp_path / name))).files()) for name in ("team.db", "own.db")] == [1, 1]


@pytest.mark.usefixtures("project")
def test_a_memory_that_is_none_is_an_error_of_one_line(run: Run) -> None:
    outcome = run("tm", "import", "tmx", "--memory", "glossary.csv")
    expected = "zhengming: glossary.csv: file is not a database; name a memory with --memory\n"
    assert outcome == (2, "", expected)


def test_ctrl_c_says_how_to_go_on(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(take_in, "_index", interrupted)
    outcome = run("tm", "import", ".")
    assert outcome.status == 130
    assert "the same command goes on from there" in outcome.err
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert run("tm", "import", ".").out.startswith("2 files, 2 of them unchanged")


def wait_for(path: Path, process: subprocess.Popen[bytes], least: int) -> None:
    """Wait until the import has written so many units."""
    for _ in range(600):
        assert process.poll() is None, "the import ended before it could be killed"
        if path.exists():
            connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            try:
                if connection.execute("SELECT count(*) FROM unit").fetchone()[0] >= least:
                    return
            except sqlite3.OperationalError:
                pass  # the tables are not there yet
            finally:
                connection.close()
        time.sleep(0.02)
    pytest.fail("the import has written nothing")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this platform has no kill -9")
def test_an_import_that_is_killed_loses_nothing_and_goes_on(project: Path, run: Run) -> None:
    run("tm", "import", "tmx")
    path = project / "large.tmx"
    written(path, 30_000)
    call = [sys.executable, "-c", "from zhengming.cli.main import main; main()", "tm", "import", str(path)]
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, env=os.environ) as process:
        wait_for(project / MEMORY, process, least=4_000)
        process.kill()
    assert process.returncode == -signal.SIGKILL

    store = Store(opened(str(project / MEMORY)))
    assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
    counts = {file.path: (file.units, file.is_whole) for file in store.files()}
    assert counts["tmx/digest-01.tmx"] == counts["tmx/digest-02.tmx"] == (4, True)
    kept, is_whole = counts["large.tmx"]
    assert 4_000 <= kept < 30_000
    assert not is_whole
    store.database.close()

    added = 30_000 - kept
    assert (
        run("tm", "import", str(path)).out
        == f"1 file, 0 of them unchanged: {added:,} units added, 0 removed, 0 as before\n"
    )
    store = Store(opened(str(project / MEMORY)))
    (whole,) = [file for file in store.files() if file.path == "large.tmx"]
    with path.open("rb") as stream:
        assert list(store.units([whole])) == list(read(stream, "large.tmx", lambda _: None))
    store.database.close()
    assert run("tm", "search", "第29999条规定了稀土出口的第1种情形。", "--top", "1").status == 0

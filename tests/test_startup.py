"""What a command costs before it does anything: which modules it imports, and its time beside a bare interpreter's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

PO = """\
msgid ""
msgstr "Language: en\\n"

msgid "对稀土实施出口管制。"
msgstr "Export controls were placed on rare earths."
"""
TMX = """\
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
srclang="zh-CN" datatype="plaintext"/><body><tu><tuv xml:lang="zh-CN"><seg>出口5吨氧化镝。</seg></tuv><tuv
xml:lang="en"><seg>Five tonnes of dysprosium oxide were exported.</seg></tuv></tu></body></tmx>
"""
GLOSSARY = Path(__file__).parent.parent / "glossary.csv"
MAIN = "from zhengming.cli.main import main; main()"
LISTING = """\
import json, sys
from zhengming.cli.main import main
try:
    main()
except SystemExit:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
#: What each command may have of other people's packages.
PACKAGES = {
    "--help": {"click"},
    "term lookup 稀土": {"click"},
    "check news.po": {"click", "ahocorasick_rs", "xxhash"},
    "check news.tmx": {"click", "ahocorasick_rs", "xxhash"},
}
#: What all of them together may not have of ours: readers of other files, what writes, what few runs want.
UNWANTED = (
    "zhengming.termbase.formats.tbx_reader",
    "zhengming.termbase.formats.xlsx_reader",
    "zhengming.termbase.formats.table_reader",
    "zhengming.termbase.text.forms",
    "zhengming.tmx.formats.xliff_1",
    "zhengming.tmx.formats.xliff_2",
    "zhengming.tmx.formats.xlsx",
    "zhengming.tmx.formats.table",
    "zhengming.tmx.texts.docx",
    "zhengming.tmx.texts.markdown",
)
#: How many times a bare interpreter's CPU time each may take: 90, 120 and 150 ms where that takes 12.
MOST = {"--help": 7.5, "term lookup 稀土": 10.0, "check news.po": 15.0}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "glossary.csv").write_bytes(GLOSSARY.read_bytes())
    (tmp_path / "news.po").write_text(PO, encoding="utf-8")
    (tmp_path / "news.tmx").write_text(TMX, encoding="utf-8")
    monkeypatch.setenv("ZHENGMING_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    subprocess.run([sys.executable, "-c", MAIN, "check"], cwd=tmp_path, check=False, capture_output=True)
    return tmp_path


@pytest.mark.parametrize("command", PACKAGES)
def test_a_command_imports_nothing_that_it_does_not_need(command: str, folder: Path) -> None:
    call = [sys.executable, "-c", LISTING, *command.split()]
    done = subprocess.run(call, cwd=folder, check=False, capture_output=True, encoding="utf-8")
    modules = json.loads(done.stderr.splitlines()[-1])
    standard = sys.stdlib_module_names | {"zhengming", "__main__", "_distutils_hack", "sitecustomize"}
    foreign = {name.partition(".")[0] for name in modules} - standard
    assert {name for name in foreign if not name.startswith(("__editable__", "_virtualenv"))} <= PACKAGES[command]
    assert [name for name in UNWANTED if name in modules] == []


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell what a child process has cost")
@pytest.mark.parametrize("command", MOST)
def test_a_command_starts_fast(command: str, folder: Path) -> None:
    bare, ours = ([sys.executable, "-c", "pass"], [sys.executable, "-c", MAIN, *command.split()])
    times = [(_seconds(bare, folder), _seconds(ours, folder)) for _ in range(5)]  # in turns: a busy machine slows both
    assert median(one for _, one in times) < MOST[command] * median(one for one, _ in times)


def _seconds(command: list[str], folder: Path) -> float:
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime

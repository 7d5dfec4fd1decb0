"""From one format into another, and what gets lost on the way."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Run

PO = """msgid ""
msgstr ""
"Language: en\\n"

# 见公告
msgid "出口管制"
msgstr "export control"

#, fuzzy
msgid "锑"
msgstr "antimony"
"""
TMX = (
    '<tmx version="1.4"><header creationtool="m" creationtoolversion="1" segtype="sentence" o-tmf="m" adminlang="en"'
    ' srclang="zh-CN" datatype="plaintext"/><body><tu tuid="1"><tuv xml:lang="zh-CN"><seg>稀土</seg></tuv>'
    '<tuv xml:lang="en"><seg>rare <ph>{0}</ph>earths</seg></tuv><tuv xml:lang="de"><seg>Seltene Erden</seg></tuv></tu>'
    "</body></tmx>\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "en.po").write_text(PO, encoding="utf-8")
    (tmp_path / "a.tmx").write_text(TMX, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_is_written_and_what_is_lost_is_told(run: Run, folder: Path) -> None:
    outcome = run("convert", "en.po", "en.csv")
    assert outcome == (
        0,
        "",
        "zhengming: 2 units of en.po converted to csv\nzhengming: csv has no place for: properties of the file (1)\n",
    )
    assert (folder / "en.csv").read_bytes().decode("utf-8-sig") == (
        "zh-CN,en,unit,state,note\r\n出口管制,export control,#1,translated,见公告\r\n锑,antimony,#2,draft,\r\n"
    )


@pytest.mark.parametrize("name", ["b.tmx", "b.xlf", "b.po", "b.csv", "b.tsv", "b.xlsx"])
@pytest.mark.parametrize("source", ["en.po", "a.tmx"])
def test_everything_is_written_from_everything(run: Run, folder: Path, source: str, name: str) -> None:
    if name.endswith("xlsx"):
        pytest.importorskip("xlsxwriter")
    assert run("convert", source, name).status == 0
    assert (folder / name).stat().st_size > 0


def test_nothing_is_overwritten_unasked(run: Run, folder: Path) -> None:
    outcome = run("convert", "en.po", "a.tmx")
    assert outcome.status == 2
    assert outcome.err == "zhengming: a.tmx exists, and nothing is overwritten; name another file, or say --force\n"
    assert (folder / "a.tmx").read_text(encoding="utf-8") == TMX
    assert run("-q", "convert", "--force", "en.po", "a.tmx").status == 0
    assert "出口管制" in (folder / "a.tmx").read_text(encoding="utf-8")


def test_languages_may_be_chosen(run: Run) -> None:
    outcome = run("convert", "a.tmx", "-", "--to", "tsv", "--target-language", "de")
    assert outcome.out == "\ufeffzh-CN\tde\tunit\tstate\tnote\r\n稀土\tSeltene Erden\t1\t\t\r\n"
    assert outcome.err.endswith("tsv has no place for: further languages (1)\n")
    turned = run("convert", "a.tmx", "-", "--to", "xliff-2.1", "--source-language", "de", "--target-language", "zh")
    assert 'srcLang="de" trgLang="zh-CN"' in turned.out
    assert "de" not in run("convert", "a.tmx", "-", "--to", "tmx", "--target-language", "en").out.split("<body>")[1]
    assert run("convert", "a.tmx", "-", "--to", "tmx").out.count("<tuv ") == 3


def test_codes_that_a_table_has_no_place_for_are_left_out_and_told(run: Run) -> None:
    outcome = run("convert", "a.tmx", "-", "--to", "csv", "--target-language", "en")
    assert "稀土,rare earths,1" in outcome.out
    assert "inline codes (1)" in outcome.err


def test_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PO.encode())))
    outcome = run("convert", "-", "-", "--from", "po", "--to", "csv")
    assert "出口管制,export control,#1" in outcome.out
    assert "2 units of standard input converted" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("a.tmx", "b.docx"), "b.docx: nothing is known that writes this kind of file; known are .tmx"),
        (("a.tmx", "-"), "what is “-”? Name its format with --to."),
        (("-", "b.po"), "what is “-”? Name its format with --from."),
        (("a.tmx", "b.po", "--target-language", "fr"), "a.tmx: no unit with text in two languages; name them with"),
        (("a.tmx", "no/b.po"), "no/b.po could not be written: No such file or directory"),
        (("a.tmx", "b.po", "--target-language", "klingon!"), "“klingon!” is no language tag"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, folder: Path, arguments: tuple[str, ...], problem: str) -> None:
    outcome = run("convert", *arguments)
    assert outcome.status == 2
    assert problem in outcome.err
    assert sorted(path.name for path in folder.iterdir()) == ["a.tmx", "en.po"]


def test_of_a_file_that_cannot_be_read_nothing_is_written(run: Run, folder: Path) -> None:
    (folder / "bad.po").write_text(f'{PO}\nmsgid "镓"\nmsgstr "gallium\n', encoding="utf-8")
    outcome = run("convert", "bad.po", "bad.xlf")
    assert outcome.status == 2
    assert outcome.err.startswith("zhengming: bad.po:14:8: a text without its closing quote")
    assert not (folder / "bad.xlf").exists()


def test_faults_of_the_file_are_told(run: Run, folder: Path) -> None:
    (folder / "a.po").write_text(PO.replace("antimony", "anti\\mony"), encoding="utf-8")
    told = run("convert", "a.po", "a.csv").err.splitlines()[0]
    assert told == "zhengming: a.po:11:13: F001 “\\m” stands for no character; write “\\\\” for a backslash"


def test_convert_imports_no_writer_s_library_but_its_own(folder: Path) -> None:
    import subprocess  # noqa: PLC0415  for this one test

    program = "import sys\nfrom zhengming.cli.main import main\ntry: main()\nfinally: print(*sys.modules)"
    command = [sys.executable, "-c", program, "convert", "en.po", "en.xlf"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    assert {*"polib lxml xlsxwriter jieba opencc".split()} & {*done.stdout.split()} == set()

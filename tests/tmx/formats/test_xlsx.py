"""Spreadsheets of texts: every sheet with two languages, each cell with its name; and what a hostile one may hold."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats import package
from zhengming.termbase.language import parse
from zhengming.termbase.position import Span
from zhengming.tmx.formats import xlsx
from zhengming.tmx.formats.format import NOTHING_KNOWN, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.issue import Issue

pytest.importorskip("python_calamine", reason="the extra xlsx is not installed")
xlsxwriter = pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")


def workbook(fill: Callable[[Any], None]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        fill(book)
    return stream.getvalue()


def sheet_of(*rows: list[object], name: str = "Sheet1") -> bytes:
    def fill(book: Any) -> None:  # noqa: ANN401
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return workbook(fill)


def read(content: bytes, wanted: Wanted = NOTHING_KNOWN, issues: list[Issue] | None = None) -> list[tuple[str, ...]]:
    """Return each unit as its texts and the name of its last cell."""
    told = (issues if issues is not None else []).append
    found = []
    for unit in xlsx.read(io.BytesIO(content), "news.xlsx", told, wanted):
        texts = [variant.segment for variant in unit.variants]
        found.append((*(text.text for text in texts), str(texts[-1].locate(Span(0, len(texts[-1].text))))))
    return found


def test_cells_have_the_names_that_the_program_gives_them() -> None:
    content = sheet_of(["编号", "中文", "English"], [1, "稀土", "rare earths"], [], [2, "锑", "antimony"])
    assert read(content) == [
        ("稀土", "rare earths", "news.xlsx:Sheet1!C2"),
        ("锑", "antimony", "news.xlsx:Sheet1!C4"),
    ]
    assert read(sheet_of(["zh", "en"], ["锑", "antimony"], name="第 1 期's"))[0][-1] == "news.xlsx:'第 1 期''s'!B2"


def test_every_sheet_with_two_languages_is_read_the_hidden_too() -> None:
    def fill(book: Any) -> None:  # noqa: ANN401
        book.add_worksheet("notes").write(0, 0, "nothing here")
        book.add_worksheet("empty")
        for name in ("one", "two"):
            sheet = book.add_worksheet(name)
            sheet.write_row(1, 1, ["zh", "en"])
            sheet.write_row(2, 1, ["稀土", "rare earths"])
        sheet.hide()

    assert [found[-1] for found in read(workbook(fill))] == ["news.xlsx:one!C3", "news.xlsx:two!C3"]


def test_numbers_dates_and_formulas_are_what_the_cell_shows() -> None:
    def fill(book: Any) -> None:  # noqa: ANN401
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["zh", "en"])
        sheet.write_row(1, 0, [12.0, 1.5])
        sheet.write_datetime(2, 0, dt.datetime(2026, 6, 30), book.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001
        sheet.write_formula(2, 1, "=A2*2", None, 24)
        sheet.write_boolean(3, 0, True)  # noqa: FBT003

    assert [found[:2] for found in read(workbook(fill))] == [("12", "1.5"), ("2026-06-30", "24"), ("TRUE", "")]


def test_rows_that_share_a_merged_cell_are_left_out_and_told() -> None:
    def fill(book: Any) -> None:  # noqa: ANN401
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["zh", "en"])
        sheet.write(1, 0, "稀土")
        sheet.write(2, 0, "锑")
        sheet.merge_range("B2:B3", "rare earths; antimony")

    issues: list[Issue] = []
    assert [found[0] for found in read(workbook(fill), issues=issues)] == ["稀土"]
    assert [f"{issue.location}: {issue.severity}" for issue in issues] == ["news.xlsx:Sheet1: minor"]


def test_settings_name_columns_by_letter() -> None:
    wanted = Wanted(parse("zh"), parse("en"), "A", "C")
    assert read(sheet_of(["稀土", "x", "rare earths"]), wanted) == [("稀土", "rare earths", "news.xlsx:Sheet1!C1")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (sheet_of(["甲", "乙"]), "Sheet1: the first row names no two languages"),
        (sheet_of(), "Sheet1: an empty sheet"),
        (sheet_of(["id", "zh", "en", "en:deprecated"]), "Sheet1: a termbase"),
        (b"zh,en\n", "no spreadsheet: not a zip archive"),
        (sheet_of(["zh", "en"])[:900], "no spreadsheet: not a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "protected by a password, or of Office 97"),
    ],
    ids=["other-headers", "empty", "termbase", "csv", "cut-off", "ole"],  # the bytes differ from run to run
)
def test_what_holds_no_texts_is_told(content: bytes, problem: str) -> None:
    with pytest.raises(UnreadableFile, match=f"^news.xlsx: {problem}"):
        read(content)


def test_a_cell_far_out_does_not_fill_the_memory() -> None:
    def fill(book: Any) -> None:  # noqa: ANN401
        book.add_worksheet().write(1_048_575, 16_383, "x")

    with pytest.raises(UnreadableFile, match=r"a sheet of 1,048,576 rows and 16,384 columns"):
        read(workbook(fill))


def test_a_bomb_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_LARGEST", 1_000_000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 2_000_000)
    with pytest.raises(UnreadableFile, match="unpacked, it is larger than 400 MB"):
        read(stream.getvalue())


def test_an_archive_that_is_no_workbook_is_told() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("notes.txt", "rare earths")
    with pytest.raises(UnreadableFile, match=r"^news\.xlsx: no spreadsheet: "):
        read(stream.getvalue())


def test_damaged_parts_are_told() -> None:
    content = bytearray(sheet_of(*[["zh", "en"]] * 500))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    start = info.header_offset + 30 + len(info.filename)
    content[start + 5 : start + 60] = b"\xff" * 55
    with pytest.raises(UnreadableFile, match=r"its part xl/worksheets/sheet1\.xml is damaged"):
        read(bytes(content))


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(UnreadableFile, match=r"pip install 'zhengming\[xlsx\]', or save the sheet as CSV"):
        read(sheet_of(["zh", "en"]))

"""Tables: what a spreadsheet shows is what the file held, and nothing in it is computed."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.termbase.errors import ZhengmingError
from zhengming.tmx.formats import bitext_writer
from zhengming.tmx.formats.bitext_writer import CSV, TSV, XLSX
from zhengming.tmx.model import Header, Note, Segment, State, TranslationUnit
from zhengming.tmx.model import TranslationUnitVariant as Variant

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.tmx.formats.writer import Writer

HEADER = ["zh-CN", "en", "unit", "state", "note"]


def unit_of(source: str, target: str) -> TranslationUnit:
    variants = (Variant("zh-CN", Segment(source)), Variant("en", Segment(target), notes=(Note("见公告"),)))
    return TranslationUnit(variants, Header({"srclang": "zh-CN"}), {"tuid": "u1"}, state=State.DRAFT)


def rows_of(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def sheet_of(content: bytes) -> list[list[str]]:
    calamine = pytest.importorskip("python_calamine")
    return calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)


@pytest.mark.parametrize(("writer", "delimiter"), [(CSV, ","), (TSV, "\t")])
def test_a_table(writer: Writer, delimiter: str, written_by: Callable) -> None:
    content, lost = written_by(writer, [unit_of("稀土", 'the "rare",\tearths'), unit_of("=1+1", "-5%")])
    assert content.startswith("\ufeffzh-CN".encode())
    assert rows_of(content, delimiter) == [
        HEADER,
        ["稀土", 'the "rare",\tearths', "u1", "draft", "见公告"],
        ["'=1+1", "'-5%", "u1", "draft", "见公告"],
    ]
    assert lost == {"cells that look like a formula (now behind an apostrophe)": 2}


@settings(deadline=None, max_examples=50)
@given(data=st.data())
@pytest.mark.parametrize(("writer", "delimiter"), [(CSV, ","), (TSV, "\t")])
def test_texts_are_read_as_they_were(
    writer: Writer, delimiter: str, some_units: st.SearchStrategy, written_by: Callable, data: st.DataObject
) -> None:
    units = data.draw(some_units)
    first, *rows = rows_of(written_by(writer, units)[0], delimiter)
    texts = [[variant.segment.text for variant in unit.variants] for unit in units]
    assert first == HEADER
    assert [row[:2] for row in rows] == [
        [f"'{text}" if text[:1] in {*"=+-@\t\r"} else text for text in row] for row in texts
    ]


def test_a_workbook(written_by: Callable) -> None:
    pytest.importorskip("xlsxwriter")
    units = [unit_of("稀土", "rare\nearths"), unit_of("=1+1", "-5"), unit_of("https://example.org", "")]
    content, lost = written_by(XLSX, units)
    assert sheet_of(content) == [
        HEADER,
        ["稀土", "rare\nearths", "u1", "draft", "见公告"],
        ["=1+1", "-5", "u1", "draft", "见公告"],
        ["https://example.org", "", "u1", "draft", "见公告"],
    ]
    assert lost == {}
    assert written_by(XLSX, units)[0] == content


def test_a_text_that_no_cell_holds(written_by: Callable) -> None:
    pytest.importorskip("xlsxwriter")
    with pytest.raises(ZhengmingError, match="u1: 32,768 characters, and a cell holds 32,767; write csv"):
        written_by(XLSX, [unit_of("锑" * 32_768, "")])


def test_more_units_than_a_sheet_has_rows(written_by: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr(bitext_writer, "_MOST_ROWS", 2)
    with pytest.raises(ZhengmingError, match="a sheet has 2 rows, and there are more units; write csv"):
        written_by(XLSX, [unit_of("锑", ""), unit_of("镓", "")])


def test_without_the_extra_it_says_what_to_install(written_by: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(ZhengmingError, match=r"pip install 'zhengming\[xlsx\]'"):
        written_by(XLSX, [unit_of("锑", "")])

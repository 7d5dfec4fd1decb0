"""Cells as the csv module cuts them, and the place of every character of them."""

from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats.csv_lexer import Cell, delimiter_of, rows
from zhengming.tmx.formats.text_lines import TextLines
from zhengming.tmx.model import Origin, Segment

SIGNS = st.text(st.sampled_from('稀𨧀a ",;\r\n'), max_size=40)
TABLES = st.lists(st.lists(SIGNS, min_size=2, max_size=3), min_size=1, max_size=4)


def cells_of(content: bytes, delimiter: str = "") -> list[list[Cell]]:
    return list(rows(TextLines(io.BytesIO(content), "news.csv"), delimiter))


def texts_of(text: str, delimiter: str = "") -> list[list[str]]:
    return [[cell.text()[0] for cell in row] for row in cells_of(text.encode(), delimiter)]


def by_csv(text: str) -> list[list[str]] | None:
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=",", strict=True))
    except csv.Error:
        return None
    # Line ends are read as TMX reads them; the csv module gives an empty row for an empty line.
    return [[cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row] or [""] for row in read]


@given(SIGNS)
@example('a,"b""c"\r\n"d\r\ne",f')
@example('"a" b,c')
@example('a"b,c')
@example('""')
@example('"a\rb"')
def test_a_table_is_cut_as_the_csv_module_cuts_it(text: str) -> None:
    expected = by_csv(text)
    if expected is None:
        with pytest.raises(UnreadableFile, match="quote"):
            texts_of(text, ",")
    else:
        assert texts_of(text, ",") == expected


@given(TABLES, st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-16-le"]), st.sampled_from(["\n", "\r\n"]))
def test_every_character_of_a_cell_is_where_it_is_said_to_be(
    table: list[list[str]], delimiter: str, encoding: str, line_end: str
) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator=line_end).writerows(table)
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
    content = mark + out.getvalue().encode(encoding)
    for row in cells_of(content, delimiter):
        for cell in row:
            text, runs = cell.text()
            origin = Origin("news.csv", encoding, cell.line, cell.column, cell.byte, cell.raw, runs)
            check_places(Segment(text, origin=origin), content, encoding, len(mark))


def check_places(segment: Segment, content: bytes, encoding: str, start: int) -> None:
    lines = content[start:].decode(encoding).replace("\r\n", "\n\0").replace("\r", "\n")
    kept = [line.removeprefix("\0") for line in lines.split("\n")]
    for offset, character in enumerate(segment.text):
        position = segment.position(offset)
        assert position is not None
        assert position.byte is not None
        written = content[position.byte :].decode(encoding)
        assert written.startswith(character) or (character == "\n" and written.startswith("\r"))
        if character != "\n":
            assert kept[position.line - 1][position.column - 1] == character


def test_a_quote_that_is_never_closed_is_told_where_it_opens() -> None:
    with pytest.raises(UnreadableFile, match=r"^news\.csv:2:4: the quote that this cell begins with is not closed"):
        texts_of('zh,en\n稀土,"rare earths\n出口,export\n')


def test_text_behind_a_closing_quote_is_told_there() -> None:
    with pytest.raises(UnreadableFile, match=r"^news\.csv:1:9: other text follows the quote that ends a cell"):
        texts_of('稀土,"rare" earths\n')


def test_in_a_table_of_tabs_a_quote_may_be_a_mere_character() -> None:
    assert texts_of('“稀土”\t"Rare" earths\n"a ""b"""\t"c\nd"\n', "\t") == [
        ["“稀土”", '"Rare" earths'],
        ['a "b"', "c\nd"],
    ]


def test_excels_own_first_line_names_the_separator() -> None:
    assert texts_of("sep=;\r\nzh;en\r\n稀土, 锑;rare earths\r\n") == [["zh", "en"], ["稀土, 锑", "rare earths"]]


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [("zh,en", ","), ("zh;en", ";"), ("zh\ten\t备注, 说明", "\t"), ('"a,b,c";en', ";"), ("zh", ",")],
)
def test_the_first_line_tells_the_separator(header: str, delimiter: str) -> None:
    assert delimiter_of(header) == delimiter

"""A table with its cells as they are written."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.sheet import Cell, Row, bytes_of, cell, restyled, sheet

TABLE = b'id,en\r\nA1,"rare, earths"\r\n\r\n,\r\nA2,"say ""no"""\r\n'


def test_cells_keep_their_quotes_and_rows_their_ends() -> None:
    found = sheet(TABLE, "g.csv")
    assert found.header.written == ("id", "en")
    assert found.rows == (
        Row(2, (Cell("A1", "A1"), Cell("rare, earths", '"rare, earths"')), "\r\n\r\n,\r\n"),
        Row(5, (Cell("A2", "A2"), Cell('say "no"', '"say ""no"""')), "\r\n"),
    )


def test_a_cell_is_quoted_where_it_must_be() -> None:
    written = [cell(value, ";").written for value in ("a, b", "a; b", 'a "b"', "a\nb", "")]
    assert written == ["a, b", '"a; b"', '"a ""b"""', '"a\nb"', ""]


def test_a_table_takes_another_form() -> None:
    found = restyled(sheet(TABLE, "g.csv"), "\t", "\n")
    assert bytes_of(found) == b'id\ten\nA1\trare, earths\n\n,\nA2\t"say ""no"""\n'


@pytest.mark.parametrize(
    "data", [b"", b"id,en", b"id,en\n", b"\n\nid,en\n", TABLE.rstrip(), b'id,en\nA1,"two\r\nlines"']
)
def test_a_table_is_written_as_it_was_read_but_for_blank_lines_before_it(data: bytes) -> None:
    assert bytes_of(sheet(data, "g.csv")) == data.lstrip()


def test_what_is_no_table_is_told_with_its_place() -> None:
    with pytest.raises(UnreadableFile, match=r"^g\.csv:2:1: not a table"):
        sheet(b'id,en\nA1,"rare" earths\n', "g.csv")


ROWS = st.lists(st.lists(st.text('ab",\n稀 \r', max_size=5), min_size=2, max_size=3), min_size=1, max_size=4)


@given(ROWS, st.sampled_from([b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE]), st.booleans())
def test_what_is_read_and_written_keeps_its_bytes(rows: list[list[str]], mark: bytes, is_open: bool) -> None:  # noqa: FBT001
    lines = [",".join('"' + value.replace('"', '""') + '"' for value in row) + "\n" for row in (["id", "en"], *rows)]
    text = "".join(lines).removesuffix("\n") if is_open else "".join(lines)
    encoding = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(mark, "utf-8")
    data = mark + text.encode(encoding)
    assert bytes_of(sheet(data, "g.csv")) == data

"""Units cut out of the bytes of a TMX: what is left, and what is cut out, read as before."""

from __future__ import annotations

import codecs
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats.tmx import read
from zhengming.tmx.formats.tmx_extents import Extent, copy_extents, copy_outside, extents, of_file

ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "gb18030": b"",
}
UNITS = [
    '<tu><tuv xml:lang="zh"><seg>镝&amp;铽 </tu></seg></tuv></tu >'.replace("</tu></seg>", "<![CDATA[</tu>]]></seg>"),
    '<tu tuid="a>b"><!-- </tu> --><tuv xml:lang="zh"><seg>出口𨧀</seg></tuv></tu\n>',
    "<tu/>",
    '<tu><note>\t</note><tuv xml:lang="zh"><seg>稀土</seg></tuv></tu>',
]
SPACES = ["", " ", "\n  ", "\r\n\t\r\n", "<!-- 备注 -->", "\n<x/>\n"]


def file_of(units: list[tuple[str, str]], encoding: str) -> bytes:
    label = "UTF-16" if encoding.startswith("utf-16") else "UTF-8" if encoding.startswith("utf-8") else encoding
    text = f'<?xml version="1.0" encoding="{label}"?>\n<tmx version="1.4"><header srclang="zh"/><body>'
    text += "".join(f"{space}{unit}" for space, unit in units) + "\n</body></tmx>\n"
    return ENCODINGS[encoding] + text.encode(encoding.removesuffix("-sig"))


def starts_of(content: bytes) -> list[int]:
    places = [unit.position for unit in read(io.BytesIO(content), "memory.tmx", lambda _: None)]
    return [place.byte for place in places if place is not None and place.byte is not None]


@given(
    st.lists(st.tuples(st.sampled_from(SPACES), st.sampled_from(UNITS)), max_size=8),
    st.sampled_from(list(ENCODINGS)),
    st.data(),
)
def test_what_is_left_reads_as_if_nothing_had_been_there(
    units: list[tuple[str, str]], encoding: str, data: st.DataObject
) -> None:
    content = file_of(units, encoding)
    starts = starts_of(content)
    assert len(starts) == len(units)
    chosen = data.draw(st.sets(st.sampled_from(range(len(units))))) if units else set[int]()
    stream = io.BytesIO(content)
    cut = of_file(stream, "memory.tmx", set(starts))
    gone = [extent for index, extent in enumerate(cut.units) if index in chosen]
    kept, removed = io.BytesIO(), io.BytesIO()
    copy_outside(stream, gone, kept)
    copy_extents(stream, (cut.head, *gone, cut.tail), removed)
    blank = [("" if not space.strip() else space.rstrip(" \t\r\n"), "") for space, _ in units]
    left = [blank[index] if index in chosen else both for index, both in enumerate(units)]
    assert kept.getvalue() == file_of(left, encoding)
    assert len(starts_of(removed.getvalue())) == len(chosen)
    whole = io.BytesIO()
    copy_extents(stream, _in_order(cut.head, cut.units, cut.tail), whole)
    assert len(whole.getvalue()) <= len(content)


def _in_order(head: Extent, units: tuple[Extent, ...], tail: Extent) -> list[Extent]:
    return [head, *units, tail]


def test_only_the_units_asked_for_are_cut() -> None:
    content = file_of([("\n", unit) for unit in UNITS], "utf-8")
    second = starts_of(content)[1]
    cut = of_file(io.BytesIO(content), "memory.tmx", {second})
    assert [content[extent.start : extent.end].decode() for extent in cut.units] == [f"\n{UNITS[1]}"]
    assert cut.units[0].tag == second


def test_white_space_before_a_unit_may_be_long() -> None:
    content = file_of([("\n", UNITS[3]), (" " * 10_000, UNITS[3])], "utf-16-le")
    stream, kept = io.BytesIO(content), io.BytesIO()
    copy_outside(stream, of_file(stream, "memory.tmx", {starts_of(content)[1]}).units, kept)
    assert kept.getvalue() == file_of([("\n", UNITS[3])], "utf-16-le")


def test_a_file_that_is_cut_off_is_no_file_to_cut() -> None:
    content = file_of([("\n", UNITS[3])], "utf-8").replace(b"</tmx>", b"")
    with pytest.raises(UnreadableFile, match="it was cut off"):
        list(extents(io.BytesIO(content), "memory.tmx", {0}))


def test_an_end_tag_that_never_ends_is_refused() -> None:
    content = file_of([("\n", f"<tu></tu{' ' * 5000}>")], "utf-8")
    with pytest.raises(UnreadableFile, match="the end tag of tu is longer"):
        of_file(io.BytesIO(content), "memory.tmx", set(starts_of(content)))

"""Every format that translations can be written in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from zhengming.termbase.errors import UnknownFormat
from zhengming.tmx.formats import bitext_writer, po_writer, tmx_writer, xliff_1_writer, xliff_2_writer
from zhengming.tmx.formats.writer import Writer, balanced
from zhengming.tmx.formats.xml_writing import unwritable
from zhengming.tmx.model import State

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.formats.target import Languages
    from zhengming.tmx.model import Header, InlineCode, Segment, TranslationUnit

__all__ = ["WRITERS", "write_tmx", "writer_of"]

_SPACE = re.compile(r"\s+")


def write_tmx(
    units: Iterable[TranslationUnit], stream: BinaryIO, lost: Counter[str], header: Header | None = None
) -> None:
    """Write all languages that the units have; `header` is the first unit's unless given."""
    tmx_writer.write(_named(units, lost), stream, header)


def _tmx(units: Iterable[TranslationUnit], _languages: Languages, stream: BinaryIO, lost: Counter[str]) -> None:
    write_tmx(units, stream, lost)


def _named(units: Iterable[TranslationUnit], lost: Counter[str]) -> Iterator[TranslationUnit]:
    """Yield the units with names that TMX allows: without space."""
    for unit in units:
        lost["states"] += unit.state is not None
        lost["drafts (nothing tells them from the rest now)"] += unit.state is State.DRAFT
        lost["locks"] += unit.is_locked
        texts = [variant.segment.text for variant in unit.variants]
        lost["control characters (now U+FFFD)"] += sum(map(unwritable, texts))
        lost["space around texts"] += sum(text != text.strip() for text in texts)
        named = {"tuid": _SPACE.sub("_", unit.tuid)} if unit.tuid else {}
        variants = tuple(replace(variant, segment=_tagged(variant.segment)) for variant in unit.variants)
        yield replace(unit, attributes={**unit.attributes, **named}, variants=variants)


def _tagged(segment: Segment) -> Segment:
    """Return the segment with the elements of other formats as hi, which TMX has for whatever is marked."""
    if not segment.codes:
        return segment
    codes = balanced(segment)
    return replace(segment, codes=tuple(code._replace(element=_in_tmx(code)) for code in codes))


def _in_tmx(code: InlineCode) -> str:
    is_ours = not code.is_border or ":" in code.element  # a prefix is that of another vocabulary, which a TMX may hold
    return code.element if is_ours else "hi"


_TMX = Writer("tmx", (".tmx",), _tmx)
WRITERS: dict[str, Writer] = {
    writer.name: writer
    for writer in (
        _TMX,
        xliff_1_writer.WRITER,
        xliff_2_writer.WRITER,
        po_writer.WRITER,
        bitext_writer.CSV,
        bitext_writer.TSV,
        bitext_writer.XLSX,
    )
}


def writer_of(path: str) -> Writer:
    """Return the writer that the path's suffix claims, in whatever case. Raise UnknownFormat if none does."""
    for writer in WRITERS.values():
        if writer.suffixes and path.lower().endswith(writer.suffixes):
            return writer
    suffixes = ", ".join(suffix for writer in WRITERS.values() for suffix in writer.suffixes)
    raise UnknownFormat(f"{path}: nothing is known that writes this kind of file; known are {suffixes}")

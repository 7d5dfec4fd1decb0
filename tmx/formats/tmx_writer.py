"""TMX written: as it was read, or in the form that the most tools take (TMX 1.4, level 2)."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from zhengming.tmx.formats.tmx_exchange import exchange_header, exchange_unit
from zhengming.tmx.formats.xml_writing import attributes_written, escaped
from zhengming.tmx.model import Header, InlineCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO

    from zhengming.tmx.model import Segment, TranslationUnit, TranslationUnitVariant

__all__ = ["write", "write_as_read"]


def write(units: Iterable[TranslationUnit], stream: BinaryIO, header: Header | None = None) -> None:
    """Write units for exchange: no namespace, xml:lang, tags such as zh-CN, x from 1, no space around a seg.

    `header` is the first unit's unless given. Units of other files keep their source language.
    """
    first, units = _first(units)
    header = exchange_header(header or (first.header if first else Header()))
    _write((exchange_unit(unit, header) for unit in units), header, stream)


def write_as_read(units: Iterable[TranslationUnit], stream: BinaryIO, header: Header | None = None) -> None:
    """Write units so that whoever reads them reads the same: version, attributes, codes and unknown content."""
    first, units = _first(units)
    _write(units, header or (first.header if first else Header()), stream)


def _first(units: Iterable[TranslationUnit]) -> tuple[TranslationUnit | None, Iterator[TranslationUnit]]:
    iterator = iter(units)
    first = next(iterator, None)
    return first, iterator if first is None else itertools.chain((first,), iterator)


def _write(units: Iterable[TranslationUnit], header: Header, stream: BinaryIO) -> None:
    root = {"version": "1.4", **header.root} if not header.root else header.root
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx{attributes_written(root)}>\n'.encode())
    content = [*_content(header, "    ")]
    opening = f"  <header{attributes_written(header.attributes)}"
    lines = [f"{opening}>", *content, "  </header>"] if content else [f"{opening}/>"]
    stream.write(("\n".join([*lines, "  <body>"]) + "\n").encode())
    stream.writelines(f"{line}\n".encode() for unit in units for line in _unit(unit, header))
    stream.write(b"  </body>\n</tmx>\n")


def _unit(unit: TranslationUnit, header: Header) -> Iterator[str]:
    """Yield the lines of a unit."""
    yield from (f"    {other}" for other in unit.preceding)
    attributes = unit.attributes
    if unit.source_language != (attributes.get("srclang") or header.source_language):
        attributes = {**attributes, "srclang": unit.source_language}
    yield f"    <tu{attributes_written(attributes)}>"
    yield from _content(unit, "      ")
    for variant in unit.variants:
        yield f"      <tuv{attributes_written(_with_language(variant))}>"
        yield from _content(variant, "        ")
        yield f"        <seg>{''.join(_pieces(variant.segment))}</seg>"
        yield "      </tuv>"
    yield "    </tu>"


def _with_language(variant: TranslationUnitVariant) -> Mapping[str, str]:
    attributes = variant.attributes
    if variant.language and (attributes.get("xml:lang") or attributes.get("lang")) != variant.language:
        return {**attributes, "xml:lang": variant.language}
    return attributes


def _content(owner: Header | TranslationUnit | TranslationUnitVariant, indent: str) -> Iterator[str]:
    """Yield what stands before the variants or the seg, a line each."""
    for other in owner.others:
        yield f"{indent}{other}"
    for note in owner.notes:
        yield f"{indent}<note{attributes_written(dict(note.attributes))}>{escaped(note.text)}</note>"
    for kept in owner.properties:
        typed = {"type": kept.type, **dict(kept.attributes)} if kept.type else dict(kept.attributes)
        yield f"{indent}<prop{attributes_written(typed)}>{escaped(kept.text)}</prop>"


def _pieces(segment: Segment) -> Iterator[str]:
    """Yield the content of a seg or sub."""
    written = 0
    for code in sorted((*segment.codes, *segment.comments), key=_offset):
        yield escaped(segment.text[written : code.offset])
        written = code.offset
        yield from _code(code)
    yield escaped(segment.text[written:])


def _offset(code: InlineCode) -> int:
    return code.offset


def _code(code: InlineCode) -> Iterator[str]:
    if code.element == "#comment":
        yield code.content
        return
    if code.closes:
        yield f"</{code.element}>"
        return
    yield f"<{code.element}{attributes_written(dict(code.attributes))}>"
    if code.is_border:
        return
    written = 0
    for subflow in code.subflows:
        yield escaped(code.content[written : subflow.offset])
        written = subflow.offset
        yield f"<sub{attributes_written(dict(subflow.attributes))}>"
        yield from _pieces(subflow.segment)
        yield "</sub>"
    yield f"{escaped(code.content[written:])}</{code.element}>"

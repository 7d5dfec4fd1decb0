"""A unit as one line of JSON, with all that a TMX says of it, and back.

What a unit seldom has takes no room: empty members at the end of a list are left out.
"""

from __future__ import annotations

import json
from typing import Any, cast

from zhengming.termbase.position import Position
from zhengming.tmx.model import (
    Header,
    InlineCode,
    Note,
    Property,
    Segment,
    State,
    Subflow,
    TranslationUnit,
    TranslationUnitVariant,
)

__all__ = ["header_of", "header_record", "record", "unit_of"]

_List = list[Any]


def record(unit: TranslationUnit) -> str:
    """Return what the unit says, wherever it stands in its file."""
    return _written(
        [
            [_variant(variant) for variant in unit.variants],
            dict(unit.attributes),
            unit.properties,
            unit.notes,
            unit.others,
            unit.preceding,
            unit.state and unit.state.value,
            unit.is_locked,
            unit.context,
        ]
    )


def unit_of(written: str, header: Header, number: int, line: int) -> TranslationUnit:
    """Return the unit that was recorded, with its number and line (0 if that is not known) in its file."""
    variants, attributes, properties, notes, others, preceding, state, is_locked, context = _full(written, 9)
    return TranslationUnit(
        tuple(_variant_of(variant) for variant in variants or ()),
        header,
        attributes or {},
        _properties(properties),
        _notes(notes),
        tuple(others or ()),
        tuple(preceding or ()),
        number,
        Position(line, 1) if line else None,
        State(state) if state else None,
        bool(is_locked),
        context or "",
    )


def header_record(header: Header) -> str:
    """Return what the header says."""
    return _written([dict(header.attributes), dict(header.root), header.properties, header.notes, header.others])


def header_of(written: str, path: str) -> Header:
    """Return the header that was recorded, of a file with that path."""
    attributes, root, properties, notes, others = _full(written, 5)
    return Header(attributes or {}, root or {}, _properties(properties), _notes(notes), tuple(others or ()), path=path)


def _variant(variant: TranslationUnitVariant) -> _List:
    return _shortened(
        [
            variant.language,
            variant.segment.text,
            [_code(code) for code in variant.segment.codes],
            [_code(code) for code in variant.segment.comments],
            dict(variant.attributes),
            variant.properties,
            variant.notes,
            variant.others,
        ]
    )


def _variant_of(kept: _List) -> TranslationUnitVariant:
    language, text, codes, comments, attributes, properties, notes, others = _filled(kept, 8)
    segment = Segment(text or "", _codes(codes), _codes(comments))
    return TranslationUnitVariant(
        language or "", segment, attributes or {}, _properties(properties), _notes(notes), tuple(others or ())
    )


def _code(code: InlineCode) -> _List:
    subflows = [[flow.offset, *_subsegment(flow.segment), flow.attributes] for flow in code.subflows]
    return _shortened([code.element, code.offset, code.attributes, code.content, code.closes, subflows])


def _subsegment(segment: Segment) -> _List:
    return [segment.text, [_code(code) for code in segment.codes], [_code(code) for code in segment.comments]]


def _codes(kept: _List | None) -> tuple[InlineCode, ...]:
    return tuple(_code_of(code) for code in kept or ())


def _code_of(kept: _List) -> InlineCode:
    element, offset, attributes, content, closes, subflows = _filled(kept, 6)
    flows = tuple(
        Subflow(at, Segment(text, _codes(codes), _codes(comments)), _pairs(attributes))
        for at, text, codes, comments, attributes in subflows or ()
    )
    return InlineCode(element, offset or 0, _pairs(attributes), content or "", bool(closes), flows)


def _properties(kept: _List | None) -> tuple[Property, ...]:
    return tuple(Property(kind, text, _pairs(attributes)) for kind, text, attributes in kept or ())


def _notes(kept: _List | None) -> tuple[Note, ...]:
    return tuple(Note(text, _pairs(attributes)) for text, attributes in kept or ())


def _pairs(kept: _List | None) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in kept or ())


def _written(members: _List) -> str:
    members = _shortened(members)
    written = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    # Half a surrogate pair, which a hostile file may hold, is no text for a database.
    return written if written.isprintable() or _is_text(written) else json.dumps(members, separators=(",", ":"))


def _is_text(written: str) -> bool:
    try:
        written.encode()
    except UnicodeEncodeError:
        return False
    return True


def _full(written: str, length: int) -> _List:
    return _filled(cast("_List", json.loads(written)), length)


def _shortened(members: _List) -> _List:
    while members and not members[-1]:
        members.pop()
    return members


def _filled(members: _List, length: int) -> _List:
    return members + [None] * (length - len(members))

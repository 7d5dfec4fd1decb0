"""Units of several files under one header, without losing what each file's own header said of its units."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.tmx.model import Header, TranslationUnit

__all__ = ["joined"]

#: What a header says of all units, and a unit may say of itself (TMX 1.4b).
_OF_UNITS = ("o-encoding", "datatype", "creationtool", "creationtoolversion", "segtype", "o-tmf", "srclang")


def joined(units: Iterable[TranslationUnit], header: Header) -> Iterator[TranslationUnit]:
    """Yield the units as they are written under that header: what their own says otherwise, they say themselves."""
    for unit in units:
        own = unit.header
        if own is header:
            yield unit
            continue
        told = {
            name: own.attributes[name]
            for name in _OF_UNITS
            if name in own.attributes and own.attributes[name] != header.attributes.get(name)
        }
        yield replace(unit, header=header, attributes={**told, **unit.attributes})

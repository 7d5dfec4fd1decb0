"""Ignores that travel with a unit: `<prop type="x-zhengming-ignore">T002: quotes the US notice</prop>`.

Where a format has notes and no properties, the note says it: `zhengming: ignore T002: quotes the US notice`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.issue import UnitIgnore

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.position import Location
    from zhengming.tmx.model import TranslationUnit, TranslationUnitVariant

__all__ = ["PROPERTY", "unit_ignores"]

PROPERTY = "x-zhengming-ignore"
_NOTE = re.compile(r"\s*zhengming:\s*ignore\s+(.+?)\s*", re.DOTALL)


def unit_ignores(unit: TranslationUnit, variants: Iterable[TranslationUnitVariant]) -> list[UnitIgnore]:
    """Return what the unit itself and those of its variants ask to be let through."""
    found = _among(unit, unit.location) if unit.properties or unit.notes else []
    for variant in variants:
        if variant.properties or variant.notes:
            found += _among(variant, unit.location._replace(start=variant.position))
    return found


def _among(holder: TranslationUnit | TranslationUnitVariant, location: Location) -> list[UnitIgnore]:
    properties = [kept.text.strip() for kept in holder.properties if kept.type == PROPERTY]
    notes = [match[1] for note in holder.notes if (match := _NOTE.fullmatch(note.text))]
    return [UnitIgnore(text, location) for text in (*properties, *notes)]

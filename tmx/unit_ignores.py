"""Ignores that travel with a unit: `<prop type="x-zhengming-ignore">T002: quotes the US notice</prop>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.issue import UnitIgnore

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.position import Location
    from zhengming.tmx.model import Property, TranslationUnit, TranslationUnitVariant

__all__ = ["PROPERTY", "unit_ignores"]

PROPERTY = "x-zhengming-ignore"


def unit_ignores(unit: TranslationUnit, variants: Iterable[TranslationUnitVariant]) -> list[UnitIgnore]:
    """Return what the unit itself and those of its variants ask to be let through."""
    found = _among(unit.properties, unit.location) if unit.properties else []
    for variant in variants:
        if variant.properties:
            found += _among(variant.properties, unit.location._replace(start=variant.position))
    return found


def _among(properties: Iterable[Property], location: Location) -> list[UnitIgnore]:
    return [UnitIgnore(kept.text.strip(), location) for kept in properties if kept.type == PROPERTY]

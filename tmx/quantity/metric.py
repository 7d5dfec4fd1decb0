"""Metric units that differ by a power of ten: 10公里 are 10,000 metres."""

from __future__ import annotations

import re
from fractions import Fraction

__all__ = ["measured"]

_UNIT = re.compile(
    r"[\s-]?(?:(?P<km>公里|千米|kilomet(?:re|er)s?|km)|(?P<mm>毫米|millimet(?:re|er)s?|mm)"
    r"|(?P<cm>厘米|centimet(?:re|er)s?|cm)|(?P<m>米|met(?:re|er)s?|m)|(?P<kg>公斤|千克|kilograms?|kg)"
    r"|(?P<g>克(?!拉)|gram(?:me)?s?|g)|(?P<t>吨|tonnes?|t))(?![a-z\d·])"
)
_BASES = {
    "km": ("m", Fraction(1000)),
    "m": ("m", Fraction(1)),
    "cm": ("m", Fraction(1, 100)),
    "mm": ("m", Fraction(1, 1000)),
    "t": ("g", Fraction(10**6)),
    "kg": ("g", Fraction(1000)),
    "g": ("g", Fraction(1)),
}


def measured(value: Fraction, folded: str, at: int) -> tuple[str, Fraction] | None:
    """Return the value in metres or grams if a unit of length or mass stands at that place."""
    unit = _UNIT.match(folded, at)
    if unit is None or unit.lastgroup is None:
        return None
    base, size = _BASES[unit.lastgroup]
    return base, value * size

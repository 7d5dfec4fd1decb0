"""Which quantities of a source its target does not have, and what stands in their place."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.quantity.model import Bound, Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Discrepancy", "discrepancies", "points_to_a_year", "shifted_bounds"]

#: Units of measure that a translator may convert: 亩, 斤, 里, 英里, 华氏 … by what factor.
_CONVERSIONS = (Fraction(1, 15), Fraction(1, 2), Fraction(1000))
_HUNDRED = 100
_MANY = 10


class Discrepancy(NamedTuple):
    """A quantity of one side without its equal on the other, and the one that probably stands for it there."""

    source: Quantity | None
    target: Quantity | None


#: Years and dates said from where the writer stands: 去年 is 2016 in the translation.
_DEICTIC = re.compile(
    r"去年|今年|年[内內底初中末]|[上翌前明同全]年"
    r"|(?:this|last|next|previous|following|the|that|a|past|current) year|year[- ]end"
)


def points_to_a_year(text: str) -> bool:
    """Return whether the text names a year by its distance or by what went before."""
    return _DEICTIC.search(text.lower()) is not None


def discrepancies(source: list[Quantity], target: list[Quantity]) -> list[Discrepancy]:
    """Return what is left when equal values have been matched, each with the nearest unmatched value on the other side.

    Values match as often as they like: Chinese repeats a number where English says "it".
    """
    lacking = [q for q in source if q.is_firm and not any(_are_equal(q, other) for other in target)]
    beyond = [q for q in target if q.is_firm and not any(_are_equal(other, q) for other in source)]
    found: list[Discrepancy] = []
    for quantity in lacking:
        rivals = [other for other in beyond if (other.kind is Kind.BASIS) is (quantity.kind is Kind.BASIS)]
        nearest = min(rivals, key=lambda other: _distance(quantity, other), default=None)
        if nearest is not None:
            beyond.remove(nearest)
        found.append(Discrepancy(quantity, nearest))
    return [*found, *(Discrepancy(None, quantity) for quantity in beyond)]


_SHIFTS = {
    frozenset({Bound.AT_LEAST, Bound.MORE_THAN}),
    frozenset({Bound.AT_MOST, Bound.LESS_THAN}),
}


def shifted_bounds(source: list[Quantity], target: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield equal values whose border is in on one side and out on the other, where each side states it."""
    for quantity in source:
        equals = [other for other in target if quantity.bound and other.bound and _are_equal(quantity, other)]
        if equals and all({quantity.bound, other.bound} in _SHIFTS for other in equals):
            yield quantity, equals[0]


def _are_equal(one: Quantity, other: Quantity) -> bool:
    """Return whether `other`, of the target, says what `one` says in the source."""
    if Kind.CODE in {one.kind, other.kind}:
        return _is_same_code(one, other)
    if one.kind is Kind.PERCENT and other.kind is Kind.POINTS:
        # A translator may say more exactly what the source means: 24%的关税, "24 percentage points of that rate".
        return not set(one.values).isdisjoint(other.values)
    if one.kind is not other.kind and not _may_stand_for(one, other):
        return False
    readings = [(a, b) for a in _readings(one, other.kind) for b in _readings(other, one.kind)]
    if one.kind is other.kind is Kind.LEVEL:
        # A hundredfold is said of 100 times the base and of 100 times more; only small multiples are told apart.
        return any(a == b or (min(a, b) >= _MANY and abs(a - b) <= 1) for a, b in readings)
    return any(a == b for a, b in readings)


def _is_same_code(one: Quantity, other: Quantity) -> bool:
    if one.code and other.code:
        return one.code == other.code
    code, number = (one.code, other) if one.code else (other.code, one)
    # A heading without "HS" before it reads as a decimal number.
    return code.count(".") == 1 and Fraction(code) in number.values


def _may_stand_for(one: Quantity, other: Quantity) -> bool:
    kinds = {one.kind, other.kind}
    return kinds in (
        {Kind.NUMBER, Kind.MONTH},
        {Kind.NUMBER, Kind.PERCENT},
        {Kind.LEVEL, Kind.PERCENT},
        {Kind.LEVEL, Kind.NUMBER},
    )


def _readings(quantity: Quantity, for_kind: Kind) -> set[Fraction]:
    """Return the values of a quantity as the other kind counts: seven times the base is 600 % more, 700 % of it."""
    values = set(quantity.values)
    if quantity.kind is Kind.LEVEL and for_kind is Kind.PERCENT:
        return {value * _HUNDRED for value in values} | {(value - 1) * _HUNDRED for value in values}
    if quantity.kind is Kind.LEVEL and for_kind is Kind.NUMBER:
        return values | {value - 1 for value in values}
    if quantity.kind is Kind.PERCENT and for_kind is Kind.NUMBER:
        return {value / _HUNDRED for value in values}
    return values


def _distance(one: Quantity, other: Quantity) -> tuple[bool, float]:
    """Order candidates: the same kind first, then the nearest ratio, powers of ten counted as near."""
    if not one.values or not other.values:
        return one.kind is not other.kind, 0.0
    a, b = one.values[0], other.values[0]
    if a == 0 or b == 0:
        return one.kind is not other.kind, float(abs(a - b))
    ratio = max(a, b) / min(a, b)
    return one.kind is not other.kind, 1.0 if _is_power_of_ten(ratio) else float(ratio)


def _is_power_of_ten(ratio: Fraction) -> bool:
    while ratio > 1 and ratio % 10 == 0:
        ratio /= 10
    return ratio == 1

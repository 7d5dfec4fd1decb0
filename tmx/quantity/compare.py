"""Which quantities of a source its target does not have, and what stands in their place."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.quantity.conversion import is_converted
from zhengming.tmx.quantity.model import Bound, Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Discrepancy", "are_equal", "discrepancies", "points_to_a_year", "shifted_bounds"]

#: These stand for nothing else, and nothing else for them.
_APART = frozenset({Kind.BASIS, Kind.FORMULA, Kind.QUARTER, Kind.HALF, Kind.ORDER})
_HUNDRED = 100
_MANY = 10
#: A quantity without its equal is compared with so many of the other side; more make a text nobody reads line by line.
_MOST_RIVALS = 100


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
    if _say_the_same(source, target):
        return []
    sources = [(quantity, set(_keys(quantity, in_source=True))) for quantity in source]
    targets = [(quantity, set(_keys(quantity, in_source=False))) for quantity in target]
    said = {key for _, keys in sources for key in keys}
    meant = {key for _, keys in targets for key in keys}
    lacking = [quantity for quantity, keys in sources if quantity.is_firm and keys.isdisjoint(meant)]
    beyond = [quantity for quantity, keys in targets if quantity.is_firm and keys.isdisjoint(said)]
    lacking, beyond = _unconverted(lacking, target), _unconverted(beyond, source)
    found: list[Discrepancy] = []
    for quantity in lacking:
        rivals = (
            other for other in beyond if other.kind is quantity.kind or _APART.isdisjoint((other.kind, quantity.kind))
        )
        nearest = min(islice(rivals, _MOST_RIVALS), key=lambda other: _distance(quantity, other), default=None)
        if nearest is not None:
            beyond.remove(nearest)
        found.append(Discrepancy(quantity, nearest))
    shy = [
        [quantity for quantity, keys in side if _is_shy(quantity) and keys.isdisjoint(other)]
        for side, other in ((sources, meant), (targets, said))
    ]
    for quantity, other in zip(*shy, strict=False):
        if quantity.kind is other.kind:
            found.append(Discrepancy(quantity, other))
    return [*found, *(Discrepancy(None, quantity) for quantity in beyond)]


def are_equal(source: Quantity, target: Quantity) -> bool:
    """Return whether one says what the other says, in any reading and in any unit."""
    if not set(_keys(source, in_source=True)).isdisjoint(_keys(target, in_source=False)):
        return True
    return bool(source.measure and target.measure and is_converted(source.measure, target.measure))


def _is_shy(quantity: Quantity) -> bool:
    """Return whether a quantity, alone, may be figurative, but not where both sides have one: a third, to double."""
    value = quantity.values[0] if quantity.values else Fraction(1)
    return not quantity.is_firm and (quantity.kind is Kind.LEVEL or value.denominator > 1)


def _unconverted(lacking: list[Quantity], others: list[Quantity]) -> list[Quantity]:
    """Return those that the other side does not have in another unit either."""
    measures = [other.measure for other in others if other.measure][:_MOST_RIVALS]
    return [
        quantity
        for quantity in lacking
        if not (quantity.measure and any(is_converted(quantity.measure, other) for other in measures))
    ]


def _say_the_same(source: list[Quantity], target: list[Quantity]) -> bool:
    """Return whether both sides have the same values of the same kinds: nearly all pairs have, so it must be quick."""
    said = [
        {(q.kind.name, q.values[0].numerator, q.values[0].denominator) if q.values else q.code for q in side}
        for side in (source, target)
    ]
    return said[0] == said[1]


_SHIFTS = (
    {Bound.AT_LEAST, Bound.MORE_THAN},
    {Bound.AT_MOST, Bound.LESS_THAN},
)


def shifted_bounds(source: list[Quantity], target: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield equal values whose border is in on one side and out on the other, where each side states it."""
    stated: dict[_Key, dict[Bound, Quantity]] = {}
    for quantity in target:
        if quantity.bound:
            for key in _keys(quantity, in_source=False):
                stated.setdefault(key, {}).setdefault(quantity.bound, quantity)
    for quantity in source:
        if quantity.bound is None:
            continue
        equals = {
            bound: other for key in _keys(quantity, in_source=True) for bound, other in stated.get(key, {}).items()
        }
        if equals and all({quantity.bound, bound} in _SHIFTS for bound in equals):
            yield quantity, next(iter(equals.values()))


#: What two kinds a value is of, as the source and as the target have it, and the value they have in common.
_Key = tuple[object, object, "Fraction | str"]
_COMPARABLE = {kind: {kind} for kind in Kind} | {
    Kind.NUMBER: {Kind.NUMBER, Kind.MONTH, Kind.PERCENT, Kind.LEVEL, Kind.CODE, Kind.ORDER},
    Kind.MONTH: {Kind.MONTH, Kind.NUMBER},
    Kind.PERCENT: {Kind.PERCENT, Kind.NUMBER, Kind.LEVEL},
    Kind.LEVEL: {Kind.LEVEL, Kind.NUMBER, Kind.PERCENT},
    Kind.CODE: {Kind.CODE, Kind.NUMBER},
    Kind.ORDER: {Kind.ORDER, Kind.NUMBER},
}


def _keys(quantity: Quantity, *, in_source: bool) -> Iterator[_Key]:
    """Yield keys such that a quantity of the target says what one of the source says if they have a key in common."""
    own = quantity.kind
    for kind in _COMPARABLE[own]:
        for value in _readings(quantity, kind):
            yield (own, kind, value) if in_source else (kind, own, value)
    if own is Kind.LEVEL and in_source:
        # A hundredfold is said of 100 times the base and of 100 times more; only small multiples are told apart.
        near = (value + step for value in quantity.values if value >= _MANY for step in (-1, 1))
        yield from ((own, own, value) for value in near if value >= _MANY)
    if quantity.measure:
        yield from ((dimension, dimension, size) for dimension, size in quantity.measure.bases)


def _readings(quantity: Quantity, for_kind: Kind) -> set[Fraction] | set[str]:
    """Return the values of a quantity as the other kind counts: seven times the base is 600 % more, 700 % of it."""
    values = set(quantity.values)
    if quantity.code:
        return _code_readings(quantity, for_kind)
    if quantity.kind is Kind.LEVEL and for_kind is Kind.PERCENT:
        return {value * _HUNDRED for value in values} | {(value - 1) * _HUNDRED for value in values}
    if quantity.kind is Kind.LEVEL and for_kind is Kind.NUMBER:
        return values | {value - 1 for value in values}
    if quantity.kind is Kind.PERCENT and for_kind is Kind.NUMBER:
        return {value / _HUNDRED for value in values}
    return values


def _code_readings(quantity: Quantity, for_kind: Kind) -> set[Fraction] | set[str]:
    if quantity.kind is Kind.FORMULA:
        return {quantity.code}
    bare = re.sub(r"[\W_]", "", quantity.code)
    if for_kind is Kind.CODE or not bare.isdecimal():
        return {bare}
    # Without "HS" or its dots a heading reads as a number.
    return {Fraction(bare), *([Fraction(quantity.code)] if quantity.code.count(".") == 1 else [])}


def _distance(one: Quantity, other: Quantity) -> tuple[bool, Fraction]:
    """Order candidates: the same kind first, then the nearest ratio, powers of ten counted as near."""
    if not one.values or not other.values:
        return one.kind is not other.kind, Fraction(0)
    a, b = one.values[0], other.values[0]
    if a == 0 or b == 0:
        return one.kind is not other.kind, abs(a - b)
    ratio = max(a, b) / min(a, b)
    return one.kind is not other.kind, Fraction(1) if _is_power_of_ten(ratio) else ratio


def _is_power_of_ten(ratio: Fraction) -> bool:
    while ratio > 1 and ratio % 10 == 0:
        ratio /= 10
    return ratio == 1

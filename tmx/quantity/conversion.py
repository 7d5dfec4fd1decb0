"""Whether two measures say the same: 15亩 are a hectare, 5 tonnes are no 5 kg and 5亿美元 no 500 million yuan."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.quantity.model import Kind, Quantity
from zhengming.tmx.quantity.unit import CURRENCY, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.tmx.quantity.measure import Measure

__all__ = ["Change", "changed_units", "is_converted", "is_in_other_units", "ratio"]

#: Rounded conversions are right: 100亩 may be 6.7 hectares, 30 °C 86 or 85 °F.
_TOLERANCE = Fraction(1, 20)
_DEGREES = 1
_GOODS = frozenset({"mass", "volume"})


class Change(NamedTuple):
    """A number that stands on both sides, with the units that differ."""

    source: Quantity
    target: Quantity


class _Measured(NamedTuple):
    quantity: Quantity
    measure: Measure


def changed_units(source: list[Quantity], target: list[Quantity], *, is_yuan: bool) -> Iterator[Change]:
    """Yield numbers that are the same on both sides and count something else.

    `is_yuan` tells that 元 alone can mean no other currency.
    """
    if not (any(quantity.measure for quantity in source) and any(quantity.measure for quantity in target)):
        return
    meant = _by_value(target)
    for value, ones in _by_value(source).items():
        others = meant.get(value, [])
        mine, theirs = (_measured(side, is_yuan=is_yuan) for side in (ones, others))
        if len(theirs) < len(others):
            continue  # a unit that nobody here knows may be the right one
        for one in mine:
            if any(_says(one.measure, other.measure) for other in theirs):
                continue
            strangers = (other for other in theirs if not any(_says(same.measure, other.measure) for same in mine))
            if found := next((other for other in strangers if _are_comparable(one.measure, other.measure)), None):
                yield Change(one.quantity, found.quantity)
                break


def _by_value(quantities: list[Quantity]) -> dict[Fraction, list[Quantity]]:
    found: defaultdict[Fraction, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        if quantity.kind is Kind.NUMBER:
            found[quantity.values[0]].append(quantity)
    return found


def _measured(quantities: list[Quantity], *, is_yuan: bool) -> list[_Measured]:
    found: list[_Measured] = []
    for quantity in quantities:
        if measure := quantity.measure:
            if is_yuan and measure.units == UNITS["元"]:
                measure = measure._replace(units=UNITS["人民币"])
            found.append(_Measured(quantity._replace(measure=measure), measure))
    return found


def is_in_other_units(one: Measure, other: Measure) -> bool:
    """Return whether the two measure one thing, each in a unit of its own that can be converted."""
    dimensions = {unit.dimension for unit in one.units} - {CURRENCY}
    return any(unit.dimension in dimensions for unit in other.units) and not _agree(one, other)


def is_converted(one: Measure, other: Measure) -> bool:
    """Return whether the second says in another unit what the first says, as nearly as conversions are written."""
    if _agree(one, other):
        return False
    sizes = dict(other.bases)
    return any(
        abs(size - sizes[dimension]) <= (_DEGREES if dimension == "temperature" else _TOLERANCE * abs(size))
        for dimension, size in one.bases
        if dimension in sizes
    )


def ratio(one: Measure, other: Measure) -> Fraction | None:
    """Return how many times the smaller the larger is, of what both measure; None if that says nothing."""
    sizes = dict(other.bases)
    for dimension, size in one.bases:
        if dimension in sizes and size and sizes[dimension] and dimension != "temperature":
            return max(sizes[dimension] / size, size / sizes[dimension])
    return None


def _says(one: Measure, other: Measure) -> bool:
    return _agree(one, other) or is_converted(one, other)


def _agree(one: Measure, other: Measure) -> bool:
    """Return whether the two may be in the same unit."""
    return any(unit in other.units for unit in one.units)


def _are_comparable(one: Measure, other: Measure) -> bool:
    """Return whether both measure one thing; goods are weighed and poured alike."""
    mine, others = ({unit.dimension for unit in measure.units} for measure in (one, other))
    return not mine.isdisjoint(others) or not (mine.isdisjoint(_GOODS) or others.isdisjoint(_GOODS))

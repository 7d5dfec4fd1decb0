"""What a quantity is."""

from __future__ import annotations

import re
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.quantity.measure import BASIS_POINTS, Measure

if TYPE_CHECKING:
    from zhengming.termbase.position import Span

__all__ = ["Bound", "Kind", "Quantity", "basis_points", "ranged"]


_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")

_BASIS_POINT = Fraction(1, 100)


class Kind(Enum):
    """What is counted."""

    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "percentage points"
    LEVEL = "multiple of the base"
    """Six times the base; an increase by five times comes to the same."""
    MONTH = "month"
    BASIS = "basis of comparison"
    """What a change is measured against: 1 the year before (同比), 2 the period before (环比)."""
    CODE = "code"
    FORMULA = "chemical formula"
    QUARTER = "quarter of a year"
    HALF = "half of a year"
    ORDER = "order of magnitude"
    """数十亿, tens of billions: the value is that of the smallest such number."""


class Bound(Enum):
    """On which side of the value the quantity lies, and whether the value itself is in."""

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"


class Quantity(NamedTuple):
    """A value with its place.

    `values` are the readings it has, the likeliest first (兆 is a million on the mainland and a billion squared in
    Taiwan). A quantity that is not `firm` (small numerals, ordinals, list numbers) may answer another, but its own
    absence means nothing: 一心一意 counts nothing.
    """

    values: tuple[Fraction, ...]
    kind: Kind
    span: Span
    is_firm: bool = True
    bound: Bound | None = None
    code: str = ""
    """The string itself: HS and CAS numbers. Of two codes the digits count, not what stands between them."""
    measure: Measure | None = None
    """The number with its unit or currency, where there is one."""


def basis_points(value: Fraction, span: Span, bound: Bound | None) -> Quantity:
    """Return basis points as the percentage points they are."""
    return Quantity((value * _BASIS_POINT,), Kind.POINTS, span, bound=bound, measure=Measure(value, BASIS_POINTS, span))


def ranged(one: Quantity, after: Quantity | None, text: str, between: re.Pattern[str]) -> Quantity:
    """Return `one` as the first of a range takes it: with the unit and the scale of the last (200 to 300 billion)."""
    if (
        after is None
        or one.kind is not Kind.NUMBER
        or text[slice(*one.span)].rstrip()[-1:].isalpha()  # it has a unit of its own: 150 basis points to 1.0%
        or not between.fullmatch(text[one.span.end : after.span.start].lower())
    ):
        return one
    is_year = _YEAR.fullmatch(text, *one.span) is not None
    if after.kind not in {Kind.NUMBER, Kind.PERCENT, Kind.POINTS} or not after.values or is_year:
        return one
    scale = _scale(after, text)
    if after.kind is not Kind.NUMBER:
        is_basis = scale == _BASIS_POINT
        return one._replace(
            kind=after.kind, values=tuple(value * scale for value in one.values) if is_basis else one.values
        )
    return one._replace(values=(*one.values, one.values[0] * scale)) if scale > 1 and scale.denominator == 1 else one


def _scale(quantity: Quantity, text: str) -> Fraction:
    """Return what the digits lack of the value: "300 billion" is written 300 times a billion."""
    digits = _NUMBER.search(text, *quantity.span)
    written = Fraction(digits[0].replace(",", "")) if digits else Fraction(0)
    return quantity.values[0] / written if written else Fraction(1)

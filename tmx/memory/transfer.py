"""The numbers of a new source put into the target of an old one, where it is certain which goes where.

Certain is that old and new source differ in numbers only; that each number that changes has one place in the target,
by its value (5.54万 is 55,400); and that in the end the target says what the new source does. Else nothing is changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.tmx.memory.masking import mask
from zhengming.tmx.quantity import Kind, discrepancies, quantities

if TYPE_CHECKING:
    from fractions import Fraction

    from zhengming.termbase.position import Span
    from zhengming.tmx.quantity import Quantity

__all__ = ["transferred"]

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MONTHS = (
    "January February March April May June July August September October November December".split(),
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
)
_MOST_DECIMALS = 6
_THOUSAND, _TEN_THOUSAND = 1_000, 10_000


def transferred(old: str, new: str, target: str, source_language: str, target_language: str) -> str | None:
    """Return the target of the old source as one of the new; None where that is not certain."""
    if mask(old, source_language).form != mask(new, source_language).form:
        return None
    read = [quantities(old, source_language), quantities(new, source_language), quantities(target, target_language)]
    olds, news, targets = read
    if olds is None or news is None or targets is None or len(olds) != len(news) or discrepancies(olds, targets):
        return None
    changes = _changes(olds, news)
    if changes is None:
        return None
    edits: list[tuple[Span, str]] = []
    for before, after in changes:
        there = [
            quantity for quantity in targets if quantity.kind is before.kind and _value(quantity) == _value(before)
        ]
        written = _written(target, there[0], after) if len(there) == 1 else None
        if written is None:
            return None
        edits.append((there[0].span, written))
    text = target
    for span, written in sorted(edits, reverse=True):
        text = text[: span.start] + written + text[span.end :]
    found = quantities(text, target_language)
    return text if found is not None and not discrepancies(news, found) else None


def _changes(olds: list[Quantity], news: list[Quantity]) -> list[tuple[Quantity, Quantity]] | None:
    """Return the quantities that change; None where one would stand for two."""
    meanings: dict[tuple[Kind, Fraction | None], Fraction | None] = {}
    changes: list[tuple[Quantity, Quantity]] = []
    for before, after in zip(olds, news, strict=True):
        key = before.kind, _value(before)
        if before.kind is not after.kind or meanings.setdefault(key, _value(after)) != _value(after):
            return None
        if before.code != after.code:
            return None
        if _value(before) != _value(after) and (before, after) not in changes:
            changes.append((before, after))
    return changes


def _value(quantity: Quantity) -> Fraction | None:
    return quantity.values[0] if quantity.values else None


def _written(target: str, place: Quantity, after: Quantity) -> str | None:
    """Return how the target would write another value in that place."""
    text, before, value = target[slice(*place.span)], _value(place), _value(after)
    if before is None or value is None:
        return None
    if place.kind is Kind.MONTH:
        for names in _MONTHS:
            if text in names and value.denominator == 1 and 1 <= value <= len(names):
                return names[int(value) - 1]
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) != 1:
        return None
    digits = numbers[0].group()
    if not (old := _fraction(digits)):
        return None
    number = _decimal(value * old / before, digits)
    return number and text[: numbers[0].start()] + number + text[numbers[0].end() :]


def _fraction(digits: str) -> Fraction:
    from fractions import Fraction  # noqa: PLC0415  few look-ups differ in a number

    return Fraction(digits.replace(",", ""))


def _decimal(value: Fraction, model: str) -> str | None:
    """Return a number in figures, its thousands parted as in the model; None if it has no end."""
    for decimals in range(_MOST_DECIMALS + 1):
        if (value * 10**decimals).denominator == 1:
            break
    else:
        return None
    whole = _fraction(model) >= _THOUSAND
    parted = "," in model if whole else value >= _TEN_THOUSAND
    return f"{float(value):{',' if parted else ''}.{decimals}f}"

"""A number with its unit: five tonnes, 5公斤, US$5 million."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.position import Span
from zhengming.tmx.quantity.unit import CURRENCY, UNITS, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

__all__ = ["BASIS_POINTS", "Measure", "measured"]

_HAN_FIRST = frozenset(word[0] for word in UNITS if not word[0].isascii())
_LONGEST_HAN = max(len(word) for word in UNITS if word[0] in _HAN_FIRST)
_LATIN_FIRST = frozenset(word.split()[0] for word in UNITS)
_LATIN = re.compile(r"[\s-]?([a-z°µμ$][a-z\d°µμ·.$]*)")
_NEXT = re.compile(r"\s([a-z]+)")
_MOST_WORDS = max(len(word.split()) for word in UNITS)
#: Words that only begin like a unit.
_OTHER_WORD = re.compile(
    "克[朗隆]|升[至到级]|码头|度[过假]|里[面程昂]|元[旦素件年月首代朝]|瓦斯|斤斤|两[个家国地岸者边种类项天周]"
)
_ABOUT = frozenset("多余来几")
_SIGNS = frozenset("°µμ")
_BEFORE = re.compile(
    r"(人民币|港币|美金|新台币|台币|(?<![a-z])(?:us|hk|nt|nz|ca|au|[acs])?\$|[€£¥￥]|\b(?:rmb|cny|usd|hkd|eur|gbp|jpy))\s?$"
)
_BEFORE_LAST = frozenset("币金$€£¥￥bydrp")


class Measure(NamedTuple):
    """How much of a unit; the unit is one of those given. `span` is that of number and unit."""

    value: Fraction
    units: tuple[Unit, ...]
    span: Span

    @property
    def bases(self) -> Iterator[tuple[str, Fraction]]:
        """The dimensions it may have, and its size in the base of each. A currency has no size."""
        return ((unit.dimension, unit.base(self.value)) for unit in self.units if unit.dimension != CURRENCY)


BASIS_POINTS = (Unit("basis points", "basis points"),)


def measured(value: Fraction, folded: str, start: int, end: int) -> Measure | None:
    """Return the number with the unit that follows it, or the currency that stands before it."""
    before = folded[start - 2 : start] if start > 1 else folded[:start]
    if not _BEFORE_LAST.isdisjoint(before) and (sign := _BEFORE.search(folded, max(0, start - 5), start)):
        return Measure(value, UNITS[sign[1]], Span(sign.start(), end))
    place = end
    if folded[place : place + 1] in _ABOUT:
        place += 1
    first = folded[place : place + 1]
    if first == " ":
        first = folded[place + 1 : place + 2]
    if first in _HAN_FIRST:
        return _followed_by_han(value, folded, Span(start, end), place + (folded[place] == " "))
    if (first.isascii() or first in _SIGNS) and (match := _LATIN.match(folded, place)):
        return _followed_by_latin(value, match, folded, start)
    return None


def _followed_by_han(value: Fraction, folded: str, span: Span, place: int) -> Measure | None:
    if _OTHER_WORD.match(folded, place):
        return None
    for length in range(_LONGEST_HAN, 0, -1):
        if units := UNITS.get(folded[place : place + length]):
            return Measure(value, units, Span(span.start, min(place + length, len(folded))))
    return None


def _followed_by_latin(value: Fraction, match: re.Match[str], folded: str, start: int) -> Measure | None:
    word, end = match[1], match.end()
    if word not in _LATIN_FIRST:
        word, end = word.rstrip("."), match.start(1) + len(word.rstrip("."))
        if word not in _LATIN_FIRST:
            return None
    found, name, at = UNITS.get(word), word, match.end()
    for _ in range(_MOST_WORDS - 1):
        if (more := _NEXT.match(folded, at)) is None:
            break
        name, at = f"{name} {more[1]}", more.end()
        if units := UNITS.get(name):
            found, end = units, at
    return None if found is None else Measure(value, found, Span(start, end))

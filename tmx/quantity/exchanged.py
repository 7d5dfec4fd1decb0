"""The one figure that differs: both sides have as many, and all but one are the same.

Small numbers alone say nothing, for languages put them in and leave them out as they please. But where section 7 has
become section 8 and all else stands as it was, nobody has been free.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.quantity.compare import Discrepancy, are_equal
from zhengming.tmx.quantity.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.tmx.quantity.model import Quantity

__all__ = ["exchanged"]

_COUNTED = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.POINTS, Kind.LEVEL, Kind.MONTH})
#: English words from here on are figures too: nobody is "seven" in a manner of speaking.
_WORDS = dict(zip("three four five six seven eight nine ten eleven twelve".split(), range(3, 13), strict=True))
_WORDS |= dict(zip("third fourth fifth sixth seventh eighth ninth tenth".split(), range(3, 11), strict=True))
_LEAST = 3
#: In a longer text that has so many other words, the same count of figures may be chance.
_FEW = 6
#: Before or behind a number these make it a part of a name: ACE2, N52, COVID-19, 3D; not so in Bayer2 and 3sec.
_NAMED = re.compile(r"(?:[A-Z]|(?<![A-Za-z])[a-z]{1,2})[-.]?$")
_NAMING = re.compile(r"[A-Z]|[A-Za-z](?![a-z])")
_LONGEST_NAME = 4


class _Figure(NamedTuple):
    """A number as it is written."""

    value: Fraction
    quantity: Quantity


class _Side(NamedTuple):
    """The numbers of a text: in digits, in words that are as good, and all other words that may be numbers."""

    digits: list[_Figure]
    words: list[_Figure]
    vague: set[Fraction]


def exchanged(
    source: Sequence[Quantity], target: Sequence[Quantity], source_text: str, target_text: str
) -> Discrepancy | None:
    """Return the two figures that differ, if they are the only ones and both sides have the same number of figures."""
    one, other = _side(source, source_text), _side(target, target_text)
    vague = one.vague, other.vague
    if one.words or other.words:
        ones, others = [*one.digits, *one.words], [*other.digits, *other.words]
        change = _only_change(ones, others, vague) if len(ones) <= _FEW else None
        if change is not None:
            return change
        vague = one.vague | {word.value for word in one.words}, other.vague | {word.value for word in other.words}
    return _only_change(one.digits, other.digits, vague)


def _side(quantities: Sequence[Quantity], text: str) -> _Side:
    side = _Side([], [], set())
    for quantity in quantities:
        if quantity.kind not in _COUNTED or not quantity.values:
            continue
        start, end = quantity.span
        if text[start:end] == "may" or text.startswith(" decade", end):
            continue  # a verb; 三十多年 for three decades
        written = text[start:end].lower()
        if quantity.kind is Kind.MONTH or any(map(str.isdecimal, written)):
            if not _NAMED.search(text, max(0, start - _LONGEST_NAME), start) and not _NAMING.match(text, end):
                side.digits.append(_Figure(quantity.values[0], quantity))
        elif written in _WORDS or (text[start - 1 : start] == "第" and quantity.values[0] >= _LEAST):
            side.words.append(_Figure(Fraction(_WORDS.get(written, quantity.values[0])), quantity))
        else:
            side.vague.update(quantity.values)
    return side


def _only_change(
    ones: list[_Figure], others: list[_Figure], vague: tuple[set[Fraction], set[Fraction]]
) -> Discrepancy | None:
    """Return the figures that differ, unless a word on the other side says what one of them says."""
    if len(ones) != len(others):
        return None
    mine, theirs = (Counter(figure.value for figure in side) for side in (ones, others))
    lacking, beyond = mine - theirs, theirs - mine
    if lacking.total() != 1 or lacking.keys() & vague[1] or beyond.keys() & vague[0]:
        return None
    candidates = product(
        (figure.quantity for figure in ones if figure.value in lacking),
        (figure.quantity for figure in others if figure.value in beyond),
    )
    found = next(((one, other) for one, other in candidates if one.kind is other.kind), None)
    return None if found is None or are_equal(*found) else Discrepancy(*found)

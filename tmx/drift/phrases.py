"""The recurring phrases of a language: what may be a term."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array

    from zhengming.tmx.drift.corpus import Phrase, Side

__all__ = ["recurring"]

_LONGEST = 5
_SLOTS = 1 << 22


def recurring(side: Side, least: int) -> dict[Phrase, array[int]]:
    """Return the phrases of one to four words that stand in `least` units or more, with these units.

    Longer phrases are looked for only where both their shorter parts recur; a table of small counters, in which
    phrases may share a place, first rules out nearly all that stand too rarely.
    """
    from array import array

    size = len(side.units)
    found: dict[Phrase, array[int]] = {}
    frequent: set[Phrase] = set()
    for length in range(1, _LONGEST + 1):
        counters = bytearray(_SLOTS)
        for unit in side.units:
            for phrase in set(_grams(unit, length, frequent)):
                slot = hash(phrase) % _SLOTS
                if counters[slot] < 255:
                    counters[slot] += 1
        units: defaultdict[Phrase, array[int]] = defaultdict(lambda: array("I"))
        for number, unit in enumerate(side.units):
            for phrase in set(_grams(unit, length, frequent)):
                if counters[hash(phrase) % _SLOTS] >= least:
                    units[phrase].append(number)
        units = {phrase: where for phrase, where in units.items() if len(where) >= least}
        frequent = set(units)
        found |= {p: w for p, w in units.items() if side.is_content(p[0]) and side.is_content(p[-1])}
    return found


def _grams(unit: array[int], length: int, frequent: set[Phrase]):
    if length == 1:
        return ((number,) for number in unit if number)
    return (
        (*head, unit[at + length - 1])
        for at in range(len(unit) - length + 1)
        if (head := tuple(unit[at : at + length - 1])) in frequent and tuple(unit[at + 1 : at + length]) in frequent
    )

"""Which words of the two sides go together: of each word of a target unit, the word of the source that it renders."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.tmx.drift.corpus import Side

__all__ = ["Association", "Link"]

_BITS = 8
_FEWEST = 2
"""What meets but once meets by chance."""


class Link(NamedTuple):
    """A word of the source, "" for none, and how surely a word of the target renders it, from 0 to 1."""

    word: str
    strength: float


_NOTHING = Link("", 0.0)


class Association:
    """Knows in how many units words of the two sides meet, and links those that do so most.

    The strength of a link is Dice's coefficient; of the words of a unit each of the target goes with the strongest of
    the source (competitive linking, Melamed 2000, in one direction).
    """

    def __init__(self, source: Side, target: Side) -> None:
        self._source, self._target = source, target
        self._source_places, self._target_places = _Places(source), _Places(target)
        self._links: dict[int, dict[str, Link]] = {}

    def strengths(self, units: Sequence[int], words: set[str]) -> dict[str, float]:
        """Return how surely each target word goes with something that stands in these units, which are in order."""
        bits, size = _bits_of(units), len(units)
        found: dict[str, float] = {}
        for word in words:
            both = (bits & self._target_places.bits(word)).bit_count()
            found[word] = 2 * both / (size + self._target_places.count(word)) if both >= _FEWEST else 0.0
        return found

    def links(self, unit: int) -> dict[str, Link]:
        """Return the words of the target in that unit, each with the source word of the unit that it goes with most."""
        known = self._links.get(unit)
        if known is None:
            known = self._links[unit] = self._linked(unit)
        return known

    def _linked(self, unit: int) -> dict[str, Link]:
        places = self._source_places
        words = dict.fromkeys(self._source.content(self._source.units[unit]))
        sources = [(word, places.bits(word), places.count(word)) for word in words]
        return {other: self._best(sources, other) for other in set(self._target.content(self._target.units[unit]))}

    def _best(self, sources: list[tuple[str, int, int]], other: str) -> Link:
        bits, count = self._target_places.bits(other), self._target_places.count(other)
        best = _NOTHING
        for word, places, times in sources:
            whole = count + times
            if 2 * min(count, times) > best.strength * whole:  # else they cannot meet often enough
                both = (bits & places).bit_count()
                if both >= _FEWEST and 2 * both > best.strength * whole:
                    best = Link(word, 2 * both / whole)
        return best


class _Places:
    """In which units each word of a side stands, as the bits of a number: two of them meet in one operation."""

    def __init__(self, side: Side) -> None:
        self._units: dict[str, array[int]] = {}
        self._bits: dict[str, int] = {}
        for number, unit in enumerate(side.units):
            for word in set(unit):
                units = self._units.get(word)
                if units is None:
                    units = self._units[word] = array("L")
                units.append(number)

    def count(self, word: str) -> int:
        return len(self._units.get(word, ()))

    def bits(self, word: str) -> int:
        known = self._bits.get(word)
        if known is None:
            known = self._bits[word] = _bits_of(self._units.get(word, ()))
        return known


def _bits_of(units: Sequence[int]) -> int:
    """Return a number with the bit of each of these units set, given in their order."""
    if not units:
        return 0
    field = bytearray(units[-1] // _BITS + 1)
    for unit in units:
        field[unit // _BITS] |= 1 << unit % _BITS
    return int.from_bytes(field, "little")

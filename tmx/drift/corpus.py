"""The units of one pair of languages as numbers: which words stand in which unit, in sets that are cheap to meet."""

from __future__ import annotations

import math
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from zhengming.tmx.drift.words import is_content, lemma, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from zhengming.tmx.drift.words import Word

__all__ = ["BREAK", "Bilingual", "Phrase", "Side", "likeness", "places", "units_in"]

#: The number of what is no word and parts phrases.
BREAK = 0

#: Words by their numbers.
Phrase: TypeAlias = tuple[int, ...]


class Side:
    """The texts of one language: `units` holds the words of each, as numbers.

    Sets of units are whole numbers with a bit for each unit: to meet two of them is one operation.
    """

    def __init__(self, key_of: Callable[[str], str]) -> None:
        self.units: list[array[int]] = []
        self.words: list[str] = [""]
        self._key_of = key_of
        self._numbers: dict[str, int] = {"": BREAK}
        self._content = bytearray(1)
        self._postings: list[array[int]] = [array("I")]
        self.units_with = lru_cache(maxsize=8192)(self._units_with)

    def add(self, found: Iterable[Word]) -> None:
        """Take the next unit."""
        unit = self.numbered(found)
        for number in set(unit):
            self._postings[number].append(len(self.units))
        self.units.append(unit)

    def numbered(self, found: Iterable[Word]) -> array[int]:
        """Return the numbers of these words."""
        return array("I", [self._number(word.key) for word in found])

    def _number(self, word: str) -> int:
        key = self._key_of(word)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.words)
            self.words.append(key)
            self._postings.append(array("I"))
            self._content.append(is_content(key))
        return number

    def is_content(self, number: int) -> bool:
        """Return whether that word names something."""
        return bool(self._content[number])

    def content(self, phrase: Iterable[int]) -> list[int]:
        """Return the words of a phrase that name something."""
        return [number for number in phrase if self._content[number]]

    def frequency(self, number: int) -> int:
        """Return in how many units the word stands."""
        return len(self._postings[number])

    def _units_with(self, number: int) -> int:
        return self.set_of(self._postings[number])

    def set_of(self, units: Iterable[int]) -> int:
        """Return these units as a set."""
        octets = bytearray(len(self.units) // 8 + 1)
        for unit in units:
            octets[unit >> 3] |= 1 << (unit & 7)
        return int.from_bytes(octets, "little")

    def units_of(self, phrase: Phrase) -> int:
        """Return the set of the units in which the phrase stands."""
        together = self.units_with(phrase[0])
        for number in phrase[1:]:
            together &= self.units_with(number)
        return self.set_of(unit for unit in units_in(together) if places(phrase, self.units[unit]))


class Bilingual(NamedTuple):
    """Source and target of the same units. Words of one root are one on the target's side only."""

    source: Side
    target: Side

    @classmethod
    def empty(cls) -> Bilingual:
        """Return a corpus to be filled."""
        return cls(Side(lemma), Side(stem))

    def correlation(self, one: int, other: int) -> float:
        """Return how far two sets of units go together: 1 always, 0 as chance would have it (the phi coefficient)."""
        size = len(self.source.units)
        first, second, both = one.bit_count(), other.bit_count(), (one & other).bit_count()
        spread = first * second * (size - first) * (size - second)
        return (size * both - first * second) / math.sqrt(spread) if spread > 0 else 0.0


def likeness(one: int, other: int) -> float:
    """Return how alike two sets of units are: 1 if they are one, 0 if they are apart (Dice's coefficient)."""
    return 2 * (one & other).bit_count() / (one.bit_count() + other.bit_count())


def units_in(units: int) -> Iterator[int]:
    """Yield the units of a set."""
    for at, octet in enumerate(units.to_bytes(units.bit_length() // 8 + 1, "little")):
        if octet:
            yield from (8 * at + bit for bit in range(8) if octet >> bit & 1)


def places(phrase: Sequence[int], unit: array[int]) -> list[int]:
    """Return where in a unit the phrase begins."""
    wanted, size = array("I", phrase), len(phrase)
    return [at for at, number in enumerate(unit) if number == phrase[0] and unit[at : at + size] == wanted]

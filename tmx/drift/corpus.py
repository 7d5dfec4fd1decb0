"""The units of one pair of languages as numbers: which words stand in which unit, in sets that are cheap to meet."""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.drift.words import is_content, lemma, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from zhengming.tmx.drift.words import Word

__all__ = ["BREAK", "Bilingual", "Phrase", "Side", "bits"]

#: The number of what is no word and parts phrases.
BREAK = 0

Phrase = tuple[int, ...]


def bits(units: Sequence[int], size: int) -> int:
    """Return a set of units as one number, a bit for each."""
    octets = bytearray(size // 8 + 1)
    for unit in units:
        octets[unit >> 3] |= 1 << (unit & 7)
    return int.from_bytes(octets, "little")


class Side:
    """The texts of one language: `units` holds the words of each, as numbers."""

    def __init__(self, key_of: Callable[[str], str]) -> None:
        self.units: list[array[int]] = []
        self._key_of = key_of
        self._numbers: dict[str, int] = {"": BREAK}
        self._content = bytearray(1)
        self._postings: list[array[int]] = [array("I")]
        self.bits = lru_cache(maxsize=4096)(self._bits)

    def add(self, found: Sequence[Word]) -> None:
        """Take the next unit."""
        unit = array("I", (self.number(word.key) for word in found))
        for number in set(unit):
            self._postings[number].append(len(self.units))
        self.units.append(unit)

    def number(self, key: str) -> int:
        """Return the number of a word."""
        key = self._key_of(key)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._postings)
            self._postings.append(array("I"))
            self._content.append(is_content(key))
        return number

    def keys(self) -> list[str]:
        """Return the words by their numbers."""
        return list(self._numbers)

    def is_content(self, number: int) -> bool:
        """Return whether that word names something."""
        return bool(self._content[number])

    def frequency(self, number: int) -> int:
        """Return in how many units the word stands."""
        return len(self._postings[number])

    def _bits(self, number: int) -> int:
        return bits(self._postings[number], len(self.units))

    def content(self, phrase: Sequence[int]) -> list[int]:
        """Return the words of a phrase that name something."""
        return [number for number in phrase if self._content[number]]

    def units_of(self, phrase: Phrase) -> list[int]:
        """Return the units in which the phrase stands, word by word."""
        together = -1
        for number in phrase:
            together &= self.bits(number)
        return [unit for unit in positions(together) if starts(self.units[unit], phrase)]


class Bilingual(NamedTuple):
    """Source and target of the same units. On the target words of one root are one."""

    source: Side
    target: Side

    @classmethod
    def empty(cls) -> Bilingual:
        """Return a corpus to be filled."""
        return cls(Side(lemma), Side(stem))


def positions(number: int) -> Iterator[int]:
    """Yield the places of the bits that are set."""
    for at, octet in enumerate(number.to_bytes(number.bit_length() // 8 + 1, "little")):
        if octet:
            yield from (8 * at + bit for bit in range(8) if octet >> bit & 1)


def starts(unit: array[int], phrase: Phrase) -> list[int]:
    """Return where in a unit the phrase begins."""
    found: list[int] = []
    first, size, at = phrase[0], len(phrase), 0
    wanted = array("I", phrase)
    try:
        while True:
            at = unit.index(first, at)
            if unit[at : at + size] == wanted:
                found.append(at)
            at += 1
    except ValueError:
        return found

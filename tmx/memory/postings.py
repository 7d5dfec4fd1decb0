"""Which forms hold a gram: an index over a fixed number of forms, sorted by weight, so that each list is too.

A gram that many forms hold has a bit for each form instead of a list: lists of bits are counted together, a million
forms at a time, as long integers.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from zhengming.tmx.memory.grams import Gram, Grams

__all__ = ["Built", "Posting", "Postings", "Weights", "build"]

#: A gram that more than one form in so many holds is written as bits, which take up to twice the room of a list.
_SPARSE = 64
_UNSIGNED = "I"


class Posting(NamedTuple):
    """The forms that hold one gram: how many, and which, as numbers of 32 bits or as bits."""

    number: int
    data: bytes

    @property
    def places(self) -> array[int]:
        """The places in a list, in their order."""
        places = array(_UNSIGNED, self.data)
        if sys.byteorder == "big":  # pragma: no cover  another machine
            places.byteswap()
        return places

    def held(self, among: set[int] | None, size: int) -> set[int]:
        """Return those of some places, or of all, that hold the gram in an index over `size` forms."""
        if not is_dense(self.number, size):
            return set(self.places) if among is None else among.intersection(self.places)
        if among is None:
            return set(_bits_set(self.data))
        return {place for place in among if self.data[place >> 3] >> (place & 7) & 1}


def is_dense(count: int, size: int) -> bool:
    """Return whether a gram of `count` forms among `size` is written as bits."""
    return count * _SPARSE > size


class Weights(NamedTuple):
    """The weights that forms have, in order, and the first place of each; `size` is the number of forms."""

    distinct: array[int]
    firsts: array[int]
    size: int

    @classmethod
    def of(cls, weights: Iterable[int]) -> Weights:
        """Return the weights of forms that are sorted by them."""
        distinct, firsts = array(_UNSIGNED), array(_UNSIGNED)
        place = -1
        for place, weight in enumerate(weights):
            if not distinct or distinct[-1] != weight:
                distinct.append(weight)
                firsts.append(place)
        return cls(distinct, firsts, place + 1)

    def first_of(self, weight: float) -> int:
        """Return the first place whose form weighs as much or more."""
        index = bisect_left(self.distinct, weight)
        return self.firsts[index] if index < len(self.firsts) else self.size

    def at(self, place: int) -> int:
        """Return the weight of the form in that place."""
        return self.distinct[bisect_left(self.firsts, place + 1) - 1]


class Postings(Protocol):
    """An index, wherever it is kept."""

    @property
    def weights(self) -> Weights:
        """What its forms weigh."""
        ...

    def counts(self, grams: Collection[int]) -> Mapping[int, int]:
        """Return how many forms hold each gram, of those that any holds."""
        ...

    def read(self, grams: Collection[int]) -> Iterator[Posting]:
        """Yield the postings of grams that some form holds, in the order asked for."""
        ...


class _Lists(dict["Gram", "array[int]"]):
    def __missing__(self, gram: Gram) -> array[int]:
        self[gram] = places = array(_UNSIGNED)
        return places


class Built(NamedTuple):
    """An index in memory."""

    weights: Weights
    postings: dict[int, Posting]

    def counts(self, grams: Collection[int]) -> dict[int, int]:
        """Return how many forms hold each gram, of those that any holds."""
        return {gram: self.postings[gram].number for gram in grams if gram in self.postings}

    def read(self, grams: Collection[int]) -> Iterator[Posting]:
        """Yield the postings of grams that some form holds, in the order asked for."""
        return (self.postings[gram] for gram in grams)


def build(forms: Iterable[tuple[int, str]], grams: Grams) -> Built:
    """Build the index of forms given with their weights, sorted by them."""
    lists = _Lists()
    weights: list[int] = []
    for place, (weight, form) in enumerate(forms):
        weights.append(weight)
        for gram in grams.of(form):
            lists[gram].append(place)
    size = len(weights)
    merged: dict[int, Posting] = {}
    for gram in list(lists):
        number, places = grams.number(gram), lists.pop(gram)
        if number in merged:  # two grams of words with one hash
            known = merged[number]
            places = array(_UNSIGNED, sorted(known.held(None, size).union(places)))
        merged[number] = _written(places, size)
    return Built(Weights.of(weights), merged)


def _written(places: array[int], size: int) -> Posting:
    count = len(places)
    if is_dense(count, size):
        bits = bytearray((size + 7) // 8)
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        return Posting(count, bytes(bits))
    if sys.byteorder == "big":  # pragma: no cover  another machine
        places.byteswap()
    return Posting(count, places.tobytes())


def _bits_set(data: bytes) -> Iterator[int]:
    """Yield the places whose bits are set, in their order."""
    for index, byte in enumerate(data):
        rest = byte
        while rest:
            lowest = rest & -rest
            yield index * 8 + lowest.bit_length() - 1
            rest ^= lowest

"""Many lists of bits counted together: in how many of them each bit is set, by adding whole lists as long integers.

The sums stand in planes: the n-th plane has the n-th binary digit of every sum. Adding twenty lists over a million
forms takes a millisecond or two; one form at a time it would take a second.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Sums"]

_THREE = 3
_SOME = re.compile(rb"[^\0]")


class Sums:
    """In how many of some lists of `size` bits each bit is set."""

    def __init__(self, lists: Iterable[bytes], size: int) -> None:
        given = [int.from_bytes(bits, "little") for bits in lists]
        self._count = len(given)
        self._bytes = (size + 7) // 8
        self._planes = _added(given)
        self._written = [plane.to_bytes(self._bytes, "little") for plane in self._planes]

    def at(self, place: int) -> int:
        """Return the sum of one bit."""
        byte, bit = place >> 3, place & 7
        return sum((plane[byte] >> bit & 1) << digit for digit, plane in enumerate(self._written))

    def best(self, wanted: int, least: int, most: int, middle: int) -> Iterator[int]:
        """Yield the places of the highest sums: `wanted` or a few more, none below `least`.

        Where more than `most` would be, those of the lowest sum taken are the nearest to `middle`.
        """
        low, high = least, self._count
        while low < high:  # the highest sum that so many reach
            between = (low + high + 1) // 2
            low, high = (between, high) if self._reaching(between).bit_count() >= wanted else (low, between - 1)
        found = self._reaching(low)
        if found.bit_count() <= most:
            yield from _places(found, self._bytes)
            return
        above = self._reaching(low + 1)
        yield from _places(above, self._bytes)
        most -= above.bit_count()
        lowest = list(_places(found & ~above, self._bytes))
        begin = max(0, min(bisect_left(lowest, middle) - most // 2, len(lowest) - most))
        yield from lowest[begin : begin + most]

    def _reaching(self, least: int) -> int:
        """Return the bits whose sum is `least` or more."""
        if least >> len(self._planes):
            return 0
        equal, more = (1 << self._bytes * 8) - 1, 0
        for digit in reversed(range(len(self._planes))):
            plane = self._planes[digit]
            if least >> digit & 1:
                equal &= plane
            else:
                more |= equal & plane
                equal &= ~plane
        return more | equal


def _added(level: Sequence[int]) -> list[int]:
    """Return the planes of the sums: three lists of one digit become one of that digit and one of the next."""
    planes: list[int] = []
    while level:
        waiting, carried = list(level), list[int]()
        while len(waiting) >= _THREE:
            one, two, three = waiting[-3:]
            either = one ^ two
            waiting[-3:] = [either ^ three]
            carried.append((one & two) | (either & three))
        if len(waiting) > 1:
            one, two = waiting
            waiting = [one ^ two]
            carried.append(one & two)
        planes += waiting
        level = carried
    return planes


def _places(bits: int, length: int) -> Iterator[int]:
    data = bits.to_bytes(length, "little")
    for match in _SOME.finditer(data):
        index = match.start()
        byte = data[index]
        while byte:
            lowest = byte & -byte
            yield index * 8 + lowest.bit_length() - 1
            byte ^= lowest

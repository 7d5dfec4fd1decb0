"""The order of rows and of columns: whose it is, and where what the other has added goes."""

from __future__ import annotations

import heapq
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from zhengming.termbase.ids import order

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

__all__ = ["Key", "Three", "in_order", "is_sorted", "numbered", "rank"]

_Item = TypeVar("_Item")
_Other = TypeVar("_Other")


class Key(NamedTuple):
    """What tells a row or column from the others: a name, and how many of that name come before it."""

    name: str
    number: int = 0


class Three(NamedTuple, Generic[_Item]):
    """A thing as it was, and what two people have made of it."""

    base: _Item
    ours: _Item
    theirs: _Item

    def each(self, of: Callable[[_Item], _Other]) -> Three[_Other]:
        """Return what the function makes of the three."""
        return Three(of(self.base), of(self.ours), of(self.theirs))

    def settled(self) -> _Item:
        """Return what the one has made of it that the other left alone; ours where both have changed it."""
        return self.theirs if self.ours == self.base else self.ours


def numbered(names: Iterable[str]) -> list[Key]:
    """Return the keys of these names, which may come again."""
    met: dict[str, int] = {}
    keys: list[Key] = []
    for name in names:
        met[name] = met.get(name, -1) + 1
        keys.append(Key(name, met[name]))
    return keys


def in_order(sides: Three[Sequence[Key]], kept: Collection[Key], *, by_id: bool = False) -> list[Key]:
    """Return those that are kept, in the order that one side has changed, else in the one they had.

    What the other side has beyond that goes where its id sorts, if `by_id` and both sides are sorted; else behind what
    it follows there.
    """
    first, second = _leading(sides)
    leading = [key for key in first if key in kept]
    known = set(leading)
    added = [key for key in second if key in kept and key not in known]
    if by_id and is_sorted(sides.ours) and is_sorted(sides.theirs):
        return list(heapq.merge(leading, sorted(added, key=rank), key=rank))
    return _interleaved(leading, second, added)


def _leading(sides: Three[Sequence[Key]]) -> tuple[Sequence[Key], Sequence[Key]]:
    common = set(sides.base).intersection(sides.ours, sides.theirs)
    base, ours, theirs = ([key for key in side if key in common] for side in sides)
    return (sides.theirs, sides.ours) if ours == base != theirs else (sides.ours, sides.theirs)


def rank(key: Key) -> tuple[tuple[str, int], ...]:
    """Return what sorts keys that are ids."""
    return order(key.name)


def is_sorted(keys: Iterable[Key]) -> bool:
    """Return whether the ids are in order."""
    return all(one <= other for one, other in pairwise(map(rank, keys)))


def _interleaved(leading: Sequence[Key], second: Sequence[Key], added: Collection[Key]) -> list[Key]:
    """Return the leading keys with each added one behind what comes before it in `second`, and what is new there."""
    followers: dict[Key | None, list[Key]] = {None: []}
    known, new = set(leading), set(added)
    anchor: Key | None = None
    for key in second:
        if key in new:
            followers.setdefault(anchor, []).append(key)
        elif key in known:
            anchor = key
    shared = known.intersection(second)
    result: list[Key] = []
    waiting = followers[None]
    for key in leading:
        if key in shared:
            result += waiting
            waiting = followers.get(key, [])
        result.append(key)
    return result + waiting

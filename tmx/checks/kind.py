"""The two kinds of check on parallel text: one looks at a pair, the other sees all pairs and then speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.check import Check
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.pair import Pair
    from zhengming.tmx.render import Reading

__all__ = ["Again", "Collector", "CorpusCheck", "PairCheck"]


@dataclass(frozen=True, slots=True)
class PairCheck:
    """A check that needs nothing but the pair before it."""

    check: Check
    examine: Callable[[Reading], Iterator[Issue]]


class Again(Protocol):
    """Reads the pairs once more."""

    def __call__(self, is_wanted: Callable[[Pair], bool] = ..., /) -> Iterable[Reading]:
        """Return the readings of those pairs that are wanted, of all unless told otherwise."""
        ...


class Collector(Protocol):
    """What a check remembers of the pairs it has seen: hashes and counts, for a memory may hold millions."""

    def add(self, reading: Reading) -> None:
        """Take note of one pair."""
        ...

    def issues(self, again: Again) -> Iterator[Issue]:
        """Say what is wrong with the whole; `again` reads those pairs once more whose text is wanted."""
        ...


@dataclass(frozen=True, slots=True)
class CorpusCheck:
    """A check that compares pairs with one another."""

    check: Check
    collect: Callable[[], Collector]

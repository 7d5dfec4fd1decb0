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

__all__ = ["Collector", "CorpusCheck", "PairCheck"]


@dataclass(frozen=True, slots=True)
class PairCheck:
    """A check that needs nothing but the pair before it."""

    check: Check
    examine: Callable[[Reading], Iterator[Issue]]
    concerns: Callable[[Reading], bool] | None = None
    """Tells quickly of most pairs that the check has nothing to say; checks with one in common stand together."""


class Collector(Protocol):
    """What a check remembers of the pairs it has seen: hashes and counts, for a memory may hold millions."""

    def add(self, reading: Reading) -> None:
        """Take note of one pair."""
        ...

    def wanted(self) -> Callable[[Pair], bool] | None:
        """Return which pairs are to be read once more, now that all have been seen; None if none are."""
        ...

    def issues(self, readings: Iterable[Reading]) -> Iterator[Issue]:
        """Say what is wrong with the whole; `readings` are those of the pairs wanted, in the order of reading."""
        ...


@dataclass(frozen=True, slots=True)
class CorpusCheck:
    """A check that compares pairs with one another."""

    check: Check
    collect: Callable[[], Collector]

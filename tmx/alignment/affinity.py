"""Affinity: how much likelier the words of some sentences are beside given ones of the other text than anywhere."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.tmx.alignment.lexicon import Direction
    from zhengming.tmx.alignment.text import Text

__all__ = ["Affinity"]


class Affinity:
    """One direction: what sentences of `given` say of each sentence of `other`, as logarithms.

    A word that ought to be a rendering of something there, and is of nothing, speaks against the sentence; one that
    is known to render nothing says nothing.
    """

    def __init__(self, given: Text, other: Text, direction: Direction) -> None:
        self._given, self._other, self._direction = given, other, direction
        self._unmet = {token: math.log(1 - part) for token, part in direction.explained.items()}
        #: what each sentence of the other text is worth where nothing answers it
        self.floor = [sum(self._unmet.get(token, 0.0) for token in tokens) for tokens in other.tokens]

    def gains(self, first: int, last: int, low: int, high: int, most: int | None = None) -> dict[int, float]:
        """Return what the sentences [low, high) of the other text gain above their floor beside given [first, last).

        With `most`, only words count that stand in so many sentences at most.
        """
        found: defaultdict[int, float] = defaultdict(float)
        places = self._other.places
        for token, gain in self._known(first, last):
            where = places[token]
            if most is not None and len(where) > most:
                continue
            start = bisect_left(where, low) if len(where) > 4 else 0  # noqa: PLR2004  sooner looked at than searched
            for place in where[start:] if start else where:
                if place >= high:
                    break
                if place >= low:
                    found[place] += gain
        return found

    def _known(self, first: int, last: int) -> Iterator[tuple[str, float]]:
        """Yield the words that the given sentences make likelier, with what each gains."""
        given: Sequence[str] = list(chain.from_iterable(self._given.tokens[first:last]))
        ratios: defaultdict[str, float] = defaultdict(float)
        renderings = self._direction.renderings
        for token in given:
            for other, ratio in renderings.get(token, {}).items():
                ratios[other] += ratio
        explained = self._direction.explained
        for token, ratio in ratios.items():
            part = explained[token]
            yield token, math.log(1 - part + part * ratio / len(given)) - self._unmet[token]

"""What a target word translates: its likely origins among the words of the source."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from zhengming.tmx.drift.corpus import units_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengming.tmx.drift.corpus import Bilingual

__all__ = ["Origins"]

_SAMPLE = 200
_ROUNDS = 5


class Origins:
    """Finds the origins of one word at a time, without the unit in question, which would be its own witness.

    Each unit that has the word shares one out among its source words, in proportion to the shares they had before:
    model 1 of Brown et al. (1993), for a single word. Of words that always come together, the rarer one wins.
    """

    def __init__(self, corpus: Bilingual) -> None:
        self._corpus = corpus
        self.of = lru_cache(maxsize=1024)(self._of)

    def _of(self, word: int, unit: int) -> Mapping[int, float]:
        """Return for each source word how often it is translated by `word` outside that unit, 1 being always."""
        source = self._corpus.source
        units = list(units_in(self._corpus.target.units_with(word) & ~(1 << unit)))
        units = units[:: len(units) // _SAMPLE + 1]
        share = self._corpus.target.frequency(word) / max(len(units), 1)  # what the sample stands for
        texts = [source.content(set(source.units[other])) for other in units]
        shares = {number: 1 / (source.frequency(number) + 1) for text in texts for number in text}
        for _ in range(_ROUNDS):
            gathered: defaultdict[int, float] = defaultdict(float)
            for text in texts:
                whole = sum(shares[number] for number in text)
                for number in text:
                    gathered[number] += shares[number] / whole
            shares = {number: share * sum_ / (source.frequency(number) + 1) for number, sum_ in gathered.items()}
        return shares

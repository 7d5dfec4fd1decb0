"""How much a recurring phrase looks like a term: what speaks for it, each in a figure, and all in one."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.text.frequency import UNKNOWN, cost
from zhengming.tmx.extraction.phrases import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zhengming.tmx.drift.corpus import Side

__all__ = ["Factors", "c_values", "log_ratio"]

#: Ten times as often is not ten times as much a term.
_DAMPED = 1 / 3
#: A phrase that is free in more ways than this is a word of any kind.
_FREE = 2.0
#: Where nothing stands for a phrase in the other language.
_UNRENDERED = 0.05
#: A single word of a language of which it is not known how common its words are.
_SINGLE = 0.5


class Factors(NamedTuple):
    """What speaks for a phrase.

    `c_value`: it stands often by itself, not only in longer ones (Frantzi, Ananiadou and Mima 2000). `entropy`: what
    stands beside it varies, at the side where it varies less. `log_ratio`: it is more frequent here than its words are
    in general; None where that is not known. `association`: how surely it goes with its rendering, Dice's coefficient;
    None without a translation.
    """

    c_value: float
    entropy: float
    log_ratio: float | None
    association: float | None = None
    is_single_word: bool = False

    @property
    def score(self) -> float:
        """All in one figure, of which only the order counts: 0 for what is no term, 10 for what a text is about."""
        score = max(self.c_value, 0.0) ** _DAMPED * min(self.entropy, _FREE)
        if self.log_ratio is not None:
            score *= max(self.log_ratio, 0.0)
        elif self.is_single_word:
            score *= _SINGLE
        if self.association is not None:
            score *= math.sqrt(max(self.association, _UNRENDERED))
        return math.log2(1 + score)


def c_values(counts: Mapping[str, int], side: Side) -> dict[str, float]:
    """Return the C-value of each phrase: its count less the mean count of longer ones around it, times its length."""
    within: Counter[str] = Counter()
    longer: Counter[str] = Counter()
    for phrase, count in counts.items():
        for part in parts(phrase):
            if part in counts:
                within[part] += count
                longer[part] += 1
    return {
        phrase: math.log2(_length(phrase, side)) * (count - (within[phrase] / longer[phrase] if longer[phrase] else 0))
        for phrase, count in counts.items()
    }


def _length(phrase: str, side: Side) -> int:
    """Return the length in characters where those carry meaning; else in words, and one more, or one would be none."""
    words = [side.word(number) for number in phrase]
    return len(phrase) + 1 if words[0].isascii() else sum(map(len, words))


def log_ratio(words: Iterable[str], count: int, size: int) -> float:
    """Return how much more frequent a Chinese phrase is among `size` words than its words let expect, in nats.

    Divided by the root of their number: each word that is added makes any phrase rarer.
    """
    costs = [min(cost(word), UNKNOWN) for word in words]
    return (math.log(count / size) + sum(costs)) / math.sqrt(len(costs))

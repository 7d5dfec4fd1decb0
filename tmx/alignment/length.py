"""The length model of Gale and Church (1993, “A Program for Aligning Sentences in Bilingual Corpora”).

The length of a translation in characters is that of the source times a ratio, more or less: with a variance that
grows as the length does. Here both are taken from the two texts themselves.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Lengths", "estimated"]

#: Before any pair is known.
_VARIANCE = 6.0
_LEAST_VARIANCE = 0.5
_FEWEST = 8
#: Lengths within these many standard deviations are believed.
_TAIL = 4.0
#: Short ones vary more than their length: so many characters are added to each.
_FIXED = 4


class Lengths(NamedTuple):
    """How long the translation of so many characters is."""

    ratio: float
    variance: float
    mean: float
    """Of the logarithms of the target's lengths, and below of their variance."""
    spread: float

    def beside(self, source: int) -> Callable[[int, int], float]:
        """Return what tells how likely so many characters, in so many sentences, are beside `source`: a logarithm."""
        expected = self.ratio * source
        variance = self.variance * (expected + self.ratio * _FIXED)
        scale, limit = -0.5 / variance, _TAIL**2 * variance
        peak = -0.5 * math.log(2 * math.pi * variance)

        def weight(length: int, sentences: int) -> float:
            likely = peak + scale * min((length - expected) ** 2, limit)
            # Of sentences together only their sum is known: each length of the first is as likely as any other.
            return likely if sentences == 1 else likely - (sentences - 1) * math.log(length or 1)

        return weight

    def alone(self, length: int) -> float:
        """Return how likely that length is for a sentence of the target, whatever is beside it: as a logarithm."""
        logarithm = math.log(length or 1)
        off = min((logarithm - self.mean) ** 2 / self.spread, _TAIL**2)
        return -0.5 * (off + math.log(2 * math.pi * self.spread)) - logarithm


def estimated(sources: Sequence[int], targets: Sequence[int], pairs: Iterable[tuple[int, int]]) -> Lengths:
    """Return the model of two texts, given the lengths of their sentences and of the pairs that are known."""
    logarithms = [math.log(length or 1) for length in targets] or [0.0]
    mean = sum(logarithms) / len(logarithms)
    spread = max(sum((one - mean) ** 2 for one in logarithms) / len(logarithms), 0.2)
    known = list(pairs)
    if len(known) < _FEWEST:
        return Lengths(_middle(targets) / _middle(sources), _VARIANCE, mean, spread)
    ratio = sum(target for _, target in known) / max(sum(source for source, _ in known), 1)
    off = sorted((target - ratio * source) ** 2 / (ratio * source + ratio * _FIXED) for source, target in known)
    kept = off[: max(len(off) * 95 // 100, 1)]  # of wrong pairs some are always among them
    return Lengths(ratio, max(1.3 * sum(kept) / len(kept), _LEAST_VARIANCE), mean, spread)


def _middle(lengths: Sequence[int]) -> float:
    """Return the mean of the middle half: of headings and of run-on tables there may be more on one side."""
    ordered = sorted(lengths)
    middle = ordered[len(ordered) // 4 : len(ordered) - len(ordered) // 4] or [1]
    return max(sum(middle) / len(middle), 1.0)

"""Lengths of targets against those of their sources, and which of them stand out in a file.

A target is about `ratio` times as long as its source; how far it is from that grows with the root of the length (Gale
and Church, 1993). Both are taken from the file itself, as medians, so that the faults do not set the measure.
"""

from __future__ import annotations

import math
from array import array
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.checks.length_ratio import extent

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Lengths", "Outlier"]

#: Fewer pairs tell nothing of what is usual.
_FEWEST_PAIRS = 100
#: The median of deviations times this is the standard deviation of a normal distribution.
_OF_MEDIAN = 1.4826
#: Shorter texts, counted as Chinese, may be anything: labels, names, headings.
_SHORTEST = 15.0
_FARTHEST = 6.0
#: Nothing is an outlier that is not this many times too long or short, however alike the others are.
_FACTOR = 2.0
_LEAST_DEVIATION = 0.05


class Outlier(NamedTuple):
    """A pair whose target is `times` as long as it should be, by `deviations` standard deviations."""

    pair: int
    times: float
    deviations: float


class Lengths:
    """The lengths of the pairs of one direction, without white space: names left in Latin letters count as such."""

    def __init__(self) -> None:
        self._sources = array("f")
        self._targets = array("f")

    def add(self, source: str, target: str) -> int:
        """Take note of one pair, and return its index."""
        self._sources.append(extent(source))
        self._targets.append(extent(target))
        return len(self._sources) - 1

    def outliers(self) -> Iterator[Outlier]:
        """Yield the pairs that stand out."""
        told = [(one, other) for one, other in zip(self._sources, self._targets, strict=True) if one and other]
        if len(told) < _FEWEST_PAIRS:
            return
        ratio = math.exp(median(math.log(other / one) for one, other in told))
        spread = max(_OF_MEDIAN * median(map(abs, (_distance(*pair, ratio) for pair in told))), _LEAST_DEVIATION)
        for index, (one, other) in enumerate(zip(self._sources, self._targets, strict=True)):
            if not one or not other or max(one * ratio, other) < _SHORTEST:
                continue
            deviations, times = _distance(one, other, ratio) / spread, other / (one * ratio)
            if abs(deviations) > _FARTHEST and not 1 / _FACTOR < times < _FACTOR:
                yield Outlier(index, times, deviations)


def _distance(source: float, target: float, ratio: float) -> float:
    """Return how far a target is from its expected length, in units that are alike for long and short texts."""
    expected = source * ratio
    return (target - expected) / math.sqrt(expected)

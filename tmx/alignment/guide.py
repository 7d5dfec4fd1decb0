"""Guide: pairs of sentences that are beyond doubt, and the cells of the lattice that lie near the way they mark."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengming.tmx.alignment.affinity import Affinity
    from zhengming.tmx.alignment.bead import Bead

__all__ = ["Corridor", "Mooring", "corridor", "moorings"]

#: A pair is beyond doubt if its rare words say so much, and so much more than those of any other pair.
_LEAST, _AHEAD = 7.0, 3.0
_RARE = 6
#: What an earlier pass was so sure of weighs so much.
_BELIEVED, _BELIEF = 0.95, 2.0
#: So far from the way marked the lattice goes.
_MARGIN = 6
#: Where nothing marks the way over so many cells, only those near the diagonal are looked at.
_MOST_CELLS = 20_000
_LEAST_WIDTH, _WIDTH = 40, 0.15

#: For each number of source sentences done, the first and last number of target sentences that may be done then.
Corridor = list[tuple[int, int]]


class Mooring(NamedTuple):
    """Two sentences that render one another."""

    source: int
    target: int
    weight: float


def moorings(
    forward: Affinity, backward: Affinity, sizes: tuple[int, int], before: Iterable[Bead] = ()
) -> list[Mooring]:
    """Return pairs of sentences whose rare words answer one another, in the order of both texts.

    Those that an earlier pass was sure of are among them, unless the words speak for others.
    """
    scores: dict[tuple[int, int], float] = {}
    for source in range(sizes[0]):
        for target, gain in forward.gains(source, source + 1, 0, sizes[1], _RARE).items():
            scores[source, target] = gain
    for target in range(sizes[1]):
        for source, gain in backward.gains(target, target + 1, 0, sizes[0], _RARE).items():
            scores[source, target] = scores.get((source, target), 0.0) + gain
    best: dict[tuple[int, int], list[float]] = {}
    for (source, target), score in scores.items():
        for key in ((0, source), (1, target)):
            best.setdefault(key, []).append(score)
    ranked = {key: sorted(values, reverse=True)[:2] for key, values in best.items()}
    sure = [
        Mooring(source, target, score)
        for (source, target), score in scores.items()
        if score >= _LEAST and all(_is_ahead(score, ranked[key]) for key in ((0, source), (1, target)))
    ]
    sure += [
        Mooring(bead.sources.start, bead.targets.start, _BELIEF)
        for bead in before
        if bead.shape == (1, 1) and bead.score > _BELIEVED
    ]
    # Of one source sentence the last target first, so that no two of its pairs follow one another.
    return _in_order(sorted(sure, key=lambda mooring: (mooring.source, -mooring.target)))


def _is_ahead(score: float, ranked: Sequence[float]) -> bool:
    return score == ranked[0] and (len(ranked) == 1 or ranked[1] <= score - _AHEAD)


def _in_order(sure: Sequence[Mooring]) -> list[Mooring]:
    """Return the heaviest of these that stand in one order in both texts; each source and target is in one only."""
    ends: list[int] = []  # targets, rising, each with a greater weight than the one before
    weights: list[float] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, mooring in enumerate(sure):
        at = bisect_left(ends, mooring.target)
        before.append(last[at - 1] if at else None)
        weight = mooring.weight + (weights[at - 1] if at else 0.0)
        upto = at
        while upto < len(ends) and weights[upto] <= weight:
            upto += 1
        if at < len(ends) and ends[at] == mooring.target and weights[at] > weight:
            continue
        ends[at:upto], weights[at:upto], last[at:upto] = [mooring.target], [weight], [number]
    kept: list[Mooring] = []
    at_last = last[-1] if last else None
    while at_last is not None:
        kept.append(sure[at_last])
        at_last = before[at_last]
    return kept[::-1]


def corridor(marked: Sequence[Mooring], sources: int, targets: int) -> Corridor:
    """Return the cells near the way from each mooring to the next, whole rectangles where they are small."""
    lows, highs = [targets] * (sources + 1), [0] * (sources + 1)
    points = [(0, 0), *((mooring.source, mooring.target) for mooring in marked), (sources, targets)]
    for (top, left), (bottom, right) in pairwise(points):
        rows, columns = bottom - top, right - left
        width = max(_LEAST_WIDTH, int(_WIDTH * max(rows, columns)))
        is_whole = rows * columns <= _MOST_CELLS
        for row in range(max(0, top - _MARGIN), min(sources, bottom + _MARGIN) + 1):
            low, high = left, right
            if not is_whole:
                middle = left + columns * min(max(row - top, 0), rows) // max(rows, 1)
                low, high = max(left, middle - width), min(right, middle + width)
            lows[row] = min(lows[row], max(0, low - _MARGIN))
            highs[row] = max(highs[row], min(targets, high + _MARGIN))
    return _passable(lows, highs)


def _passable(lows: list[int], highs: list[int]) -> Corridor:
    """Return the rows with borders that never go back, so that a way leads from each cell to the next."""
    for row in range(len(lows) - 2, -1, -1):
        lows[row] = min(lows[row], lows[row + 1])
    for row in range(1, len(highs)):
        highs[row] = max(highs[row], highs[row - 1])
    for row in range(1, len(lows)):
        lows[row] = min(lows[row], highs[row - 1])
    return list(zip(lows, highs, strict=True))

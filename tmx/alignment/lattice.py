"""Lattice: all ways through two texts, bead by bead; the best of them, and the share of all ways in each bead."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.position import Span
from zhengming.tmx.alignment.bead import Bead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.tmx.alignment.bead import Shape
    from zhengming.tmx.alignment.guide import Corridor
    from zhengming.tmx.alignment.weights import Weights

__all__ = ["beads"]

_NEVER = -math.inf
#: Of pairs for which no word speaks, however little else there is to choose, so many are right.
_UNSPOKEN = 0.8
#: A way that is so much less likely than another adds nothing to it.
_NOTHING = -30.0


class _Cell(NamedTuple):
    """So many sentences of each text are done."""

    row: int
    column: int


def beads(weights: Weights, corridor: Corridor) -> list[Bead]:
    """Return the likeliest way, each bead with its probability: its share of all ways, by the forward-backward sums."""
    lattice = _Lattice(weights, corridor)
    ahead, choices = lattice.ahead()
    behind = lattice.behind()
    found: list[Bead] = []
    cell = _Cell(0, 0)
    total = ahead[0][0]
    while (number := choices[cell.row][cell.column - corridor[cell.row][0]]) is not None:
        low = corridor[cell.row][0]
        shape = lattice.shapes[number]
        end = _Cell(cell.row + shape.sources, cell.column + shape.targets)
        weight = lattice.edges[cell.row][number][cell.column - low]
        share = behind[cell.row][cell.column - low] + weight + ahead[end.row][end.column - corridor[end.row][0]] - total
        bead = Bead(Span(cell.row, end.row), Span(cell.column, end.column), min(math.exp(share), 1.0))
        is_spoken_for = not bead.is_pair or weights.speak_for(bead)
        found.append(bead if is_spoken_for else bead._replace(score=bead.score * _UNSPOKEN))
        cell = end
    return found


class _Lattice:
    """The cells of a corridor, and the weight of each bead that leads from one to another."""

    def __init__(self, weights: Weights, corridor: Corridor) -> None:
        self._corridor = corridor
        self.shapes: tuple[Shape, ...] = weights.shapes
        #: for each row and shape, what a bead weighs that begins in each cell
        self.edges: list[list[list[float]]] = [
            [self._within(row, shape, weights) for shape in self.shapes] for row in range(len(corridor))
        ]

    def _within(self, row: int, shape: Shape, weights: Weights) -> list[float]:
        """Return the weights of the beads of one row and shape; those that leave the corridor have none."""
        low, high = self._corridor[row]
        below = row + shape.sources
        if below >= len(self._corridor):
            return [_NEVER] * (high - low + 1)
        first = max(low, self._corridor[below][0] - shape.targets)
        last = min(high, self._corridor[below][1] - shape.targets)
        if first > last:
            return [_NEVER] * (high - low + 1)
        inner = weights.row(row, shape, first, last)
        return [*[_NEVER] * (first - low), *inner, *[_NEVER] * (high - last)]

    def ahead(self) -> tuple[list[list[float]], list[list[int | None]]]:
        """Return for each cell the sum of all ways to the end, and the shape that the best of them begins with."""
        corridor = self._corridor
        sums = [[_NEVER] * (high - low + 1) for low, high in corridor]
        best = [[_NEVER] * (high - low + 1) for low, high in corridor]
        choices: list[list[int | None]] = [[None] * (high - low + 1) for low, high in corridor]
        sums[-1][-1] = best[-1][-1] = 0.0
        for row in range(len(corridor) - 1, -1, -1):
            low, high = corridor[row]
            steps = self._steps(row)
            for at in range(high - low, -1, -1):
                ways: list[float] = []
                top = best[row][at]
                for number, edges, below, shift in steps:
                    weight = edges[at]
                    if weight == _NEVER:
                        continue
                    ways.append(weight + sums[below][at + shift])
                    value = weight + best[below][at + shift]
                    if value > top:
                        top, choices[row][at] = value, number
                best[row][at] = top
                if ways:
                    sums[row][at] = _logsum(ways)
        return sums, choices

    def behind(self) -> list[list[float]]:
        """Return for each cell the sum of all ways from the start."""
        corridor = self._corridor
        ways: list[list[list[float]]] = [[[] for _ in range(low, high + 1)] for low, high in corridor]
        ways[0][0].append(0.0)
        sums: list[list[float]] = []
        for row, (low, high) in enumerate(corridor):
            steps = self._steps(row)
            sums.append([])
            for at in range(high - low + 1):
                here = _logsum(ways[row][at])
                sums[row].append(here)
                if here == _NEVER:
                    continue
                for _, edges, below, shift in steps:
                    if edges[at] != _NEVER:
                        ways[below][at + shift].append(here + edges[at])
            ways[row] = []
        return sums

    def _steps(self, row: int) -> list[tuple[int, list[float], int, int]]:
        """Return for each shape its number, its weights, the row it leads to, and by how much a cell's index moves."""
        corridor = self._corridor
        rows = ((number, shape, row + shape.sources) for number, shape in enumerate(self.shapes))
        return [
            (number, self.edges[row][number], below, corridor[row][0] + shape.targets - corridor[below][0])
            for number, shape, below in rows
            if below < len(corridor)
        ]


def _logsum(values: Sequence[float]) -> float:
    """Return the logarithm of the sum of what these are the logarithms of."""
    if not values:
        return _NEVER
    top = max(values)
    if top == _NEVER or len(values) == 1:
        return top
    exp = math.exp
    return top + math.log(sum([exp(value - top) for value in values if value - top > _NOTHING]))

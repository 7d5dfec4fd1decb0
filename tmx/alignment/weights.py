"""What a bead weighs: how much likelier its sentences are together than apart, by words, lengths and structure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from zhengming.tmx.alignment.bead import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from zhengming.tmx.alignment.affinity import Affinity
    from zhengming.tmx.alignment.bead import Bead
    from zhengming.tmx.alignment.guide import Corridor
    from zhengming.tmx.alignment.length import Lengths
    from zhengming.tmx.alignment.text import Text

__all__ = ["Model", "Weights"]

_Number = TypeVar("_Number", int, float)
#: The words of a sentence depend on one another, and the model has them independent: what they say counts for less.
_TRUST = 0.85
#: A bead seldom goes over the border of a paragraph.
_CROSSING = -2.0


@dataclass(frozen=True, slots=True)
class Model:
    """What is known of two texts: of their words in both directions, of lengths, shapes and openings of paragraphs."""

    forward: Affinity
    backward: Affinity
    lengths: Lengths
    shapes: Mapping[Shape, float]
    openings: Callable[[str, str], float]


class Weights:
    """The weights of all beads within a corridor, as logarithms; a row of cells at a time."""

    def __init__(self, source: Text, target: Text, model: Model, corridor: Corridor) -> None:
        self._source, self._target, self._model = source, target, model
        self._priors = {shape: math.log(share) for shape, share in model.shapes.items()}
        self.shapes = tuple(model.shapes)
        self._most = Shape(*map(max, zip(*self.shapes, strict=True)))
        self._bounds = _bounds(corridor, self._most)
        self._backward = self._turned_gains()
        self._floors = _sums(model.forward.floor), _sums(model.backward.floor)
        self._lengths = _sums(source.lengths), _sums(target.lengths)
        self._alone = _sums([model.lengths.alone(length) for length in target.lengths])
        self._crossings = _sums([int(bool(kind)) for kind in target.openings])

    def _turned_gains(self) -> list[list[dict[int, float]]]:
        """Return for each row, by the number of target sentences given, what it gains in each column."""
        rows, columns = len(self._source), len(self._target)
        gains: list[list[dict[int, float]]] = [[{} for _ in range(self._most.targets)] for _ in range(rows)]
        tops, bottoms = _turned(self._bounds, columns)
        for column in range(columns):
            for size in range(1, self._most.targets + 1):
                found = self._model.backward.gains(column, column + size, tops[column], bottoms[column] + 1)
                for row, gain in found.items():
                    gains[row][size - 1][column] = gain
        return gains

    def row(self, row: int, shape: Shape, first: int, last: int) -> list[float]:
        """Return what the beads of that shape weigh that begin with source sentence `row` and each of these columns."""
        sources, targets = shape
        prior = self._priors[shape]
        if not sources or not targets:
            return [prior] * (last - first + 1)
        columns = range(first, last + 1)
        base = prior + _CROSSING * sum(map(bool, self._source.openings[row + 1 : row + sources]))
        words = self._words(row, shape, columns)
        lengths = self._by_length(row, shape, columns)
        openings, kinds, opening = self._model.openings, self._target.openings, self._source.openings[row]
        known = {kind: openings(opening, kind) for kind in set(kinds[first : last + 1])}
        crossings = self._crossings
        return [
            base
            + _TRUST * word
            + length
            + known[kinds[column]]
            + (_CROSSING * (crossings[column + targets] - crossings[column + 1]) if targets > 1 else 0.0)
            for column, word, length in zip(columns, words, lengths, strict=True)
        ]

    def speak_for(self, bead: Bead) -> bool:
        """Return whether the words of its sentences make a pair likelier than its lengths and its place alone."""
        forward = self._model.forward.gains(*bead.sources, *bead.targets)
        backward = self._model.backward.gains(*bead.targets, *bead.sources)
        ahead, back = self._floors
        floor = ahead[bead.targets.end] - ahead[bead.targets.start] + back[bead.sources.end] - back[bead.sources.start]
        return sum(forward.values()) + sum(backward.values()) + floor > 0

    def _words(self, row: int, shape: Shape, columns: range) -> list[float]:
        sources, targets = shape
        forward = self._model.forward.gains(row, row + sources, columns[0], columns[-1] + targets)
        ahead, back = self._floors
        floor = back[row + sources] - back[row]
        found = [ahead[column + targets] - ahead[column] + floor for column in columns]
        start, size = columns[0], len(columns)
        for place, gain in forward.items():
            for at in range(max(place - targets + 1 - start, 0), min(place + 1 - start, size)):
                found[at] += gain
        for below in range(row, row + sources):
            for column, gain in self._backward[below][targets - 1].items():
                if 0 <= column - start < size:
                    found[column - start] += gain
        return found

    def _by_length(self, row: int, shape: Shape, columns: range) -> list[float]:
        sources, targets = shape
        total = self._lengths[0][row + sources] - self._lengths[0][row]
        beside = self._model.lengths.beside(total)
        lengths, alone = self._lengths[1], self._alone
        return [
            beside(lengths[column + targets] - lengths[column], targets) - (alone[column + targets] - alone[column])
            for column in columns
        ]


def _bounds(corridor: Corridor, most: Shape) -> list[tuple[int, int]]:
    """Return for each source sentence the target sentences that may be in a bead with it."""
    rows = len(corridor) - 1
    return [
        (corridor[max(row - most.sources + 1, 0)][0], corridor[min(row + most.sources, rows)][1]) for row in range(rows)
    ]


def _turned(bounds: Sequence[tuple[int, int]], columns: int) -> tuple[list[int], list[int]]:
    """Return for each column the first and the last row within whose bounds it is."""
    tops, bottoms = [len(bounds)] * columns, [0] * columns
    for row, (low, high) in enumerate(bounds):
        for column in range(low, min(high + 1, columns)):
            tops[column] = min(tops[column], row)
            bottoms[column] = row
    return tops, bottoms


def _sums(values: Sequence[_Number]) -> list[_Number]:
    return list(accumulate(values, initial=0))

"""Aligning: a first pass by lengths and signs, and more with the words learnt in the one before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.tmx.alignment.affinity import Affinity
from zhengming.tmx.alignment.bead import SHAPES, Bead, Shape
from zhengming.tmx.alignment.guide import corridor, moorings
from zhengming.tmx.alignment.lattice import beads
from zhengming.tmx.alignment.length import estimated
from zhengming.tmx.alignment.lexicon import Lesson, learnt
from zhengming.tmx.alignment.openings import agreement
from zhengming.tmx.alignment.weights import Model, Weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.tmx.alignment.length import Lengths
    from zhengming.tmx.alignment.text import Text

__all__ = ["aligned"]

_PASSES = 3
#: Beads that are less sure teach nothing.
_SURE = 0.5
#: What the likely shares of shapes weigh, in beads.
_PRIOR = 60
#: Signs that both texts have, and terms of a termbase, are lessons of their own; each counts so many times.
_KNOWN = 2


def aligned(source: Text, target: Text, lessons: Sequence[Lesson] = ()) -> list[Bead]:
    """Return the beads of two texts; `lessons` are pairs known from elsewhere."""
    if not (len(source) and len(target)):
        return [*_alone(source, Shape(1, 0)), *_alone(target, Shape(0, 1))]
    known = [*lessons, *(_common(source, target))]
    found: list[Bead] = []
    for _ in range(_PASSES):
        taught = [*known, *(_lesson(bead, source, target) for bead in found if bead.is_pair and bead.score >= _SURE)]
        forward = Affinity(source, target, learnt(taught, target.tokens))
        turned = [Lesson(lesson.target, lesson.source, lesson.weight) for lesson in taught]
        backward = Affinity(target, source, learnt(turned, source.tokens))
        model = Model(
            forward,
            backward,
            _lengths(found, source, target),
            _shapes(found),
            agreement(found, source.openings, target.openings),
        )
        marked = moorings(forward, backward, (len(source), len(target)), found)
        way = corridor(marked, len(source), len(target))
        before, found = found, beads(Weights(source, target, model, way), way)
        if [bead[:2] for bead in before] == [bead[:2] for bead in found]:
            break
    return found


def _alone(text: Text, shape: Shape) -> list[Bead]:
    return [
        Bead(
            Span(at * shape.sources, (at + 1) * shape.sources), Span(at * shape.targets, (at + 1) * shape.targets), 1.0
        )
        for at in range(len(text))
    ]


def _common(source: Text, target: Text) -> list[Lesson]:
    shared = source.places.keys() & target.places.keys()
    return [Lesson((token,), (token,)) for token in sorted(shared)] * _KNOWN


def _lesson(bead: Bead, source: Text, target: Text) -> Lesson:
    ones = {token for tokens in source.tokens[slice(*bead.sources)] for token in tokens}
    others = {token for tokens in target.tokens[slice(*bead.targets)] for token in tokens}
    return Lesson(sorted(ones), sorted(others), bead.score)


def _lengths(found: Sequence[Bead], source: Text, target: Text) -> Lengths:
    pairs = [
        (sum(source.lengths[slice(*bead.sources)]), sum(target.lengths[slice(*bead.targets)]))
        for bead in found
        if bead.is_pair and bead.score >= _SURE
    ]
    return estimated(source.lengths, target.lengths, pairs)


def _shapes(found: Sequence[Bead]) -> dict[Shape, float]:
    """Return the shares of shapes: the usual ones, moved to what the last pass found."""
    counts = Counter(bead.shape for bead in found)
    return {shape: (counts[shape] + share * _PRIOR) / (len(found) + _PRIOR) for shape, share in SHAPES.items()}

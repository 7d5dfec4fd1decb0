"""Bead: sentences of one text and those of the other that say the same; either side may be empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zhengming.termbase.position import Span

__all__ = ["SHAPES", "Bead", "Shape"]


class Shape(NamedTuple):
    """How many sentences of each side a bead holds."""

    sources: int
    targets: int


#: The shapes there are, each with its share among the beads of two texts before anything is known of them: Gale and
#: Church (1993) count .89 of 1-1, .089 of 1-2 and 2-1, .01 of 1-0 and 0-1, .011 of 2-2. Texts that people align anew
#: have more left out than the minutes of parliament have.
SHAPES: dict[Shape, float] = {
    Shape(1, 1): 0.848,
    Shape(1, 2): 0.035,
    Shape(2, 1): 0.035,
    Shape(1, 0): 0.035,
    Shape(0, 1): 0.035,
    Shape(2, 2): 0.004,
    Shape(1, 3): 0.004,
    Shape(3, 1): 0.004,
}


class Bead(NamedTuple):
    """What belongs together, by the places of the sentences, with the probability that it does."""

    sources: Span
    targets: Span
    score: float

    @property
    def shape(self) -> Shape:
        """How many sentences there are of each side."""
        return Shape(self.sources.end - self.sources.start, self.targets.end - self.targets.start)

    @property
    def is_pair(self) -> bool:
        """Whether neither side is empty."""
        return all(self.shape)

"""Draft: an alignment that a person goes through; each step is a new draft, so that it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.tmx.alignment.bead import Bead

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Draft"]

#: What a person has made or let stand is right.
_CERTAIN = 1.0


@dataclass(frozen=True, slots=True)
class Draft:
    """Beads in their order; those before `position` have been gone through."""

    beads: tuple[Bead, ...]
    threshold: float
    position: int = 0
    dropped: frozenset[Bead] = frozenset()

    @property
    def bead(self) -> Bead | None:
        """The next bead to be decided on."""
        return next((bead for _, bead in self._open()), None)

    @property
    def number_open(self) -> int:
        """How many are to be decided on."""
        return sum(1 for _ in self._open())

    @property
    def kept(self) -> tuple[Bead, ...]:
        """All beads but the dropped ones."""
        return tuple(bead for bead in self.beads if bead not in self.dropped)

    def _open(self) -> Iterator[tuple[int, Bead]]:
        for at in range(self.position, len(self.beads)):
            bead = self.beads[at]
            if bead.score < self.threshold or not bead.is_pair:
                yield at, bead

    @property
    def _at(self) -> int:
        return next(at for at, _ in self._open())

    @property
    def can_merge(self) -> bool:
        """Whether another bead follows the one to be decided on."""
        return self.bead is not None and self._at + 1 < len(self.beads)

    def accepted(self) -> Draft:
        """Return the draft with the bead as it is: a pair that is right, or sentences that nothing renders."""
        return self._put(self.beads[self._at]._replace(score=_CERTAIN))

    def passed(self) -> Draft:
        """Return the draft with the bead left as it is, and its score too."""
        return replace(self, position=self._at + 1)

    def without(self) -> Draft:
        """Return the draft that leaves the pair out."""
        at = self._at
        return replace(self, dropped=self.dropped | {self.beads[at]}, position=at + 1)

    def merged(self) -> Draft:
        """Return the draft with the bead and the next one as one, still to be decided on."""
        at = self._at
        one, other = self.beads[at : at + 2]
        both = Bead(Span(one.sources.start, other.sources.end), Span(one.targets.start, other.targets.end), 0.0)
        return replace(self, beads=(*self.beads[:at], both, *self.beads[at + 2 :]), position=at)

    def split(self, sources: int, targets: int) -> Draft:
        """Return the draft with the bead parted behind so many sentences of each side; both parts to be decided on."""
        at = self._at
        bead = self.beads[at]
        row, column = bead.sources.start + sources, bead.targets.start + targets
        parts = (
            Bead(Span(bead.sources.start, row), Span(bead.targets.start, column), 0.0),
            Bead(Span(row, bead.sources.end), Span(column, bead.targets.end), 0.0),
        )
        return replace(self, beads=(*self.beads[:at], *parts, *self.beads[at + 1 :]), position=at)

    def _put(self, bead: Bead) -> Draft:
        at = self._at
        return replace(self, beads=(*self.beads[:at], bead, *self.beads[at + 1 :]), position=at + 1)

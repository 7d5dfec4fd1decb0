"""Candidate: a phrase that may be a term, with all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zhengming.termbase.position import Location
    from zhengming.tmx.extraction.termhood import Factors

__all__ = ["Candidate", "Form", "Rendering"]


class Form(NamedTuple):
    """One way in which a phrase is written, and how often it is."""

    text: str
    count: int


class Rendering(NamedTuple):
    """What mostly stands for a candidate in the target: in how many of its units, and in how many of all."""

    text: str
    units: int
    everywhere: int
    variants: tuple[Form, ...] = ()


class Candidate(NamedTuple):
    """A candidate in the form that it is to be entered in; `variants` are the other forms met."""

    text: str
    count: int
    units: int
    files: int
    places: tuple[Location, ...]
    factors: Factors
    variants: tuple[Form, ...] = ()
    rendering: Rendering | None = None

    @property
    def score(self) -> float:
        """How likely it is a term; only the order counts."""
        return self.factors.score

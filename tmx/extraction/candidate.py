"""Candidate: a phrase that may be a term, with all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zhengming.termbase.position import Location
    from zhengming.tmx.extraction.termhood import Factors

__all__ = ["Candidate", "Example", "Form", "Rendering"]


class Form(NamedTuple):
    """One way in which a phrase is written, and how often it is."""

    text: str
    times: int


class Rendering(NamedTuple):
    """What mostly stands for a candidate in the target: in `units` of its `of` units that are translated."""

    text: str
    units: int
    of: int
    variants: tuple[Form, ...] = ()


class Example(NamedTuple):
    """A unit that a candidate stands in; the target is "" where there is none."""

    source: str
    target: str


class Candidate(NamedTuple):
    """A candidate in the form that it is to be entered in; `variants` are the other forms met.

    It stands so many times, in so many units and files; `places` are the first of them.
    """

    text: str
    times: int
    units: int
    files: int
    places: tuple[Location, ...]
    factors: Factors
    variants: tuple[Form, ...] = ()
    rendering: Rendering | None = None
    examples: tuple[Example, ...] = ()

    @property
    def score(self) -> float:
        """How likely it is a term; only the order counts."""
        return self.factors.score

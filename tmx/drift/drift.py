"""Drift: what is found, and what of it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Drift", "one_for_each_place"]


class Drift(NamedTuple):
    """A phrase, its usual rendering and the other one, each with its units; the score ranks drifts."""

    phrase: str
    usual: str
    usual_units: tuple[int, ...]
    other: str
    new: str
    units: tuple[int, ...]
    score: float
    is_confirmed: bool


def one_for_each_place(drifts: Iterable[Drift]) -> list[Drift]:
    """Return the drifts in order of score, less those that say again, in longer or shorter words, what one says."""
    taken: set[tuple[int, str]] = set()
    kept: list[Drift] = []
    for drift in sorted(drifts, key=lambda drift: (-drift.score, -len(drift.phrase), drift)):
        claims = {(unit, drift.new) for unit in drift.units}
        if not claims <= taken:
            kept.append(drift)
        taken |= claims
    return kept

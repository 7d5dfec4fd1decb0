"""Drift: a recurring term of the source that is rendered in two ways, found without a termbase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.drift.drift import Drift, one_for_each_place
from zhengming.tmx.drift.terms import drifting_terms

if TYPE_CHECKING:
    from zhengming.tmx.drift.corpus import Side

__all__ = ["Drift", "drifts"]


def drifts(source: Side, target: Side) -> list[Drift]:
    """Return what drifts, the surest first, and once for each place."""
    source.count()
    target.count()
    return one_for_each_place(drifting_terms(source, target))

"""A unit that goes, with all that is to be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.pair import pairs

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.position import Location
    from zhengming.tmx.memory.cleaning.ledger import Fault
    from zhengming.tmx.model import TranslationUnit

__all__ = ["Removal", "removal_of", "texts_of"]


class Removal(NamedTuple):
    """A unit that had better go: where it is, why, what it says, and where the one is that stays instead."""

    kind: str
    message: str
    location: Location
    unit: str
    source: str
    target: str
    instead: Location | None


def removal_of(unit: TranslationUnit, fault: Fault, instead: Location | None) -> Removal:
    """Return the removal of a unit for a fault; `instead` is where the unit is that stays."""
    source, target = texts_of(unit)
    return Removal(fault.kind, fault.message, unit.location, unit.name, source, target, instead)


def texts_of(unit: TranslationUnit) -> tuple[str, str]:
    """Return the source and the first other text of a unit."""
    for pair in pairs((unit,), None, None, _ignore):
        return pair.source.text, pair.target.text
    source, target, *_ = (*(variant.segment.text for variant in unit.variants), "", "")
    return source, target


def _ignore(issue: Issue) -> None:
    """Take a fault of language tags, of which somebody else tells."""

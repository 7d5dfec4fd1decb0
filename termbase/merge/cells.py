"""One cell that two people may have changed: what it says then, or that somebody has to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.formats.columns import BAR
from zhengming.termbase.formats.sheet import Cell, cell
from zhengming.termbase.merge.sequence import Three

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.termbase.formats.columns import Column

__all__ = ["EMPTY", "merged_cell", "values"]

EMPTY = Cell("", "")


def merged_cell(sides: Three[Cell], of: Column | None, delimiter: str) -> Cell | None:
    """Return what the cell says with both sides' changes, None where they contradict each other.

    `of`: what terms the column holds, if any; terms that both sides have added to one cell are kept.
    """
    base, ours, theirs = (side.value.strip() for side in sides)
    if ours == theirs:
        return sides.settled() if sides.ours.value == sides.theirs.value else sides.ours
    if ours == base:
        return sides.theirs
    if theirs == base:
        return sides.ours
    if of is None:
        return None
    terms = _merged_terms(Three(*map(values, (base, ours, theirs))), of)
    return None if terms is None else cell(BAR.join(terms), delimiter)


def values(text: str) -> list[str]:
    """Return the terms of a cell with their labels, each once."""
    return list(dict.fromkeys(filter(None, map(str.strip, text.split("|")))))


def _merged_terms(sides: Three[Sequence[str]], of: Column) -> list[str] | None:
    base, ours, theirs = sides
    gone = set(base).difference(ours) & set(base).difference(theirs)
    new = Three[list[str]]([], *([value for value in side if value not in base] for side in (ours, theirs)))
    if gone and not _go_together(set(new.ours), set(new.theirs)):
        return None  # both have replaced the same term, by different ones
    if any(_name(one) == _name(other) and one != other for one in new.ours for other in new.theirs):
        return None  # one term, with different labels
    kept = [value for value in ours if value in theirs or value not in base]
    kept += [value for value in new.theirs if value not in kept]
    if of.status is not AdministrativeStatus.PREFERRED:
        return kept
    heads = Three[list[str]](*(list(side[:1]) for side in sides))
    if heads.ours != heads.theirs and heads.base not in (heads.ours, heads.theirs):
        return None  # which of the two is preferred?
    head = heads.settled()
    arranged = [value for value in head if value in kept] + [value for value in kept if value not in head]
    return arranged if arranged[:1] == head else None  # one deletes what the other prefers


def _go_together(ours: set[str], theirs: set[str]) -> bool:
    """Return whether one side has written what the other has, and perhaps more; nothing at all is a deletion."""
    return ours == theirs or (bool(ours & theirs) and (ours <= theirs or theirs <= ours))


def _name(value: str) -> str:
    return " ".join(value.partition("{")[0].split())

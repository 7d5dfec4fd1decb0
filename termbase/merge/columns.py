"""Which columns the merged table has: those that one side has added, and not those that one has deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.merge.cells import EMPTY
from zhengming.termbase.merge.sequence import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.merge.sequence import Key, Three
    from zhengming.termbase.merge.side import Side

__all__ = ["merged_columns"]


def merged_columns(sides: Three[Side]) -> tuple[list[Key], list[Key]]:
    """Return the columns in order, and those among them that one side has deleted while the other wrote in them."""
    base, ours, theirs = sides
    kept = set(ours.columns).intersection(theirs.columns) | set(_added(sides))
    deleted = set(base.columns) - kept
    disputed = {c for one in (ours, theirs) for c in deleted.intersection(one.columns) if _writes(one, base, c)}
    order = in_order(sides.each(lambda side: side.columns), kept | disputed)
    return order, [column for column in order if column in disputed]


def _added(sides: Three[Side]) -> Iterator[Key]:
    for side in (sides.ours, sides.theirs):
        yield from (column for column in side.columns if column not in sides.base.columns)


def _writes(side: Side, base: Side, column: Key) -> bool:
    """Return whether the side has changed a cell of the column."""
    for key, row in side.rows.items():
        before = base.rows.get(key)
        known = base.cells(before).get(column, EMPTY).value if before is not None else ""
        if side.cells(row).get(column, EMPTY).value.strip() != known.strip():
            return True
    return False

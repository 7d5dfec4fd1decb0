"""One concept's row that two people may have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.concept import AdministrativeStatus, Standing
from zhengming.termbase.merge.cells import EMPTY, merged_cell
from zhengming.termbase.merge.sequence import Key, Three
from zhengming.termbase.merge.side import BEYOND, preferred, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.termbase.formats.columns import Column
    from zhengming.termbase.formats.sheet import Cell, Row
    from zhengming.termbase.merge.side import Side

__all__ = ["MergedRow", "merged_row"]

_STATUS = Key("status")


class MergedRow(NamedTuple):
    """The row that came of it, None if it is deleted; where it is disputed, as each side wants it."""

    ours: Row | None
    theirs: Row | None
    disputed: tuple[str, ...] = ()
    """The columns in which the sides contradict each other; none if nothing is to be decided."""


def merged_row(key: Key, sides: Three[Side], columns: Sequence[Key]) -> MergedRow:
    """Return the row of that key in these columns, with what both sides have changed."""
    rows = sides.each(lambda side: side.rows.get(key))
    if rows.ours is None or rows.theirs is None:
        return _lone(rows, sides, columns)
    if rows.ours.written == rows.theirs.written and sides.ours.columns == sides.theirs.columns == tuple(columns):
        return _settled(rows.ours._replace(ending=_ending(rows)))
    is_alike = all(side.columns == tuple(columns) for side in sides)
    if is_alike and rows.base is not None and rows.base.written in (rows.ours.written, rows.theirs.written):
        row = rows.theirs if rows.ours.written == rows.base.written else rows.ours
        return _settled(row._replace(ending=_ending(rows)))
    return _compared(rows, sides, columns)


def _settled(row: Row) -> MergedRow:
    return MergedRow(row, row)


def _ending(rows: Three[Row | None]) -> str:
    base, ours, theirs = (row and row.ending for row in rows)
    return Three(base, ours, theirs).settled() or ""


def _lone(rows: Three[Row | None], sides: Three[Side], columns: Sequence[Key]) -> MergedRow:
    """Return the row that one side alone has: it is new, or the other has deleted it."""
    row, side = (rows.theirs, sides.theirs) if rows.ours is None else (rows.ours, sides.ours)
    assert row is not None  # noqa: S101  a key comes from somewhere
    cells = side.cells(row)
    if rows.base is None:
        return _settled(row if side.columns == tuple(columns) else _written(row, cells, columns))
    before = sides.base.cells(rows.base)
    changed = [key for key in _all(columns, cells) if key in cells and _says_other(cells[key], before.get(key, EMPTY))]
    if not changed:
        return MergedRow(None, None)
    shown = _written(row, before | cells, columns)
    ours, theirs = (None, shown) if rows.ours is None else (shown, None)
    return MergedRow(ours, theirs, tuple(key.name for key in changed))


def _compared(rows: Three[Row | None], sides: Three[Side], columns: Sequence[Key]) -> MergedRow:
    cells = Three(*(side.cells(row) if row is not None else {} for side, row in zip(sides, rows, strict=True)))
    found = {key: _three(key, cells, sides) for key in _all(columns, cells.ours, cells.theirs)}
    of_terms = sides.ours.of_terms | sides.theirs.of_terms
    tried = {key: merged_cell(three, of_terms.get(key), sides.ours.sheet.delimiter) for key, three in found.items()}
    merged = {key: cell for key, cell in tried.items() if cell is not None}
    disputed = [key for key in tried if key not in merged] or _contradictions(found, merged, of_terms)
    row = rows.ours or rows.theirs
    assert row is not None  # noqa: S101  for the type checker
    ours, theirs = (
        _written(row._replace(ending=_ending(rows)), merged | {key: found[key][side] for key in disputed}, columns)
        for side in (1, 2)
    )
    return MergedRow(ours, theirs, tuple(key.name for key in disputed))


def _three(key: Key, cells: Three[dict[Key, Cell]], sides: Three[Side]) -> Three[Cell]:
    """Return the cell on the three sides; one that has no such column leaves it as it was."""
    base = cells.base.get(key, EMPTY)
    ours, theirs = (
        found.get(key, EMPTY if key in side.columns else base)
        for found, side in ((cells.ours, sides.ours), (cells.theirs, sides.theirs))
    )
    return Three(base, ours, theirs)


def _contradictions(found: dict[Key, Three[Cell]], merged: dict[Key, Cell], of_terms: dict[Key, Column]) -> list[Key]:
    """Return the cells that cannot stand together, though each of them could be settled.

    A term is then both allowed and deprecated, as on neither side. Or one side has approved the concept, and the other
    has given it terms that the first has not seen. Or one side has given the id to another concept, and the other has
    gone on describing the first.
    """
    base, ours, theirs = ({key: three[side] for key, three in found.items()} for side in range(3))
    differing = [key for key, three in found.items() if three.ours.value != three.theirs.value]
    if _clashes(merged, of_terms) and not _clashes(ours, of_terms) and not _clashes(theirs, of_terms):
        return [key for key in differing if key in of_terms]
    unseen = [key for key in differing if key in of_terms and _says_other(found[key].base, merged[key])]
    if unseen and _is_approved_by_one(found.get(_STATUS), found, unseen):
        return [*unseen, _STATUS]
    were = preferred(base, of_terms)
    is_another = were and any(were.isdisjoint(preferred(side, of_terms)) for side in (ours, theirs))
    has_both = all(any(_says_other(side[key], base[key]) for key in found) for side in (ours, theirs))
    return differing if is_another and has_both else []


def _is_approved_by_one(status: Three[Cell] | None, found: dict[Key, Three[Cell]], changed: list[Key]) -> bool:
    """Return whether one side has approved the concept, and not with the terms that it is to have."""
    if status is None or _is_approved(status.base) or _is_approved(status.ours) == _is_approved(status.theirs):
        return False
    other = 2 if _is_approved(status.ours) else 1
    return any(_says_other(found[key][other], found[key].base) for key in changed)


def _is_approved(cell: Cell) -> bool:
    return cell.value.strip() in {"", Standing.APPROVED.value}


def _says_other(cell: Cell, other: Cell) -> bool:
    return cell.value.strip() != other.value.strip()


def _clashes(cells: dict[Key, Cell], of_terms: dict[Key, Column]) -> bool:
    """Return whether a term is both allowed and deprecated."""
    allowed: set[tuple[str, str]] = set()
    deprecated: set[tuple[str, str]] = set()
    for name, of in terms(cells, of_terms):
        (deprecated if of.status is AdministrativeStatus.DEPRECATED else allowed).add(name)
    return not allowed.isdisjoint(deprecated)


def _all(columns: Sequence[Key], *found: dict[Key, Cell]) -> list[Key]:
    """Return the columns, and what lies beyond the last of them."""
    return list(dict.fromkeys((*columns, *(key for cells in found for key in cells if key.name == BEYOND))))


def _written(row: Row, cells: dict[Key, Cell], columns: Sequence[Key]) -> Row:
    keys = _all(columns, cells)
    return row._replace(cells=tuple(cells.get(key, EMPTY) for key in keys))

"""Two versions of a termbase table that began as one: merged row by row and cell by cell.

What the one side has changed and the other has not is taken; what nobody has touched keeps its bytes. Where both have
changed a thing differently, both versions of the row are kept between the lines that git puts there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.formats.markers import BEGINNING, END, MIDDLE
from zhengming.termbase.formats.sheet import Cell, Row, bytes_of, cell, restyled, sheet
from zhengming.termbase.ids import Ids, prefix_of
from zhengming.termbase.merge.columns import merged_columns
from zhengming.termbase.merge.rows import merged_row
from zhengming.termbase.merge.sequence import Key, Three, in_order, is_sorted, rank
from zhengming.termbase.merge.side import side_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.formats.sheet import Sheet
    from zhengming.termbase.merge.rows import MergedRow
    from zhengming.termbase.merge.side import Side

__all__ = ["Conflict", "Merged", "Renumbered", "merged"]


class Conflict(NamedTuple):
    """A concept of which somebody has to decide how it is, and in which columns the sides contradict each other."""

    id: str
    title: str
    columns: tuple[str, ...]
    deleted_by: str = ""
    """ "ours" or "theirs", if one side has deleted what the other has changed."""


class Renumbered(NamedTuple):
    """A concept of theirs that has a new id, because ours has given the same to another."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The table that came of it, and what a person should know."""

    data: bytes
    conflicts: tuple[Conflict, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()
    kept_columns: tuple[str, ...] = ()
    """Columns that one side has deleted while the other wrote in them."""


def merged(files: Three[bytes], paths: Three[str]) -> Merged:
    """Merge the tables. Raise UnreadableFile where one is none, or holds a conflict already."""
    if files.theirs in (files.base, files.ours) or files.ours == files.base:
        return Merged(files.settled())
    tables = _with_headers(Three(*map(sheet, files, paths)))
    style = _style(tables)
    sides = Three(*(side_of(restyled(t, style.delimiter, style.ending), p) for t, p in zip(tables, paths, strict=True)))
    theirs, renumbered = _renumbered(sides)
    sides = sides._replace(theirs=theirs)
    columns, disputed = merged_columns(sides)
    found = {key: merged_row(key, sides, columns) for key in dict.fromkeys((*sides.ours.rows, *sides.theirs.rows))}
    standing = {key for key, row in found.items() if row.ours is not None or row.theirs is not None}
    order = in_order(sides.each(lambda side: list(side.rows)), standing, by_id=all(s.has_ids for s in sides[1:]))
    conflicts = tuple(_conflict(key, found[key], sides) for key in order if found[key].disputed)
    rows = tuple(row for key in order for row in _shown(found[key], style.ending))
    data = bytes_of(replace(style, header=_header(columns, sides), rows=rows))
    return Merged(data, conflicts, tuple(renumbered), tuple(column.name for column in disputed))


def _with_headers(tables: Three[Sheet]) -> Three[Sheet]:
    """Return the tables with columns in ours and theirs: who empties a file deletes its rows, and not its columns."""
    known = next((table for table in tables if table.header.cells), tables.base)
    filled = (table if table.header.cells else replace(known, rows=()) for table in tables[1:])
    return Three(tables.base, *filled)


def _style(tables: Three[Sheet]) -> Sheet:
    """Return ours, written as the result is to be."""
    if not tables.base.header.cells:
        return tables.ours
    mark, encoding = tables.each(lambda table: (table.mark, table.encoding)).settled()
    return replace(
        tables.ours,
        mark=mark,
        encoding=encoding,
        delimiter=tables.each(lambda table: table.delimiter).settled(),
        ending=tables.each(lambda table: table.ending).settled(),
        is_open=tables.each(lambda table: table.is_open).settled(),
    )


def _renumbered(sides: Three[Side]) -> tuple[Side, list[Renumbered]]:
    """Return theirs, with an id of its own for each new concept whose id ours has given to another new one.

    Two people who add a term on the same day both take the next number.
    """
    if not (sides.ours.has_ids and sides.theirs.has_ids):
        return sides.theirs, []
    ids = Ids(key.name for side in sides for key in side.rows)
    rows: dict[Key, Row] = {}
    told: list[Renumbered] = []
    for key, row in sides.theirs.rows.items():
        ours = sides.ours.rows.get(key)
        if ours is None or key in sides.base.rows or not _are_apart(sides, ours, row):
            rows[key] = row
            continue
        other = Key(ids.next(prefix_of(key.name)))
        told.append(Renumbered(sides.theirs.title(row), key.name, other.name))
        rows[other] = _with_id(row, sides.theirs, other.name)
    listed = sorted(rows, key=rank) if is_sorted(sides.theirs.rows) else rows
    return replace(sides.theirs, rows={key: rows[key] for key in listed}), told


def _are_apart(sides: Three[Side], ours: Row, theirs: Row) -> bool:
    """Return whether the two rows have no name in common."""
    names = sides.ours.names(ours), sides.theirs.names(theirs)
    return all(names) and names[0].isdisjoint(names[1])


def _with_id(row: Row, side: Side, concept_id: str) -> Row:
    index = side.columns.index(Key("id"))
    return row._replace(cells=(*row.cells[:index], cell(concept_id, side.sheet.delimiter), *row.cells[index + 1 :]))


def _header(columns: Iterable[Key], sides: Three[Side]) -> Row:
    known = [dict(zip(side.columns, side.sheet.header.cells, strict=True)) for side in sides]
    cells = tuple(_header_cell(column, known) for column in columns)
    return Row(1, cells, sides.each(lambda side: side.sheet.header.ending).settled())


def _header_cell(column: Key, known: list[dict[Key, Cell]]) -> Cell:
    base, ours, theirs = (cells.get(column) for cells in known)
    cell = theirs if ours is None or (ours == base and theirs is not None) else ours
    assert cell is not None  # noqa: S101  a column comes from somewhere
    return cell


def _shown(row: MergedRow, ending: str) -> Iterator[Row]:
    if not row.disputed:
        yield from filter(None, (row.ours,))
        return
    versions = (BEGINNING, row.ours), (MIDDLE, row.theirs), (END, None)
    for marker, version in versions:
        yield Row(0, (Cell(marker, marker),), ending)
        if version is not None:
            yield version


def _conflict(key: Key, row: MergedRow, sides: Three[Side]) -> Conflict:
    side, known = (sides.theirs, row.theirs) if row.ours is None else (sides.ours, row.ours)
    deleted_by = "ours" if row.ours is None else "theirs" if row.theirs is None else ""
    original = side.rows[key]
    assert known is not None  # noqa: S101  a conflict has a version at least
    return Conflict(key.name if side.has_ids else "", side.title(original), row.disputed, deleted_by)

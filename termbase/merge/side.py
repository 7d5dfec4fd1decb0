"""A termbase table as a merge sees it: rows and columns by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.columns import columns
from zhengming.termbase.formats.markers import is_marker
from zhengming.termbase.merge.cells import EMPTY, values
from zhengming.termbase.merge.sequence import Key, numbered
from zhengming.termbase.position import Location, Position
from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zhengming.termbase.formats.columns import Column
    from zhengming.termbase.formats.sheet import Cell, Row, Sheet

__all__ = ["BEYOND", "Name", "Side", "preferred", "side_of", "terms"]

#: A term as the matcher compares it: primary language and folded text.
Name: TypeAlias = "tuple[str, str]"

_ID = Key("id")
#: Cells beyond the last column that has a name; they are a slip, and stay.
BEYOND = "\0"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the three tables. A row without an id goes by its first term, which then must not change."""

    sheet: Sheet
    columns: tuple[Key, ...]
    of_terms: dict[Key, Column]
    rows: dict[Key, Row]

    @property
    def has_ids(self) -> bool:
        """Whether the rows can be told apart by more than their terms."""
        return _ID in self.columns

    def cells(self, row: Row) -> dict[Key, Cell]:
        """Return the cells of a row by their columns."""
        beyond = len(row.cells) - len(self.columns)
        keys = (*self.columns, *(Key(BEYOND, number) for number in range(beyond)))
        return dict(zip(keys, row.cells, strict=False))

    def names(self, row: Row) -> set[Name]:
        """Return what the concept of a row is preferably called."""
        return preferred(self.cells(row), self.of_terms)

    def title(self, row: Row) -> str:
        """Return what to call the concept when no language is asked for: its first term."""
        cells = self.cells(row)
        listed = (value for column in self.of_terms for value in values(cells.get(column, EMPTY).value))
        return next((value.partition("{")[0].strip() for value in listed), "")


def preferred(cells: Mapping[Key, Cell], of_terms: Mapping[Key, Column]) -> set[Name]:
    """Return what the concept of these cells is preferably called."""
    return {name for name, of in terms(cells, of_terms) if of.status is AdministrativeStatus.PREFERRED}


def terms(cells: Mapping[Key, Cell], of_terms: Mapping[Key, Column]) -> Iterator[tuple[Name, Column]]:
    """Yield each term of these cells as it is compared, with what its column says of it."""
    for column, of in of_terms.items():
        for value in values(cells.get(column, EMPTY).value):
            yield (of.language.language, fold(value.partition("{")[0].strip())), of


def side_of(table: Sheet, path: str) -> Side:
    """Return the table as a merge sees it. Raise UnreadableFile if it holds a conflict of an earlier one."""
    for row in table.rows:
        if is_marker([cell.value for cell in row.cells]):
            problem = "a conflict of an earlier merge; keep one row of the two, delete the markers, and merge again"
            raise UnreadableFile(Location(path, Position(row.line, 1)), problem)
    headers = [cell.value.strip() for cell in table.header.cells]
    keys = numbered(headers)
    of_terms = {keys[index]: of for index, of in columns(headers).items() if not keys[index].number}
    naming = [index for index in (_index(keys, _ID), *(_index(keys, key) for key in of_terms)) if index is not None]
    names = (next((value for index in naming if (value := _value(row, index))), "") for row in table.rows)
    return Side(table, tuple(keys), of_terms, dict(zip(numbered(names), table.rows, strict=True)))


def _index(keys: list[Key], key: Key) -> int | None:
    return keys.index(key) if key in keys else None


def _value(row: Row, index: int) -> str:
    return row.cells[index].value.strip() if index < len(row.cells) else ""

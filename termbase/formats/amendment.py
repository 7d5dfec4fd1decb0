"""Cells of somebody's table changed, and no byte of any other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus, Standing, Term
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.columns import cell_of, columns, terms_in
from zhengming.termbase.formats.insertion import column_for
from zhengming.termbase.formats.sheet import bytes_of, cell, sheet
from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.formats.columns import Column
    from zhengming.termbase.formats.sheet import Row, Sheet

__all__ = ["Amendment", "amended"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is to change in a concept: terms it gets, or that get another status; and its standing, if that changes."""

    concept: str
    terms: tuple[Term, ...] = ()
    status: Standing | None = None


def amended(data: bytes, path: str, amendments: Iterable[Amendment]) -> bytes:
    """Return the table with these concepts changed. What it says already is not said again.

    Raise InvalidSettings where the table has no such row, or no column for what is to be written.
    """
    table = _Table(sheet(data, path), path)
    for amendment in amendments:
        table.amend(amendment)
    return bytes_of(table.amended())


class _Table:
    """A table in the making: what each row says now."""

    def __init__(self, table: Sheet, path: str) -> None:
        self._table, self._path = table, path
        self._headers = [header.value.strip() for header in table.header.cells]
        self._columns = list(columns(self._headers).items())
        self._values = [[one.value for one in row.cells] for row in table.rows]

    def amend(self, amendment: Amendment) -> None:
        """Change the first row of that id: of two, it is the one that counts (G001 tells the other)."""
        cells = self._row(amendment.concept)
        cells += [""] * (len(self._headers) - len(cells))
        for term in amendment.terms:
            self._place(term, cells)
        if amendment.status is not None:
            self._set_status(amendment.status, cells)

    def _row(self, concept: str) -> list[str]:
        column = self._headers.index("id") if "id" in self._headers else len(self._headers)
        for cells in self._values:
            if column < len(cells) and cells[column].strip() == concept:
                return cells
        raise InvalidSettings(f"{self._path}: no row has the id “{concept}”; add the concept first")

    def _place(self, term: Term, cells: list[str]) -> None:
        """Put the term where its status wants it, and take it away where it stood with another one."""
        wanted = column_for(term, self._columns)
        if wanted is None:
            problem = f"no column “{term.language}:{term.status.value}” for “{term.text}”; add one"
            raise InvalidSettings(f"{self._path}:1:1: {problem}")
        same = fold(term.text)
        for index, of in self._columns:
            if of.language.language != term.language.language:
                continue
            listed = list(self._terms(cells[index], of))
            namesakes = [one for one in listed if fold(one.text) == same]
            if any(one.text == term.text and one.is_allowed == term.is_allowed for one in namesakes):
                return
            if namesakes:
                cells[index] = cell_of(one for one in listed if fold(one.text) != same)
        listed = list(self._terms(cells[wanted], dict(self._columns)[wanted]))
        is_first = term.status is AdministrativeStatus.PREFERRED
        cells[wanted] = cell_of([term, *listed] if is_first else [*listed, term])

    def _terms(self, cell: str, of: Column) -> Iterator[Term]:
        for found in terms_in(cell, of) if cell.strip() else ():
            if isinstance(found, str):
                raise InvalidSettings(f"{self._path}: {found}; mend the cell first: zhengming term lint {self._path}")
            yield found

    def _set_status(self, status: Standing, cells: list[str]) -> None:
        if "status" in self._headers:
            cells[self._headers.index("status")] = status.value
        elif status is not Standing.APPROVED:  # what an empty cell means needs no column
            raise InvalidSettings(f"{self._path}:1:1: no column “status” for “{status.value}”; add one")

    def amended(self) -> Sheet:
        """Return the table: cells that say something else written anew, all others as they were."""
        return replace(self._table, rows=tuple(map(self._written, self._table.rows, self._values)))

    def _written(self, row: Row, values: list[str]) -> Row:
        cells = zip_longest(row.cells, values)
        kept = (one if one and one.value == value else cell(value, self._table.delimiter) for one, value in cells)
        return row._replace(cells=tuple(kept))

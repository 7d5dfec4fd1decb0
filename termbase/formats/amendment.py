"""A row of somebody's table changed: its cells are written anew, and no other row's bytes."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus, Standing, Term
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.columns import cell_of, columns, terms_in
from zhengming.termbase.formats.insertion import column_for
from zhengming.termbase.formats.lines import encoding_of, offsets
from zhengming.termbase.formats.table import decoded, delimiter_of, rows
from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.formats.columns import Column

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
    text = decoded(data, path)
    mark, encoding = encoding_of(data)
    table = _Table(text, path)
    for amendment in amendments:
        table.amend(amendment)
    return mark + table.text().encode(encoding)


class _Table:
    """A table in the making: all its rows, and which of them have changed."""

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path
        self._rows = list(rows(text, path))
        self._headers = [header.strip() for header in self._rows[0][1]] if self._rows else []
        self._columns = list(columns(self._headers).items())
        self._changed: set[int] = set()

    def amend(self, amendment: Amendment) -> None:
        """Change the first row of that id: of two, it is the one that counts (G001 tells the other)."""
        index, cells = self._row(amendment.concept)
        before = list(cells)
        cells += [""] * (len(self._headers) - len(cells))
        for term in amendment.terms:
            self._place(term, cells)
        if amendment.status is not None:
            self._set_status(amendment.status, cells)
        if cells != before:
            self._changed.add(index)

    def _row(self, concept: str) -> tuple[int, list[str]]:
        column = self._headers.index("id") if "id" in self._headers else len(self._headers)
        for index, (_, cells) in enumerate(self._rows):
            if index and column < len(cells) and cells[column].strip() == concept:
                return index, cells
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

    def text(self) -> str:
        """Return the whole text: changed rows written anew, all others as they were."""
        starts = offsets(self._text)
        borders = [*(starts[line - 1] for line, _ in self._rows), len(self._text)]
        pieces: list[str] = []
        done = 0
        for index in sorted(self._changed):
            start, end = borders[index], borders[index + 1]
            written = self._text[start:end]
            out = io.StringIO()
            csv.writer(out, delimiter=delimiter_of(self._text), lineterminator="").writerow(self._rows[index][1])
            pieces += self._text[done:start], out.getvalue(), written[len(written.rstrip("\r\n")) :]
            done = end
        return "".join([*pieces, self._text[done:]])

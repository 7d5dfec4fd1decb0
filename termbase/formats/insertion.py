"""New rows in a table that somebody keeps: each goes where its id sorts, and no other byte of the file changes."""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from zhengming.termbase.concept import AdministrativeStatus, Enforcement, Standing
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.columns import ATTRIBUTES, cell_of, columns
from zhengming.termbase.formats.sheet import cell, line_ending, mark_of
from zhengming.termbase.formats.table import decoded, delimiter_of, rows
from zhengming.termbase.ids import order
from zhengming.termbase.language import agree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.formats.columns import Column

__all__ = ["column_for", "inserted"]

_Order: TypeAlias = "tuple[tuple[str, int], ...]"


def inserted(data: bytes, path: str, concepts: Iterable[Concept]) -> bytes:
    """Return the table with a row for each of these concepts, written as the file is: encoding, delimiter, line ends.

    Raise InvalidSettings where the table has no column for what a concept holds.
    """
    text = decoded(data, path)
    mark, encoding = mark_of(data)
    listed = list(rows(text, path))
    headers = [header.strip() for header in listed[0][1]] if listed else []
    ending = line_ending(text)
    offsets = _offsets(text)
    places = _Places(_ids(listed, headers))
    pieces: dict[int, list[str]] = {}
    for concept in sorted(concepts, key=lambda concept: order(concept.id)):
        line = places.before(concept.id)
        at = len(text) if line is None else offsets[line - 1]
        pieces.setdefault(at, []).append(_written(concept, headers, delimiter_of(text), path) + ending)
    is_open = bool(text) and not text.endswith(("\n", "\r"))  # the last line has no end, and is to have none
    out, done = io.BytesIO(mark), 0
    out.seek(0, io.SEEK_END)
    for at in sorted(pieces):
        out.write(text[done:at].encode(encoding))
        added = "".join(pieces[at])
        out.write((ending + added.removesuffix(ending) if at == len(text) and is_open else added).encode(encoding))
        done = at
    out.write(text[done:].encode(encoding))
    return out.getvalue()


def _offsets(text: str) -> list[int]:
    """Return where each line begins, as the csv module counts lines."""
    offsets = [0]
    for line in io.StringIO(text, newline=""):
        offsets.append(offsets[-1] + len(line))
    return offsets


def _ids(listed: list[tuple[int, list[str]]], headers: list[str]) -> list[tuple[int, _Order]]:
    """Return line and id of each row, the id as it sorts."""
    if "id" not in headers:
        return []
    index = headers.index("id")
    return [(line, order(cells[index].strip())) for line, cells in listed[1:] if index < len(cells) and any(cells)]


class _Places:
    """Where in a table a new id belongs."""

    def __init__(self, ids: list[tuple[int, _Order]]) -> None:
        self._lines = [line for line, _ in ids]
        self._highest = list(accumulate((known for _, known in ids), max))  # so far: rising, so it can be halved
        self._kinds: dict[str, list[int]] = {}
        for index, (_, known) in enumerate(ids):
            self._kinds.setdefault(known[0][0], []).append(index)
        self._lowest = {
            kind: list(accumulate((ids[index][1] for index in reversed(indexes)), min))[::-1]  # from here on
            for kind, indexes in self._kinds.items()
        }

    def before(self, concept_id: str) -> int | None:
        """Return the line before which it goes, None for the end; in an unsorted table, among ids of its kind."""
        wanted = order(concept_id)
        kind = wanted[0][0]
        smaller = bisect_left(self._lowest.get(kind, []), wanted)
        following = self._kinds[kind][smaller - 1] + 1 if smaller else bisect_right(self._highest, wanted)
        return self._lines[following] if following < len(self._lines) else None


def _written(concept: Concept, headers: list[str], delimiter: str, path: str) -> str:
    cells = [""] * len(headers)
    for name in ATTRIBUTES:
        if value := _value(concept, name):
            _set(cells, headers, name, value, path)
    for index, terms in _by_column(concept, headers, path):
        cells[index] = cell_of(terms)
    return delimiter.join(cell(value, delimiter).written for value in cells)


def _value(concept: Concept, name: str) -> str:
    value = getattr(concept, name)
    return value.value if isinstance(value, (Standing, Enforcement)) else str(value)


def _set(cells: list[str], headers: list[str], name: str, value: str, path: str) -> None:
    if name in headers:
        cells[headers.index(name)] = value
    # What an empty cell means needs no column.
    elif (name, value) not in {("status", Standing.APPROVED.value), ("check", Enforcement.STRICT.value)}:
        raise InvalidSettings(f"{path}: no column “{name}” for “{value}”; add one to the first line")


def _by_column(concept: Concept, headers: list[str], path: str) -> Iterator[tuple[int, list[Term]]]:
    """Yield the columns that take the concept's terms. Admitted ones stand behind the preferred if they have none."""
    of_terms = list(columns(headers).items())
    taken: dict[int, list[Term]] = {}
    for term in concept.terms:
        index = column_for(term, of_terms)
        if index is None:
            status = "" if term.status is AdministrativeStatus.PREFERRED else f":{term.status.value}"
            raise InvalidSettings(f"{path}: no column “{term.language}{status}” for “{term.text}”; add one")
        taken.setdefault(index, []).append(term)
    yield from taken.items()


def column_for(term: Term, of_terms: list[tuple[int, Column]]) -> int | None:
    """Return which of the columns (with their indexes) takes the term; None if none does."""
    statuses = [term.status]
    if term.status is AdministrativeStatus.ADMITTED:
        statuses.append(AdministrativeStatus.PREFERRED)
    for status in statuses:
        alike = [(index, of.language) for index, of in of_terms if of.status is status]
        same = [index for index, language in alike if str(language) == str(term.language)]
        near = [index for index, language in alike if agree(language, term.language)]
        if same or near:
            return (same or near)[0]
    return None

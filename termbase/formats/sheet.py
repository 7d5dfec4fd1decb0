"""A table as somebody keeps it: beside what each cell says, how it is written, so that what nobody touches stays."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.formats.table import decoded, delimiter_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Cell", "Row", "Sheet", "bytes_of", "cell", "line_ending", "mark_of", "restyled", "sheet"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Cell(NamedTuple):
    """What a cell says, and the characters it is written with: quotes and all."""

    value: str
    written: str


class Row(NamedTuple):
    """A row. `ending` is its line end and what blank lines follow."""

    line: int
    cells: tuple[Cell, ...]
    ending: str

    @property
    def written(self) -> tuple[str, ...]:
        """The cells as they are written."""
        return tuple(cell.written for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table, its first row apart, and how its file is written. A file of nothing has no cells in its first row."""

    header: Row
    rows: tuple[Row, ...] = ()
    mark: bytes = b""
    encoding: str = "utf-8"
    delimiter: str = ","
    ending: str = "\n"
    is_open: bool = False
    """Whether the last line has no end."""


def sheet(data: bytes, path: str) -> Sheet:
    """Return the table. Raise UnreadableFile where the bytes are none."""
    mark, encoding = mark_of(data)
    text = decoded(data, path)
    delimiter = delimiter_of(text)
    ending = line_ending(text)
    found = list(_rows(text, path, delimiter)) or [Row(1, (), "")]
    is_open = not text.endswith(("\n", "\r"))
    if is_open:
        found[-1] = found[-1]._replace(ending=found[-1].ending + ending)
    return Sheet(found[0], tuple(found[1:]), mark, encoding, delimiter, ending, is_open)


def mark_of(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark that the file begins with, and the encoding of what follows."""
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))


def line_ending(text: str) -> str:
    """Return what the first line ends with."""
    first = next(iter(io.StringIO(text, newline="")), "")
    return next((ending for ending in ("\r\n", "\n", "\r") if first.endswith(ending)), "\n")


def cell(value: str, delimiter: str) -> Cell:
    """Return the cell that says this, quoted only where it must be."""
    out = io.StringIO()
    # An empty cell alone would get quotes, and a line end is quoted only if the writer's own has its characters.
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerow((value, ""))
    return Cell(value, out.getvalue().removesuffix(f"{delimiter}\r\n"))


def restyled(table: Sheet, delimiter: str, ending: str) -> Sheet:
    """Return the table as a file with this delimiter and these line ends holds it."""
    if (delimiter, ending) == (table.delimiter, table.ending):
        return table

    def styled(row: Row) -> Row:
        cells = row.cells if delimiter == table.delimiter else tuple(cell(one.value, delimiter) for one in row.cells)
        return Row(row.line, cells, re.sub(r"\r\n|\r|\n", ending, row.ending))

    header, listed = styled(table.header), tuple(map(styled, table.rows))
    return replace(table, header=header, rows=listed, delimiter=delimiter, ending=ending)


def bytes_of(table: Sheet) -> bytes:
    """Return the file that holds the table."""
    lines = [table.delimiter.join(row.written) + row.ending for row in (table.header, *table.rows)]
    text = "".join(lines)
    if table.is_open:
        text = text.removesuffix(table.ending)
    return table.mark + text.encode(table.encoding)


def _rows(text: str, path: str, delimiter: str) -> Iterator[Row]:
    """Yield each row that says something; blank ones belong to the end of the row before."""
    lines = list(io.StringIO(text, newline=""))
    kept: Row | None = None
    listed = list(rows(text, path))
    following = [line for line, _ in listed[1:]] + [len(lines) + 1] * bool(listed)
    for (line, values), after in zip(listed, following, strict=True):
        written = "".join(lines[line - 1 : after - 1])
        if not any(map(str.strip, values)):
            kept = kept and kept._replace(ending=kept.ending + written)
            continue
        if kept is not None:
            yield kept
        parts, ending = _parts(written, delimiter)
        kept = Row(line, tuple(Cell(_plain(value), part) for value, part in zip(values, parts, strict=True)), ending)
    if kept is not None:
        yield kept


def _plain(value: str) -> str:
    """Return the value with line ends of one kind: who saves a file with others changes no text."""
    return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value


def _parts(written: str, delimiter: str) -> tuple[list[str], str]:
    """Return the cells of a row as they are written, and its end."""
    pattern = re.compile(rf'"[^"]*(?:""[^"]*)*"|[^{re.escape(delimiter)}\r\n]*')
    parts: list[str] = []
    at = 0
    while True:
        found = pattern.match(written, at)
        assert found is not None  # noqa: S101  the pattern matches nothing, too
        parts.append(found[0])
        at = found.end()
        if not written.startswith(delimiter, at):
            return parts, written[at:]
        at += len(delimiter)

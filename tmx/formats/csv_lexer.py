"""The cells of a CSV or TSV table (RFC 4180), each with its place: the csv module knows neither column nor byte.

Cells are cut as the csv module cuts them in its strict mode, but for tab-separated tables: many programs write those
without any quoting, so that a quote which is closed before its cell ends is a character like any other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location, Position
from zhengming.tmx.model import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.tmx.formats.text_lines import Line, TextLines

__all__ = ["QUOTE", "Cell", "delimiter_of", "rows"]

QUOTE = '"'
_LONGEST_CELL = 1_000_000
_LINE_ENDS = "\r\n"
#: What is written otherwise than it reads: a quote within quotes, the line ends of Windows and old Macs.
_OTHERWISE = re.compile(r'""|\r\n?')
#: A quote that is closed before its cell ends.
_CLOSED_WITHIN = re.compile(r'"(?:[^"\r\n]|"")*"[^"\t\r\n]')


class Cell(NamedTuple):
    """What is written in a cell, without the quotes around it, and where that begins."""

    raw: str
    line: int
    column: int
    byte: int | None
    is_quoted: bool = False

    def text(self) -> tuple[str, tuple[Run, ...]]:
        """Return how the cell reads, and the runs of that text in `raw`, if it reads otherwise than it is written."""
        if not self.is_quoted or not (QUOTE in self.raw or "\r" in self.raw):
            return self.raw, ()
        pieces: list[str] = []
        runs: list[Run] = []
        offset, done = 0, 0
        for match in _OTHERWISE.finditer(self.raw):
            if match.start() > done:
                runs.append(Run(offset, done))
                pieces.append(self.raw[done : match.start()])
                offset += match.start() - done
            runs.append(Run(offset, match.start(), plain=False))
            pieces.append(QUOTE if match.group() == '""' else "\n")
            offset, done = offset + 1, match.end()
        return "".join([*pieces, self.raw[done:]]), (*runs, Run(offset, done))


def delimiter_of(header: str) -> str:
    """Return what separates the cells, by the first line: what stands most often outside quotes."""
    bare = re.sub(r'"[^"]*"', "", header)
    return max(",\t;", key=bare.count)


def rows(lines: TextLines, delimiter: str = "") -> Iterator[list[Cell]]:
    """Yield the rows, of empty lines too; without a delimiter, the first line tells it.

    Excel's own first line `sep=;` is no row. Raise UnreadableFile, after the rows before it, where a quote is out of
    place.
    """
    source = iter(lines)
    for line in source:
        if line.number == 1:
            if said := re.fullmatch(r"sep=(.)[\r\n]*", line.text, re.IGNORECASE):
                delimiter = said[1]
                continue
            delimiter = delimiter or delimiter_of(line.text)
        if QUOTE not in line.text:
            yield _plain(line, delimiter, lines.encoding)
        else:
            yield list(_Row(line, source, delimiter, lines).cells())


def _plain(line: Line, delimiter: str, encoding: str) -> list[Cell]:
    text, number, byte = line
    cells: list[Cell] = []
    column = 1
    width = len(delimiter.encode(encoding))
    for raw in text.rstrip(_LINE_ENDS).split(delimiter):
        cells.append(Cell(raw, number, column, byte))
        column += len(raw) + 1
        byte += len(raw.encode(encoding)) + width
    return cells


class _Row:
    """Reads one row with quotes in it, and more lines as long as a quote is open."""

    def __init__(self, line: Line, source: Iterator[Line], delimiter: str, lines: TextLines) -> None:
        self._source = source
        self._delimiter = delimiter
        self._path = lines.path
        self._encoding = lines.encoding
        self._take(line)

    def cells(self) -> Iterator[Cell]:
        end = -1
        while end < 0 or self._text.startswith(self._delimiter, end):
            start = end + 1
            if self._text.startswith(QUOTE, start) and not self._is_bare(start):
                cell, end = self._quoted(start)
            else:
                end = self._end(start)
                cell = Cell(self._text[start:end], *self._position(start))
            yield cell

    def _take(self, line: Line) -> None:
        self._text = line.text
        self._stop = len(line.text.rstrip(_LINE_ENDS))
        # A place in the line that is known, and its offset.
        self._known, self._place = 0, Position(line.number, 1, line.byte)

    def _end(self, at: int) -> int:
        end = self._text.find(self._delimiter, at, self._stop)
        return self._stop if end < 0 else end

    def _is_bare(self, at: int) -> bool:
        """Return whether the quote that a cell begins with is a mere character."""
        return self._delimiter == "\t" and _CLOSED_WITHIN.match(self._text, at) is not None

    def _quoted(self, at: int) -> tuple[Cell, int]:
        """Return the cell whose first quote is at `at`, and where in its last line it ends."""
        opening, place = self._position(at), self._position(at + 1)
        pieces: list[str] = []
        length, start = 0, at + 1
        end = self._text.find(QUOTE, start)
        while end < 0 or self._text.startswith(QUOTE, end + 1):
            if end >= 0:
                end = self._text.find(QUOTE, end + 2)
                continue
            pieces.append(self._text[start:])
            length += len(pieces[-1])
            line = next(self._source, None)
            if line is None or length > _LONGEST_CELL:
                self._refuse(opening, "the quote that this cell begins with is not closed; close it, or write it twice")
            self._take(line)
            start, end = 0, self._text.find(QUOTE)
        pieces.append(self._text[start:end])
        if end + 1 != self._stop and not self._text.startswith(self._delimiter, end + 1):
            self._refuse(
                self._position(end), "other text follows the quote that ends a cell; write it twice inside one"
            )
        return Cell("".join(pieces), *place, is_quoted=True), end + 1

    def _position(self, at: int) -> Position:
        line, column, byte = self._place
        between = self._text[self._known : at]
        self._place = Position(line, column + len(between), (byte or 0) + len(between.encode(self._encoding)))
        self._known = at
        return self._place

    def _refuse(self, place: Position, problem: str) -> NoReturn:
        raise UnreadableFile(Location(self._path, place), problem)

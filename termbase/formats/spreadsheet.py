"""The sheets of an XLSX file. The only module that reads through calamine.

Values are those that the sheet shows; formulas are never computed. What would fill the memory is refused before it is
opened: calamine makes room for every cell up to the last one, whether or not it holds anything.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.package import Package
from zhengming.termbase.formats.source import Row
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType
    from typing import BinaryIO

__all__ = ["Sheet", "letters", "opened", "sheets"]

_MOST_CELLS = 5_000_000
_REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,9})["']""")
_OVERLAP = 64
_BARE_NAME = re.compile(r"[^\W\d]\w*")
_ALPHABET = 26


class Sheet(NamedTuple):
    """What a sheet shows, from its cell A1 on, and which cells are merged: corners, counted from 0."""

    name: str
    rows: list[list[str]]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()

    def place(self, line: int, column: int) -> str:
        """Return what a formula would call the cell in that line, from 1, and column, from 0: `Sheet1!B7`."""
        name = self.name if _BARE_NAME.fullmatch(self.name) else "'" + self.name.replace("'", "''") + "'"
        return f"{name}!{letters(column)}{line}"


def letters(column: int) -> str:
    """Return what a spreadsheet calls the column, counted from 0: A, B, … Z, AA."""
    more, last = divmod(column, _ALPHABET)
    return (letters(more - 1) if more else "") + chr(ord("A") + last)


def sheets(data: bytes, path: str) -> Iterator[tuple[str, list[Row]]]:
    """Yield the name and the rows of each sheet. Raise UnreadableFile where there are none to be had."""
    for sheet in opened(io.BytesIO(data), path):
        yield (
            sheet.name,
            [
                Row(Location(path, Position(number, 1), part=sheet.place(number, 0)), row)
                for number, row in enumerate(sheet.rows, 1)
            ],
        )


def opened(stream: BinaryIO, path: str) -> Iterator[Sheet]:
    """Yield the sheets, the hidden ones too. Raise UnreadableFile where there are none to be had."""
    calamine = _calamine(path)
    _demand_bounds(stream, path)
    stream.seek(0)
    try:
        book = calamine.CalamineWorkbook.from_filelike(stream)
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
            yield Sheet(name, rows, tuple(sheet.merged_cell_ranges or ()))
    except calamine.CalamineError as error:
        raise UnreadableFile(Location(path), f"no spreadsheet: {error}; save it again as .xlsx") from error


def _calamine(path: str) -> ModuleType:
    try:
        import python_calamine  # noqa: PLC0415  an extra, and few files are spreadsheets
    except ImportError as error:
        problem = "spreadsheets need an extra; pip install 'zhengming[xlsx]', or save the sheet as CSV"
        raise UnreadableFile(Location(path), problem) from error
    return python_calamine


def _demand_bounds(stream: BinaryIO, path: str) -> None:
    """Raise UnreadableFile for a bomb, or a cell far out."""
    with Package(stream, path, "spreadsheet") as package:
        for name in package.names:
            rows = columns = 0
            rest = b""
            for chunk in package.chunks(name):
                if not name.lower().startswith("xl/worksheets/"):
                    continue
                for column, row in _REFERENCE.findall(rest + chunk):
                    rows, columns = max(rows, int(row)), max(columns, _number(column))
                rest = chunk[-_OVERLAP:]
            if rows * columns > _MOST_CELLS:
                package.refuse(f"a sheet of {rows:,} rows and {columns:,} columns; delete the empty ones")


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * _ALPHABET + letter - ord("A") + 1
    return number


def _text(value: object) -> str:
    """Return what a cell shows, or near enough: 12 for 12.0, dates as ISO 8601 writes them."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

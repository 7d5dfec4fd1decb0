"""The sheets of an XLSX file as rows with their places. The only termbase module that knows calamine.

Values are those that the sheet shows; formulas are never computed. What would fill the memory is refused before it is
opened: calamine makes room for every cell up to the last one, whether or not it holds anything.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.source import Row
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

__all__ = ["sheets"]

_MOST_CELLS = 5_000_000
_MOST_BYTES = 400_000_000
_MOST_PARTS = 10_000
_CHUNK = 1 << 18
_REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,9})["']""")
_OVERLAP = 64
_BARE_NAME = re.compile(r"[^\W\d]\w*")
_OLE = b"\xd0\xcf\x11\xe0"


def sheets(data: bytes, path: str) -> Iterator[tuple[str, list[Row]]]:
    """Yield the name and the rows of each sheet. Raise UnreadableFile where there are none to be had."""
    calamine = _calamine(path)
    _demand_bounds(data, path)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            yield name, list(_rows(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False), path))
    except calamine.CalamineError as error:
        raise UnreadableFile(Location(path), f"no spreadsheet: {error}; save it again as .xlsx") from error


def _calamine(path: str) -> ModuleType:
    try:
        import python_calamine  # noqa: PLC0415  an extra, and few termbases are spreadsheets
    except ImportError as error:
        problem = "spreadsheets need an extra; pip install 'zhengming[xlsx]', or save the sheet as CSV"
        raise UnreadableFile(Location(path), problem) from error
    return python_calamine


def _demand_bounds(data: bytes, path: str) -> None:
    if data.startswith(_OLE):
        problem = "protected by a password, or of Office 97; save it without, in today's format"
        raise UnreadableFile(Location(path), problem)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.namelist()) > _MOST_PARTS:
                raise UnreadableFile(Location(path), f"an archive of more than {_MOST_PARTS:,} parts")
            left = _MOST_BYTES
            for name in archive.namelist():
                left -= _size(archive, name, path, left)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile(Location(path), "no spreadsheet, or a damaged one; save it again as .xlsx") from error


def _size(archive: zipfile.ZipFile, name: str, path: str, most: int) -> int:
    """Return how large a part is. What the archive says of it is not relied on."""
    size = rows = columns = 0
    rest = b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise UnreadableFile(Location(path), f"unpacked, it is larger than {_MOST_BYTES // 1_000_000} MB")
            if name.lower().startswith("xl/worksheets/"):
                for column, row in _REFERENCE.findall(rest + chunk):
                    rows, columns = max(rows, int(row)), max(columns, _number(column))
                rest = chunk[-_OVERLAP:]
    if rows * columns > _MOST_CELLS:
        raise UnreadableFile(Location(path), f"a sheet of {rows:,} rows and {columns:,} columns; delete the empty ones")
    return size


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return number


def _rows(sheet: str, values: list[list[object]], path: str) -> Iterator[Row]:
    quoted = sheet if _BARE_NAME.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"
    for number, row in enumerate(values, 1):
        yield Row(Location(path, Position(number, 1), part=f"{quoted}!A{number}"), [_text(value) for value in row])


def _text(value: object) -> str:
    """Return what a cell shows, or near enough: 12 for 12.0, dates as ISO 8601 writes them."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

"""Bilingual spreadsheets: every sheet with two columns of texts, through calamine. Places are cells: “Sheet1!B7”.

Sheets and rows that are hidden are read as well: whoever hides a row still delivers it.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from zhengming.termbase.check import Severity
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.issue import Issue
from zhengming.termbase.position import Location, Position
from zhengming.tmx.faults import MALFORMED_FILE
from zhengming.tmx.formats.format import NOTHING_KNOWN, Format
from zhengming.tmx.formats.package import Package
from zhengming.tmx.formats.table_layout import header_of, is_termbase, layout_of, letters, unit_of
from zhengming.tmx.model import Origin, Segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType
    from typing import Any, BinaryIO

    from zhengming.tmx.formats.format import Wanted
    from zhengming.tmx.model import TranslationUnit

__all__ = ["FORMAT", "read"]

#: calamine makes room for every cell up to the last one, whether or not it holds anything.
_MOST_CELLS = 5_000_000
_REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,9})["']""")
_OVERLAP = 64
_BARE_NAME = re.compile(r"[^\W\d]\w*")


def read(
    stream: BinaryIO, path: str, report: Callable[[Issue], None], wanted: Wanted = NOTHING_KNOWN
) -> Iterator[TranslationUnit]:
    """Yield a unit for each row of each sheet that has two columns of texts; raise UnreadableFile if none has."""
    calamine = _calamine(path)
    _demand_bounds(stream, path)
    stream.seek(0)
    try:
        book = calamine.CalamineWorkbook.from_filelike(stream)
    except calamine.CalamineError as error:
        raise UnreadableFile(Location(path), f"no spreadsheet: {error}; save it again as .xlsx") from error
    problems: list[str] = []
    number = 0
    for name in book.sheet_names:
        try:
            sheet = book.get_sheet_by_name(name)
        except calamine.CalamineError as error:
            raise UnreadableFile(Location(path, part=name), f"damaged: {error}; save it again as .xlsx") from error
        for unit in _units(sheet, path, report, wanted, problems):
            number += 1
            unit.number = number
            yield unit
    if len(problems) == len(book.sheet_names):
        raise UnreadableFile(Location(path), problems[0] if problems else "no sheet holds anything")


def _calamine(path: str) -> ModuleType:
    try:
        import python_calamine  # noqa: PLC0415  an extra, and few files are spreadsheets
    except ImportError as error:
        problem = "spreadsheets need an extra; pip install 'zhengming[xlsx]', or save the sheet as CSV"
        raise UnreadableFile(Location(path), problem) from error
    return python_calamine


def _demand_bounds(stream: BinaryIO, path: str) -> None:
    """Raise UnreadableFile for what would fill the memory: a bomb, a cell far out."""
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
        number = number * 26 + letter - ord("A") + 1
    return number


def _units(
    sheet: Any,  # noqa: ANN401  calamine's
    path: str,
    report: Callable[[Issue], None],
    wanted: Wanted,
    problems: list[str],
) -> Iterator[TranslationUnit]:
    """Yield the units of a sheet; what keeps it from having any goes to `problems`."""
    table = ([_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False))
    numbered = ((line, row) for line, row in enumerate(table, 1) if any(map(str.strip, row)))
    first = next(numbered, (1, []))
    names = first[1]
    layout = layout_of(names, wanted)
    if isinstance(layout, str):
        problems.append(f"{sheet.name}: {layout}" if names else f"{sheet.name}: an empty sheet")
        return
    if is_termbase(names):
        problems.append(f"{sheet.name}: a termbase; zhengming term import reads it")
        return
    header = header_of(layout, path)
    merged = _covered(sheet, {index for index, _ in layout.texts})
    left_out = 0
    for line, row in numbered if layout.has_header else chain([first], numbered):
        if not any(row[index].strip() for index, _ in layout.texts):
            continue
        if line in merged:
            left_out += 1
            continue
        yield unit_of(layout, row, partial(_segment, row, path, sheet.name, line), header, 0, Position(line, 1))
    if left_out:
        message = f"rows left out, for they share a merged cell with the row above: {left_out}; split the cells"
        location = Location(path, part=sheet.name)
        report(Issue(check=MALFORMED_FILE, severity=Severity.MINOR, message=message, location=location))


def _covered(sheet: Any, columns: set[int]) -> set[int]:  # noqa: ANN401
    """Return the rows, from 1, in which one of the columns is a merged cell that begins further up."""
    covered: set[int] = set()
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if any(left <= column <= right for column in columns):
            covered.update(range(top + 2, bottom + 2))
    return covered


def _text(value: object) -> str:
    """Return what a cell shows, or near enough: 12 for 12.0, dates as ISO 8601 writes them."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _segment(row: list[str], path: str, sheet: str, line: int, index: int) -> Segment:
    place = f"{_quoted(sheet)}!{letters(index)}{line}"
    text = row[index] if index < len(row) else ""
    return Segment(text, origin=Origin(path, "utf-8", line, index + 1, None, text, part=place))


def _quoted(sheet: str) -> str:
    """Return the name of a sheet as a formula would write it."""
    return sheet if _BARE_NAME.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"


def _claims(head: bytes) -> bool:
    return head.startswith(b"PK")


FORMAT = Format(name="xlsx", suffixes=(".xlsx", ".xlsm"), read=read, claims=_claims)

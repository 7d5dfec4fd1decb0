"""Bilingual spreadsheets: every sheet with two columns of texts, through calamine. Places are cells: “Sheet1!B7”.

Sheets and rows that are hidden are read as well: whoever hides a row still delivers it.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from zhengming.termbase.check import Severity
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.spreadsheet import opened
from zhengming.termbase.issue import Issue
from zhengming.termbase.position import Location, Position
from zhengming.tmx.faults import MALFORMED_FILE
from zhengming.tmx.formats.format import NOTHING_KNOWN, Format
from zhengming.tmx.formats.table_layout import header_of, is_termbase, layout_of, unit_of
from zhengming.tmx.model import Origin, Segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from zhengming.termbase.formats.spreadsheet import Sheet
    from zhengming.tmx.formats.format import Wanted
    from zhengming.tmx.model import TranslationUnit

__all__ = ["FORMAT", "read"]


def read(
    stream: BinaryIO, path: str, report: Callable[[Issue], None], wanted: Wanted = NOTHING_KNOWN
) -> Iterator[TranslationUnit]:
    """Yield a unit for each row of each sheet that has two columns of texts; raise UnreadableFile if none has."""
    problems: list[str] = []
    number = count = 0
    for sheet in opened(stream, path):
        count += 1
        for unit in _units(sheet, path, report, wanted, problems):
            number += 1
            unit.number = number
            yield unit
    if len(problems) == count:
        raise UnreadableFile(Location(path), problems[0] if problems else "no sheet holds anything")


def _units(
    sheet: Sheet,
    path: str,
    report: Callable[[Issue], None],
    wanted: Wanted,
    problems: list[str],
) -> Iterator[TranslationUnit]:
    """Yield the units of a sheet; what keeps it from having any goes to `problems`."""
    numbered = ((line, row) for line, row in enumerate(sheet.rows, 1) if any(map(str.strip, row)))
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
        yield unit_of(layout, row, partial(_segment, row, path, sheet, line), header, 0, Position(line, 1))
    if left_out:
        message = f"rows left out, for they share a merged cell with the row above: {left_out}; split the cells"
        location = Location(path, part=sheet.name)
        report(Issue(check=MALFORMED_FILE, severity=Severity.MINOR, message=message, location=location))


def _covered(sheet: Sheet, columns: set[int]) -> set[int]:
    """Return the rows, from 1, in which one of the columns is a merged cell that begins further up."""
    covered: set[int] = set()
    for (top, left), (bottom, right) in sheet.merged:
        if any(left <= column <= right for column in columns):
            covered.update(range(top + 2, bottom + 2))
    return covered


def _segment(row: list[str], path: str, sheet: Sheet, line: int, index: int) -> Segment:
    text = row[index] if index < len(row) else ""
    return Segment(text, origin=Origin(path, "utf-8", line, index + 1, None, text, part=sheet.place(line, index)))


def _claims(head: bytes) -> bool:
    return head.startswith(b"PK")


FORMAT = Format(name="xlsx", suffixes=(".xlsx", ".xlsm"), read=read, claims=_claims)

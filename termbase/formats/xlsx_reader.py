"""Termbases in spreadsheets: the first sheet with columns of two languages, or the one that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.columns import columns
from zhengming.termbase.formats.source import Gathered, Source
from zhengming.termbase.formats.spreadsheet import sheets
from zhengming.termbase.formats.table_reader import gathered_table

if TYPE_CHECKING:
    from zhengming.termbase.formats.source import Row, Wanted

__all__ = ["SOURCE", "own_rows", "read"]


def read(data: bytes, path: str, wanted: Wanted) -> Gathered:
    """Read the rows. Raise UnreadableFile where it is no spreadsheet, InvalidSettings without that sheet."""
    first: Gathered | None = None
    names: list[str] = []
    for name, rows in sheets(data, path):
        names.append(name)
        if wanted.sheet in {None, name}:
            found = gathered_table(rows, wanted)
            if found.has_languages:
                return found
            first = first or found
    if first is None:
        raise InvalidSettings(f"{path}: no sheet “{wanted.sheet}”; there are {', '.join(names)}")
    return first


def own_rows(data: bytes, path: str) -> list[Row] | None:
    """Return the rows of the sheet that has the columns of this project's own tables, or None if none has."""
    for _, rows in sheets(data, path):
        filled = [row for row in rows if any(row.cells)]
        headers = [cell.strip() for cell in filled[0].cells] if filled else []
        if "id" in headers and columns(headers):
            return filled
    return None


def _claims(suffix: str, data: bytes) -> bool:
    return suffix in SOURCE.suffixes and data.startswith((b"PK", b"\xd0\xcf\x11\xe0"))


SOURCE = Source("XLSX", (".xlsx", ".xlsm"), _claims, read)

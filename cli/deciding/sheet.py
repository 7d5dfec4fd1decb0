"""Decisions out of a report in which somebody has filled in the column `decision`: a workbook or a CSV table."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from zhengming.cli.deciding.decision import Decision, decision
from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.formats.spreadsheet import opened
from zhengming.termbase.formats.table import decoded, delimiter_of
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["read"]

_WANTED = ("fingerprint", "decision")


def read(path: Path) -> tuple[Decision, ...]:
    """Return the decisions of the rows that have one. Raise InvalidSettings or UnreadableFile with the row."""
    rows = _of_workbook(path) if path.suffix.lower() == ".xlsx" else _of_table(path)
    headers = [cell.strip().lower() for cell in next(rows, [])]
    for name in _WANTED:
        if name not in headers:
            raise InvalidSettings(f"{path}:1: no column “{name}”; fill in a report that `zhengming report` has written")
    return tuple(_decisions(rows, headers, path))


def _decisions(rows: Iterator[list[str]], headers: list[str], path: Path) -> Iterator[Decision]:
    for number, cells in enumerate(rows, 2):
        named = dict(zip(headers, (cell.strip() for cell in cells), strict=False))
        if action := named.get("decision", "").lower():
            if not named.get("fingerprint"):
                raise InvalidSettings(f"{path}:{number}: the decision has lost its fingerprint; take the row out")
            yield decision(named["fingerprint"], action, named, f"{path}:{number}")


def _of_table(path: Path) -> Iterator[list[str]]:
    text = decoded(path.read_bytes(), str(path))
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    except csv.Error as error:
        raise UnreadableFile(Location(str(path), Position(1, 1)), f"not a table: {error}") from error


def _of_workbook(path: Path) -> Iterator[list[str]]:
    with path.open("rb") as stream:
        try:
            yield from next(iter(opened(stream, str(path)))).rows
        except UnreadableFile as error:
            problem = f"no workbook that can be read: {error.problem}"
            raise UnreadableFile(error.location, problem) from error

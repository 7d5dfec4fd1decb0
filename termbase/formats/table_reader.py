"""Tables of any make: CSV, TSV, semicolons between; columns known by their names or, without names, by their script."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.formats import table
from zhengming.termbase.formats.gathering import gathered
from zhengming.termbase.formats.guessing import guessed, has_headers
from zhengming.termbase.formats.headers import given_roles, roles
from zhengming.termbase.formats.source import Gathered, Row, Source
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.formats.source import Wanted

__all__ = ["SOURCE", "decoded", "demand_languages", "gathered_table", "read", "text_rows"]

_GUESSES = ("gb18030", "big5", "cp1252")


def read(data: bytes, path: str, wanted: Wanted) -> Gathered:
    """Read the rows. Raise UnreadableFile where the bytes are no table."""
    return gathered_table(text_rows(decoded(data, path, wanted.encoding), path), wanted)


def decoded(data: bytes, path: str, encoding: str | None) -> str:
    """Return the text in the encoding that the caller names, else in Unicode; nothing is guessed."""
    if encoding is None:
        try:
            return table.decoded(data, path)
        except UnreadableFile as error:
            remedy = f"{error.problem}, or say what it is with --encoding{_likely(data)}"
            raise UnreadableFile(error.location, remedy) from error
    try:
        codec = codecs.lookup(encoding)
        return codec.decode(data)[0].removeprefix("\ufeff")
    except LookupError as error:
        raise InvalidSettings(f"{path}: not {encoding} text: {error}") from error
    except (ValueError, TypeError, AttributeError) as error:  # codecs of other things than text say so as they like
        raise InvalidSettings(f"{path}: not {encoding} text: {error}") from error


def _likely(data: bytes) -> str:
    """Return which encoding to try first: the first that all bytes are possible in."""
    for name in _GUESSES:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return f" {name}"
    return ""


def text_rows(text: str, path: str) -> list[Row]:
    """Return the rows with their places."""
    return [Row(Location(path, Position(line, 1)), cells) for line, cells in table.rows(text, path)]


def gathered_table(rows: Iterable[Row], wanted: Wanted) -> Gathered:
    """Gather the concepts of a table."""
    listed = [row for row in rows if any(cell.strip() for cell in row.cells)]
    cells = [row.cells for row in listed]
    names = {name for name in wanted.mapping if not name.isdecimal()}
    is_named = wanted.has_headers
    if is_named is None:
        is_named = bool(names) or has_headers(cells)
    if is_named:
        headers = cells[0] if cells else []
        known = roles(headers, wanted.mapping, wanted.sides)
        listed = listed[1:]
    else:
        headers = [""] * max(map(len, cells), default=0)
        known = guessed(cells, wanted.sides) | given_roles(headers, wanted.mapping)
    return gathered(listed, headers, known, wanted.unsaid)


def demand_languages(found: Gathered, path: str) -> None:
    """Raise InvalidSettings if this is a table without columns of two languages."""
    if not found.has_languages:
        column = "Column" if any(found.headers) else "1"
        remedy = f"name them with --map “{column}=zh-Hans”, or say what Source and Target are with --source-language"
        raise InvalidSettings(f"{path}:1:1: the columns of two languages are wanted; {remedy} and --target-language")


def _claims(suffix: str, _data: bytes) -> bool:
    return suffix in {".csv", ".tsv", ".txt", ".tab"}


SOURCE = Source("table", (".csv", ".tsv", ".txt", ".tab"), _claims, read)

"""Files that hold translations: one module a format."""

from __future__ import annotations

from zhengming.termbase.errors import UnknownFormat
from zhengming.termbase.later import Later
from zhengming.tmx.formats.format import NOTHING_KNOWN, Format, Rewriter, Wanted

__all__ = ["LISTED", "NOTHING_KNOWN", "SUFFIXES", "TABLES", "Format", "Rewriter", "Wanted", "format_of", "formats"]

#: Those that termbases come in too.
TABLES: tuple[Later[Format], ...] = (
    Later("zhengming.tmx.formats.table", (".csv",), "CSV", is_unmistakable=False),
    Later("zhengming.tmx.formats.table", (".tsv", ".tab"), "TSV", is_unmistakable=False),
)
LISTED: tuple[Later[Format], ...] = (
    Later("zhengming.tmx.formats.tmx", (".tmx",)),
    Later("zhengming.tmx.formats.xliff", (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")),
    Later("zhengming.tmx.formats.po", (".po", ".pot")),
    Later("zhengming.tmx.formats.qt_ts", (".ts",), is_unmistakable=False),
    *TABLES,
    Later("zhengming.tmx.formats.xlsx", (".xlsx", ".xlsm"), is_unmistakable=False),
)
SUFFIXES = tuple(suffix for listed in LISTED for suffix in listed.suffixes)


def formats() -> tuple[Format, ...]:
    """Return every format."""
    return tuple(listed.load() for listed in LISTED)


def format_of(path: str) -> Format:
    """Return the format that the path's suffix claims, in whatever case. Raise UnknownFormat if none does."""
    for listed in LISTED:
        if path.lower().endswith(listed.suffixes):
            return listed.load()
    raise UnknownFormat(f"{path}: no reader knows this kind of file; known are {', '.join(SUFFIXES)}")

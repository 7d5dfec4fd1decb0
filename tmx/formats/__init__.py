"""Files that hold translations: one module a format."""

from __future__ import annotations

from zhengming.termbase.errors import UnknownFormat
from zhengming.tmx.formats import po, qt_ts, tmx, xliff
from zhengming.tmx.formats.format import NOTHING_KNOWN, Format, Rewriter, Wanted

__all__ = ["FORMATS", "NOTHING_KNOWN", "Format", "Rewriter", "Wanted", "format_of"]

FORMATS: tuple[Format, ...] = (tmx.FORMAT, xliff.FORMAT, po.FORMAT, qt_ts.FORMAT)


def format_of(path: str) -> Format:
    """Return the format that the path's suffix claims, in whatever case. Raise UnknownFormat if none does."""
    for known in FORMATS:
        if path.lower().endswith(known.suffixes):
            return known
    known_suffixes = ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
    raise UnknownFormat(f"{path}: no reader knows this kind of file; known are {known_suffixes}")

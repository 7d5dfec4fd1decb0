"""How a table is written: its encoding, its line ends, where its lines begin."""

from __future__ import annotations

import codecs
import io

__all__ = ["encoding_of", "line_ending", "offsets"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return the byte-order mark that the table begins with, or none, and the encoding of the rest."""
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))


def line_ending(text: str) -> str:
    """Return how the first line ends."""
    first = next(iter(io.StringIO(text, newline="")), "")
    return next((ending for ending in ("\r\n", "\n", "\r") if first.endswith(ending)), "\n")


def offsets(text: str) -> list[int]:
    """Return where each line begins, as the csv module counts lines, and where the text ends."""
    starts = [0]
    for line in io.StringIO(text, newline=""):
        starts.append(starts[-1] + len(line))
    return starts

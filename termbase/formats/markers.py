"""The lines that stand around the two versions of a row after a merge, as git and every editor know them.

Each is a row of one cell, so what holds them is still a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BEGINNING", "END", "MIDDLE", "is_marker"]

BEGINNING = "<<<<<<< ours"
MIDDLE = "======="
END = ">>>>>>> theirs"
_KINDS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def is_marker(cells: Sequence[str]) -> bool:
    """Return whether a row is no concept but such a line; a spreadsheet gives it empty cells."""
    return bool(cells) and cells[0].partition(" ")[0] in _KINDS and not any(map(str.strip, cells[1:]))

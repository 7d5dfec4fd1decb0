"""Lines that were broken to fit a page, joined as one reads them."""

from __future__ import annotations

import re

from zhengming.termbase.text.script import is_han

__all__ = ["BREAK", "joint"]

#: The end of a line with the blanks around it; it is looked for from the first of them only.
BREAK = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t]*")
_WIDE_SIGNS = "，。；：？！、（）《》“”‘’…—"


def joint(before: str, behind: str) -> str:
    """Return what to read between two characters that the end of a line parts: nothing in Chinese, else a space."""
    return "" if _is_unspaced(before) and _is_unspaced(behind) else " "


def _is_unspaced(character: str) -> bool:
    return bool(character) and (is_han(character) or character in _WIDE_SIGNS)

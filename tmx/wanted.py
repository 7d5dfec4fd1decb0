"""Wanted: what a caller knows of a file that the file itself may not say. Settings hold it, and need no reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zhengming.termbase.language import Tag

__all__ = ["NOTHING_KNOWN", "Wanted"]


class Wanted(NamedTuple):
    """What the caller knows of a file that the file itself may not say.

    `source` and `target` are the columns of a table that hold the texts: a header, or a letter as spreadsheets count.
    """

    source_language: Tag | None = None
    target_language: Tag | None = None
    source: str = ""
    target: str = ""


NOTHING_KNOWN = Wanted()

"""Patterns of file names in settings and ignores: as in .gitignore, so that nobody has to learn another kind."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["demand", "matches", "within"]

_PIECES = re.compile(r"/\*\*/|\*\*/|/\*\*|\*\*|\*|\?|\[!?[^\]]+\]")
_MEANING = {"/**/": "/(?:.*/)?", "**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Return whether one of the patterns names the file or a folder it lies in.

    `path` is relative to where the patterns are written down, with `/` between folders. `*` stays inside a folder,
    `**` does not; a pattern without `/` holds at every depth.
    """
    return any(_compiled(pattern).fullmatch(path) for pattern in patterns)


def demand(pattern: str) -> None:
    """Raise InvalidSettings for a pattern that means nothing."""
    _compiled(pattern)


def within(path: str, folder: Path) -> str:
    """Return the path as patterns in `folder` see it. A path outside the folder keeps its `..`."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return path.replace(os.sep, "/")


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    body = pattern.strip("/")
    anywhere = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    translated, end = "", 0
    for piece in _PIECES.finditer(body):
        translated += re.escape(body[end : piece.start()]) + _meaning(piece.group())
        end = piece.end()
    try:
        return re.compile(f"{anywhere}{translated}{re.escape(body[end:])}(?:/.*)?", re.DOTALL)
    except re.error as error:
        raise InvalidSettings(f"“{pattern}” is no pattern of files: {error.msg}; ranges go upwards: [a-z]") from error


def _meaning(piece: str) -> str:
    if piece.startswith("["):
        inside = piece[1:-1]
        is_negated = len(inside) > 1 and inside.startswith("!")
        wanted = (one if one == "-" else re.escape(one) for one in inside[is_negated:])
        return f"[{'^' if is_negated else ''}{''.join(wanted)}]"
    return _MEANING[piece]

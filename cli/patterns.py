"""Patterns of file names in settings and ignores: as in .gitignore, so that nobody has to learn another kind."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["matches", "within"]

_PIECES = re.compile(r"/\*\*/|\*\*/|/\*\*|\*\*|\*|\?|\[!?[^\]]+\]")
_MEANING = {"/**/": "/(?:.*/)?", "**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Return whether one of the patterns names the file or a folder it lies in.

    `path` is relative to where the patterns are written down, with `/` between folders. `*` stays inside a folder,
    `**` does not; a pattern without `/` holds at every depth.
    """
    return any(_compiled(pattern).fullmatch(path) for pattern in patterns)


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
    return re.compile(f"{anywhere}{translated}{re.escape(body[end:])}(?:/.*)?", re.DOTALL)


def _meaning(piece: str) -> str:
    if piece.startswith("["):
        return "[" + piece[1:-1].replace("\\", r"\\").replace("!", "^", 1) + "]"
    return _MEANING[piece]

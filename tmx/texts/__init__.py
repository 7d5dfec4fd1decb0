"""Texts in one language, read side by side with their translation: one module a kind of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnknownFormat
from zhengming.termbase.later import Later

if TYPE_CHECKING:
    from zhengming.tmx.texts.block import TextFormat

__all__ = ["LISTED", "SUFFIXES", "text_format_of"]

LISTED: tuple[Later[TextFormat], ...] = (
    Later("zhengming.tmx.texts.plain", (".txt", ".text")),
    Later("zhengming.tmx.texts.markdown", (".md", ".markdown")),
    Later("zhengming.tmx.texts.docx", (".docx", ".docm")),
    Later("zhengming.tmx.texts.webpage", (".html", ".htm", ".xhtml")),
)
SUFFIXES = tuple(suffix for listed in LISTED for suffix in listed.suffixes)


def text_format_of(path: str) -> TextFormat:
    """Return the kind of text that the path's suffix claims, in whatever case. Raise UnknownFormat if none does."""
    for listed in LISTED:
        if path.lower().endswith(listed.suffixes):
            return listed.load()
    raise UnknownFormat(f"{path}: no text that can be read beside another; known are {', '.join(SUFFIXES)}")

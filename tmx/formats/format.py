"""Format: a kind of file that holds translations, how it is read, and how words are replaced in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from zhengming.tmx.wanted import NOTHING_KNOWN, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.model import TranslationUnit

__all__ = ["NOTHING_KNOWN", "Format", "Rewriter", "Wanted"]


class Rewriter(Protocol):
    """Knows how one file writes its text. Places are asked for in the order in which they begin."""

    def rewritten(self, first: int, last: int, found: str, replacement: str) -> bytes | str:
        """Return the bytes to write between two byte offsets, where `found` is to be read; or, as text, why not."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    `read` takes a file, its path for messages, where faults go that do not stop the reading, and what is wanted of it;
    it raises UnreadableFile, after the units before it, where a file cannot be read on. A format without a `rewriter`
    (one that is no text) cannot be fixed in place. One that shares its suffix with files of other kinds `claims` those
    that begin as it does; it is looked for only where somebody names it or the settings do.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[BinaryIO, str, Callable[[Issue], None], Wanted], Iterator[TranslationUnit]]
    rewriter: Callable[[bytes], Rewriter] | None = None
    claims: Callable[[bytes], bool] | None = None

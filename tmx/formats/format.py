"""Format: a kind of file that holds translations, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.model import TranslationUnit

__all__ = ["Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    `read` takes a file, its path for messages, and where faults go that do not stop the reading; it raises
    UnreadableFile, after the units before it, where a file cannot be read on.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[BinaryIO, str, Callable[[Issue], None]], Iterator[TranslationUnit]]

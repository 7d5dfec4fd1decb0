"""Block: a paragraph, heading, list item or table cell of a text; TextFormat: how a kind of text falls into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from zhengming.tmx.model import InlineCode, Origin, Run, Segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengming.tmx.formats.format import Rewriter

__all__ = ["Block", "SegmentBuilder", "TextFormat"]


class Block(NamedTuple):
    """A stretch of text that is translated as one.

    `kind` is what it has in common with its translation (“paragraph”, “item”, “cell”, “note”); `level` that of a
    heading, from 1, else 0.
    """

    kind: str
    segment: Segment
    level: int = 0


@dataclass(frozen=True, slots=True)
class TextFormat:
    """A kind of text in one language. `blocks` raises UnreadableFile where the file cannot be read on."""

    name: str
    suffixes: tuple[str, ...]
    blocks: Callable[[BinaryIO, str], Iterator[Block]]
    rewriter: Callable[[bytes], Rewriter] | None = None


class SegmentBuilder:
    """Puts a segment together from stretches of what is written: text, text that reads otherwise, codes.

    Stretches are added in their order; what lies between them is no part of the segment.
    """

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._codes: list[InlineCode] = []
        self._length = 0
        self._end = 0
        self._is_plain = True

    def add(self, start: int, end: int) -> None:
        """Add text that reads as it is written."""
        if end > start:
            if start != self._end or not self._is_plain or not self._runs:
                self._runs.append(Run(self._length, start))
            self._put(self._raw[start:end], end, is_plain=True)

    def add_as(self, text: str, start: int, end: int) -> None:
        """Add text that is written otherwise: an escape, an entity, the end of a line."""
        if text:
            self._runs.append(Run(self._length, start, plain=False))
            self._put(text, end, is_plain=False)
            # The next run says where the writing of this one ends.
            self._runs.append(Run(self._length, end))

    def add_code(self, content: str) -> None:
        """Add a code that a translation must have too."""
        self._codes.append(InlineCode("ph", self._length, content=content))

    @property
    def last(self) -> str:
        """The last character so far, or ""."""
        return self._pieces[-1][-1:] if self._pieces else ""

    def segment(self, path: str, encoding: str, line: int, column: int, byte: int) -> Segment:
        """Return the segment; the place is that of what is written."""
        text = "".join(self._pieces)
        origin = Origin(path, encoding, line, column, byte, self._raw, (*self._runs, Run(len(text), self._end)))
        return Segment(text, tuple(self._codes), origin=origin)

    def _put(self, text: str, end: int, *, is_plain: bool) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._end, self._is_plain = end, is_plain

"""Translation units in TMX's own words (TMX 1.4b, 2005)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from zhengming.termbase.position import Span

__all__ = ["Header", "InlineCode", "Property", "Run", "Segment", "TranslationUnit", "TranslationUnitVariant"]


class Run(NamedTuple):
    """The place in the file where `Segment.text` goes on from `offset`, one character of file to one of text.

    A run ends where the next begins. A run that is not `plain` is one character written in several (an
    entity, a character reference, CRLF), or a border (offset of what follows) such as the start of an inline code.
    """

    offset: int
    line: int
    column: int
    byte: int | None
    plain: bool = True


class InlineCode(NamedTuple):
    """A native code inside a segment: bpt, ept, ph, it, ut, or the borders of hi.

    `offset` is where in the segment's text it stands; `content` the native code; `attributes` as written.
    """

    element: str
    offset: int
    attributes: tuple[tuple[str, str], ...] = ()
    content: str = ""
    closes: bool = False

    def attribute(self, name: str) -> str | None:
        """Return the value of that attribute, or None."""
        return next((value for key, value in self.attributes if key == name), None)


@dataclass(frozen=True, slots=True)
class Segment:
    """The text of a variant without its codes, and where each character of it stands in the file."""

    text: str
    codes: tuple[InlineCode, ...] = ()
    runs: tuple[Run, ...] = ()
    path: str = ""
    #: sub-flows (TMX `sub`), each a segment of its own
    subflows: tuple[Segment, ...] = ()

    def position(self, offset: int) -> Position | None:
        """Return where the character at `offset` starts; for the length of the text, where the segment ends."""
        index = bisect_right(self.runs, offset, key=lambda run: run.offset) - 1
        if index < 0:
            return None
        run = self.runs[index]
        step = offset - run.offset
        byte = run.byte
        return Position(run.line, run.column + step, byte)

    def locate(self, span: Span) -> Location:
        """Return the place in the file of `span`, past entities and inline codes."""
        raise NotImplementedError


class Property(NamedTuple):
    """A TMX prop: `type` and text; `language` and others as attributes."""

    type: str
    text: str
    attributes: tuple[tuple[str, str], ...] = ()

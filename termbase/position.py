"""Where something stands: in a text (Span) and in a file (Position, Location)."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Location", "Position", "Span"]


class Span(NamedTuple):
    """A stretch of a text: half-open, counted in code points from 0."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A place between characters of a file: line and column from 1, the column in code points."""

    line: int
    column: int
    byte: int | None = None
    """Offset in the file's own bytes, from 0; None where the reader cannot know it."""

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class Location(NamedTuple):
    """A place in a named file; `start` is None if only the file is known, `end` is exclusive.

    In a file that is no text, `part` names the place as its own program does: “Sheet1!B7”, “paragraph 12”.
    """

    path: str
    start: Position | None = None
    end: Position | None = None
    part: str = ""

    def __str__(self) -> str:
        if self.part:
            return f"{self.path}:{self.part}"
        return self.path if self.start is None else f"{self.path}:{self.start}"

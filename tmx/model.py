"""Translation units in TMX's own words (TMX 1.4b, 2005).

Two of them are equal if they say the same, wherever they stand in a file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengming.termbase.position import Span

__all__ = [
    "NATIVE_CODES",
    "Header",
    "InlineCode",
    "Note",
    "Origin",
    "Property",
    "Run",
    "Segment",
    "State",
    "Subflow",
    "TranslationUnit",
    "TranslationUnitVariant",
]

#: Elements whose content is a document's own code and no text: those of TMX, then those of XLIFF that are empty.
NATIVE_CODES = frozenset("bpt ept it ph ut bx ec em ex sc sm x".split())
_LINE_END = re.compile(r"\r\n?|\n")


class State(Enum):
    """How far the translation of a unit has come, in XLIFF 2's steps; `draft` is its "initial"."""

    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


class Run(NamedTuple):
    """From `offset` on, the segment's text stands in `Origin.raw` from `at` on: as it is, if `plain`.

    A run goes as far as the next one's offset. One that is not plain is written otherwise than it reads (an
    entity, a character reference, CRLF); the next run then says where the writing ends.
    """

    offset: int
    at: int
    plain: bool = True


class Origin(NamedTuple):
    """Where in which file a segment is written, and how.

    `byte` is None where the reader cannot know it. Without `runs`, the text is `raw` itself. In a file that is no text
    `line` and `column` count rows and columns, or paragraphs, and `part` names the place in the words of its own
    program (“Sheet1!B7”).
    """

    path: str
    encoding: str
    line: int
    column: int
    byte: int | None
    raw: str
    runs: tuple[Run, ...] = ()
    part: str = ""

    def before(self, offset: int) -> int:
        """Return where in `raw` the character at `offset` of the text begins."""
        if not self.runs:
            return offset
        run = self.runs[self._run(offset)]
        return run.at + offset - run.offset if run.plain else run.at

    def after(self, offset: int) -> int:
        """Return where in `raw` the character at `offset` of the text ends."""
        if not self.runs:
            return offset + 1
        index = self._run(offset)
        run = self.runs[index]
        return run.at + offset - run.offset + 1 if run.plain else self.runs[index + 1].at

    def position(self, at: int) -> Position:
        """Return the place in the file of an offset in `raw`."""
        if self.part:
            return Position(self.line, self.column)
        before = self.raw[:at]
        ends = [match.end() for match in _LINE_END.finditer(before)]
        line = self.line + len(ends)
        column = at - ends[-1] + 1 if ends else self.column + at
        byte = None if self.byte is None else self.byte + len(before.encode(self.encoding))
        return Position(line, column, byte)

    def _run(self, offset: int) -> int:
        return max(bisect_right(self.runs, offset, key=_offset) - 1, 0)


def _offset(run: Run) -> int:
    return run.offset


class Subflow(NamedTuple):
    """A text inside a native code (TMX `sub`), such as the footnote of a footnote mark.

    `offset` is where in the code's content it stands.
    """

    offset: int
    segment: Segment
    attributes: tuple[tuple[str, str], ...] = ()


class InlineCode(NamedTuple):
    """A native code inside a segment: bpt, ept, ph, it or ut; or one border of hi, g, pc, mrk or an unknown element.

    `offset` is where in the segment's text it stands; `content` the native code; `attributes` as written. Text that
    XLIFF protects from translation (`mrk translate="no"`) is native code too, the content of its mrk.
    """

    element: str
    offset: int
    attributes: tuple[tuple[str, str], ...] = ()
    content: str = ""
    closes: bool = False
    subflows: tuple[Subflow, ...] = ()

    @property
    def is_border(self) -> bool:
        """Whether this only marks where something begins or ends, and what is between is text."""
        return self.element not in NATIVE_CODES and not self.content

    def attribute(self, name: str) -> str | None:
        """Return the value of that attribute, or None."""
        return next((value for key, value in self.attributes if key == name), None)


@dataclass(slots=True)
class Segment:
    """The text of a variant without its codes, and where each character of it stands in the file."""

    # Not frozen, like all that a file has by the hundred thousand: freezing doubles the time to make one.
    text: str
    codes: tuple[InlineCode, ...] = ()
    #: comments and processing instructions: as InlineCode, for they have a place, but no code of any document
    comments: tuple[InlineCode, ...] = ()
    origin: Origin | None = field(default=None, compare=False)

    @property
    def subflows(self) -> tuple[Segment, ...]:
        """The texts inside the codes, in their order, each a segment of its own."""
        return tuple(subflow.segment for code in self.codes for subflow in code.subflows)

    def position(self, offset: int) -> Position | None:
        """Return where the character at `offset` begins, or None if the reader could not know it."""
        return self.origin and self.origin.position(self.origin.before(offset))

    def locate(self, span: Span) -> Location:
        """Return the place in the file of `span`: from its first character to the end of its last one.

        Codes and entities inside the span lie inside the place, those at its borders outside.
        """
        origin = self.origin
        if origin is None:
            return Location("")
        start = origin.position(origin.before(span.start))
        if span.end <= span.start:
            return Location(origin.path, start, start, origin.part)
        return Location(origin.path, start, origin.position(origin.after(span.end - 1)), origin.part)


class Property(NamedTuple):
    """A TMX prop; `attributes` are all but its type."""

    type: str
    text: str
    attributes: tuple[tuple[str, str], ...] = ()


class Note(NamedTuple):
    """A TMX note."""

    text: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Header:
    """What a file says of all its units."""

    attributes: Mapping[str, str] = field(default_factory=dict[str, str])
    #: those of the element tmx: the version and, for what is unknown to TMX, prefixes
    root: Mapping[str, str] = field(default_factory=dict[str, str])
    properties: tuple[Property, ...] = ()
    notes: tuple[Note, ...] = ()
    #: further content, as XML: user-defined encodings (ude), comments, unknown elements
    others: tuple[str, ...] = ()
    path: str = field(default="", compare=False)

    @property
    def source_language(self) -> str:
        """The srclang as written: a tag, `*all*`, or "" if there is none."""
        return self.attributes.get("srclang", "")


@dataclass(slots=True)
class TranslationUnitVariant:
    """A unit's segment in one language; the language as the file spells it, "" if it does not."""

    language: str
    segment: Segment
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])
    properties: tuple[Property, ...] = ()
    notes: tuple[Note, ...] = ()
    others: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(slots=True)
class TranslationUnit:
    """The same segment in two or more languages."""

    variants: tuple[TranslationUnitVariant, ...]
    header: Header
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])
    properties: tuple[Property, ...] = ()
    notes: tuple[Note, ...] = ()
    others: tuple[str, ...] = ()
    #: comments and unknown elements between the unit before and this one, as XML
    preceding: tuple[str, ...] = ()
    #: its place among the file's units, from 1
    number: int = field(default=0, compare=False)
    position: Position | None = field(default=None, compare=False)
    #: None where the file does not say
    state: State | None = None
    #: whether the translator may not change it
    is_locked: bool = False
    #: what sets it apart from units of the same source that may be rendered otherwise
    context: str = ""

    @property
    def tuid(self) -> str | None:
        """The unit's own name, if it has one."""
        return self.attributes.get("tuid")

    @property
    def name(self) -> str:
        """The tuid, else `#` and the unit's number."""
        return self.attributes.get("tuid") or f"#{self.number}"

    @property
    def source_language(self) -> str:
        """The srclang as written that holds for this unit: its own, else the header's."""
        return self.attributes.get("srclang") or self.header.source_language

    @property
    def location(self) -> Location:
        """Where the unit begins."""
        return Location(self.header.path, self.position)

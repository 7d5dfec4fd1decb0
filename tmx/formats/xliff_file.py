"""One XLIFF file on its way to units: what XLIFF 1 and 2 have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.position import Location, Position
from zhengming.tmx.formats.xliff_inline import XliffLexer
from zhengming.tmx.formats.xliff_rules import Rules
from zhengming.tmx.formats.xml_content import XmlContent
from zhengming.tmx.model import Header, Note, Origin, Segment, State, TranslationUnit, TranslationUnitVariant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag
    from zhengming.tmx.formats.format import Wanted
    from zhengming.tmx.formats.xml_stream import XmlStream
    from zhengming.tmx.formats.xml_walk import Attributes, XmlWalk

__all__ = ["Text", "Translation", "Written", "XliffFile", "short_name"]

_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)


class Written(NamedTuple):
    """A source, seg-source or target as it is written: its place, its attributes and what stands in it."""

    place: Position
    attributes: Attributes
    origin: Origin


class Text(NamedTuple):
    """A source, seg-source or target: its place, its attributes and what it says.

    In XLIFF 1, `segments` are what `mrk mtype="seg"` cuts it into, by their mid; `segment` then is what is around them.
    """

    place: Position
    attributes: Attributes
    segment: Segment
    segments: tuple[tuple[str, Segment], ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether it holds neither text nor a code."""
        return not self.segments and _is_blank(self.segment)


class Translation(NamedTuple):
    """A segment and what translates it, if anything does yet."""

    source: Segment
    target: Segment | None
    target_language: str
    state: State | None
    is_locked: bool


class XliffFile:
    """Makes units of what the readers of XLIFF 1 and 2 find."""

    def __init__(self, xml: XmlStream, walk: XmlWalk, report: Callable[[Issue], None], wanted: Wanted) -> None:
        self.xml = xml
        self.walk = walk
        self.rules = Rules(report)
        #: the units that are finished and have not been given out
        self.ready: list[TranslationUnit] = []
        #: the prefix of XLIFF's own elements, with its colon, in a file that gives them one
        self.prefix = ""
        self._wanted = wanted
        self._content = XmlContent(xml)
        self._number = 0

    # What stands in the element whose end has just been read.

    def cut(self, attributes: Attributes) -> Written:
        """Return the source or target as it is written."""
        walk = self.walk
        return Written(walk.place, attributes, self._content.origin(walk.start, walk.place))

    def text(self, written: Written) -> Text:
        """Return what a source or target says."""
        place, attributes, origin = written
        raw = origin.raw
        if "&" not in raw and "<" not in raw and "\r" not in raw:
            return Text(place, attributes, Segment(raw, (), (), origin))
        lexer = XliffLexer(origin, self.xml.entities, self.prefix)
        segment = lexer.segment()
        for number in lexer.bad_numbers:
            problem = f"cp hex is “{number}”; it is for the characters that XML cannot hold"
            self.rules.fault("character-number", self.location(place), problem)
        return Text(place, attributes, segment, tuple(lexer.segments))

    def joined(self, text: Text) -> Segment:
        """Return what a source or target says as one segment."""
        origin = text.segment.origin
        if not text.segments or origin is None:
            return text.segment
        return XliffLexer(origin._replace(runs=()), self.xml.entities, self.prefix, is_one=True).segment()

    def note(self, attributes: Attributes) -> Note:
        """Return what the note says."""
        return Note(self._content.text(self.walk.start), tuple(attributes.items()))

    def location(self, place: Position) -> Location:
        """Return the place with the path."""
        return Location(self.xml.path, place)

    # What the units are told.

    def header(self, source_language: str) -> Header:
        """Return what holds for all units of a `file`."""
        language = source_language or _written(self._wanted.source_language)
        return Header({"srclang": language} if language else {}, path=self.xml.path)

    def target_language(self, *written: str) -> str:
        """Return the first language that the file gives, else the one that is wanted."""
        return next(filter(None, written), "") or _written(self._wanted.target_language)

    def add(
        self, header: Header, names: Iterable[str], place: Position, translation: Translation, notes: tuple[Note, ...]
    ) -> None:
        """Add a unit; one without a target gets an empty one, and is a draft unless the file says otherwise."""
        self._number += 1
        source, target, language, state, is_locked = translation
        if target is None:
            target = Segment("", origin=_end(source))
        if state is None and _is_blank(target) and not _is_blank(source):
            state = State.DRAFT
        name = "/".join(filter(None, names))
        self.ready.append(
            TranslationUnit(
                (_variant(header.source_language, source), _variant(language, target)),
                header,
                {"tuid": name} if name else {},
                notes=notes,
                number=self._number,
                position=place,
                state=state,
                is_locked=is_locked,
            )
        )


def _is_blank(segment: Segment) -> bool:
    return not (segment.text.strip() or segment.codes)


def _variant(language: str, segment: Segment) -> TranslationUnitVariant:
    origin = segment.origin
    place = Position(origin.line, origin.column, origin.byte) if origin else None
    return TranslationUnitVariant(language, segment, position=place)


def _end(segment: Segment) -> Origin | None:
    """Return the place behind a segment, where something that is missing can be shown."""
    origin = segment.origin
    if origin is None:
        return None
    line, column, byte = origin.position(len(origin.raw))
    return Origin(origin.path, origin.encoding, line, column, byte, "")


def _written(language: Tag | None) -> str:
    return str(language) if language else ""


def short_name(original: str) -> str:
    """Return the name of a document without its folders, in the way of any system."""
    return _FOLDERS.sub("", original)

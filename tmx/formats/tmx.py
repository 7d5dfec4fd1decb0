"""TMX 1.1 to 1.4b, read in a stream: only the borders of elements call back into Python.

What stands in a seg is cut out of the bytes when it closes. Most segs hold neither `<` nor `&`: their bytes
are their text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.check import Severity
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location, Position
from zhengming.tmx.formats.format import Format
from zhengming.tmx.formats.tmx_content import Content
from zhengming.tmx.formats.tmx_rules import Rules
from zhengming.tmx.formats.xml_rewriting import XmlRewriter
from zhengming.tmx.formats.xml_stream import XmlStream
from zhengming.tmx.formats.xml_walk import DEEPEST, contradiction
from zhengming.tmx.model import Header, Note, Property, Segment, TranslationUnit, TranslationUnitVariant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.formats.format import Wanted

__all__ = ["FORMAT", "read"]

_LISA = re.compile(r"https?://www\.lisa\.org/tmx14/?")
_ELEMENTS = frozenset("tmx header body tu tuv seg note prop ude map".split())

_Extras = list[Property | Note | str]
_SortedExtras = tuple[tuple[Property, ...], tuple[Note, ...], tuple[str, ...]]
_NOTHING: _SortedExtras = ((), (), ())


def read(
    stream: BinaryIO, path: str, report: Callable[[Issue], None], _wanted: Wanted | None = None
) -> Iterator[TranslationUnit]:
    """Yield the units; raise UnreadableFile, after those before it, where the file cannot be read on."""
    return _Reader(stream, path, report).units()


FORMAT = Format(name="tmx", suffixes=(".tmx",), read=read, rewriter=XmlRewriter)


class _Level:
    """An element whose children are read as they come."""

    __slots__ = ("close", "name", "openers", "parent")

    def __init__(self, name: str, parent: _Level | None, close: Callable[[], None]) -> None:
        self.name = name
        self.parent = parent or self
        self.close = close
        self.openers: dict[str, Callable[[dict[str, str]], None]] = {}


class _Reader:
    """Reads one file once: what expat calls as elements open and close."""

    def __init__(self, stream: BinaryIO, path: str, report: Callable[[Issue], None]) -> None:
        self._path = path
        self._report = report
        self._xml = XmlStream(stream, path)
        self._rules = Rules(report)
        self._content = Content(self._xml, self._rules)
        self._ready: list[TranslationUnit] = []
        self._number = 0
        self._root: dict[str, str] = {}
        self._header = Header(path=path)
        self._seen: set[str] = set()
        self._outermost = ("", Position(1, 1, 0))
        # How deep we are; how deep the element is that is read whole, where it began and what is to be done then.
        self._depth = 0
        self._whole = 0
        self._start = 0
        self._finish: Callable[[], None] = self._finish_other
        self._attributes: dict[str, str] = {}
        # What the open elements have had so far: properties, notes and, as XML, what else there was.
        self._extras: _Extras = []
        self._preceding: list[str] = []
        self._unit_attributes: dict[str, str] = {}
        self._unit_extras: _Extras = []
        self._unit_start = 0
        self._variants: list[TranslationUnitVariant] = []
        self._variant_attributes: dict[str, str] = {}
        self._segment: Segment | None = None
        self._place = self._unit_place = self._variant_place = Position(1, 1, 0)
        self._outside = self._level = _Level("", None, self._close_nothing)
        self._build_levels()

    def _build_levels(self) -> None:
        self._in_tmx = _Level("tmx", self._outside, self._close_tmx)
        self._in_header = _Level("header", self._in_tmx, self._close_header)
        self._in_body = _Level("body", self._in_tmx, self._close_nothing)
        self._in_unit = _Level("tu", self._in_body, self._close_unit)
        self._in_variant = _Level("tuv", self._in_unit, self._close_variant)
        prefix = self._content.prefix
        texts = {f"{prefix}note": self._open_note, f"{prefix}prop": self._open_property}
        self._outside.openers = {f"{prefix}tmx": self._open_tmx}
        self._in_tmx.openers = {f"{prefix}header": self._open_header, f"{prefix}body": self._open_body}
        self._in_header.openers = {**texts, f"{prefix}ude": self._open_user_encoding}
        self._in_body.openers = {f"{prefix}tu": self._open_unit}
        self._in_unit.openers = {**texts, f"{prefix}tuv": self._open_variant}
        self._in_variant.openers = {**texts, f"{prefix}seg": self._open_segment}

    def units(self) -> Iterator[TranslationUnit]:
        parser = self._xml.parser
        parser.StartElementHandler, parser.EndElementHandler = self._open, self._close
        parser.CommentHandler, parser.ProcessingInstructionHandler = self._comment, self._instruction
        self._judge_encoding()
        try:
            for _ in self._xml.parse():
                yield from self._drained()
        except UnreadableFile:
            yield from self._drained()
            raise
        if "tmx" not in self._seen:
            name, place = self._outermost
            raise UnreadableFile(Location(self._path, place), f"no TMX: the root element is “{name}”, not “tmx”")

    def _drained(self) -> list[TranslationUnit]:
        ready, self._ready = self._ready, []
        return ready

    def _judge_encoding(self) -> None:
        fault = contradiction(self._xml)
        if fault:
            self._report(fault)
        if self._xml.text.is_wide_without_mark:
            start = Location(self._path, Position(1, 1, 0))
            self._rules.fault("utf-16-mark", start, "no byte-order mark; add one", Severity.MINOR)

    # What expat calls.

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        depth = self._depth = self._depth + 1
        if self._whole:
            if depth > DEEPEST:
                self._xml.refuse(f"elements stand more than {DEEPEST} deep in each other")
            return
        opener = self._level.openers.get(name)
        if opener is None or ("xmlns" in attributes and not _LISA.fullmatch(attributes["xmlns"])):
            self._open_unexpected(name, attributes)
        else:
            opener(attributes)

    def _close(self, _name: str) -> None:
        depth = self._depth
        self._depth = depth - 1
        if not self._whole:
            level = self._level
            self._level = level.parent
            level.close()
        elif depth == self._whole:
            self._whole = 0
            self._finish()

    def _comment(self, text: str) -> None:
        if not self._whole:
            self._keep(f"<!--{text}-->")

    def _instruction(self, target: str, data: str) -> None:
        if not self._whole:
            self._keep(f"<?{target} {data}?>")

    # Elements that are read as they come.

    def _open_unexpected(self, name: str, attributes: dict[str, str]) -> None:
        if self._level is self._outside:
            self._open_outside(name, attributes)
            return
        within = self._level.name
        if name.removeprefix(self._content.prefix) in _ELEMENTS:
            self._rules.fault("element-misplaced", self._xml.location(), f"{name} may not stand in {within}")
        else:
            self._rules.fault("element-unknown", self._xml.location(), f"TMX has no {name} in {within}")
        self._begin_whole(attributes, self._finish_other)

    def _open_outside(self, name: str, attributes: dict[str, str]) -> None:
        """Pass an element around the TMX, or one whose prefix makes it the TMX."""
        if self._depth == 1:
            self._outermost = (name, self._xml.position())
        elif self._depth > DEEPEST:
            self._xml.refuse(f"elements stand more than {DEEPEST} deep in each other")
        prefix, _, local = name.rpartition(":")
        if local == "tmx" and prefix and _LISA.fullmatch(attributes.get(f"xmlns:{prefix}", "")):
            self._content.prefix = f"{prefix}:"
            self._build_levels()
            self._open_tmx(attributes)

    def _open_tmx(self, attributes: dict[str, str]) -> None:
        self._level = self._in_tmx
        self._seen.add("tmx")
        self._root = attributes
        self._rules.root(attributes, self._xml.location)

    def _open_header(self, attributes: dict[str, str]) -> None:
        if "header" in self._seen or "body" in self._seen:
            self._rules.fault("element-misplaced", self._xml.location(), "header stands twice or after body")
            self._begin_whole(attributes, self._finish_other)
            return
        self._level = self._in_header
        self._seen.add("header")
        self._attributes = attributes
        self._header = Header(attributes, self._root, path=self._path)
        self._rules.element("header", attributes, self._xml.location)

    def _close_header(self) -> None:
        self._header.properties, self._header.notes, self._header.others = _sorted(self._extras)

    def _open_body(self, attributes: dict[str, str]) -> None:
        self._level = self._in_body
        if "header" not in self._seen:
            self._rules.fault("element-missing", self._xml.location(), "tmx has no header before its body")
            self._header = Header({}, self._root, others=_sorted(self._extras)[2], path=self._path)
        self._seen.add("body")
        self._rules.element("body", attributes, self._xml.location)

    def _open_unit(self, attributes: dict[str, str]) -> None:
        self._level = self._in_unit
        self._unit_attributes = attributes
        self._unit_place = self._xml.position()
        self._unit_start = self._xml.needed = self._xml.parser.CurrentByteIndex
        self._extras = self._unit_extras = []
        self._variants = []
        if attributes:
            self._rules.element("tu", attributes, self._xml.location)

    def _close_unit(self) -> None:
        self._number += 1
        extras = _sorted(self._unit_extras) if self._unit_extras else _NOTHING
        preceding = tuple(self._preceding)
        variants = tuple(self._variants)
        unit = TranslationUnit(
            variants, self._header, self._unit_attributes, *extras, preceding, self._number, self._unit_place
        )
        self._preceding = []
        self._content.judge_gaps(self._unit_start, self._unit_place)
        self._xml.needed = None
        self._rules.unit(unit)
        self._ready.append(unit)

    def _open_variant(self, attributes: dict[str, str]) -> None:
        self._level = self._in_variant
        self._variant_attributes = attributes
        self._variant_place = self._xml.position()
        self._extras = []
        self._segment = None
        self._rules.element("tuv", attributes, self._xml.location)

    def _close_variant(self) -> None:
        segment = self._segment
        attributes = self._variant_attributes
        if segment is None:
            self._rules.fault("element-missing", Location(self._path, self._variant_place), "tuv has no seg")
            segment = self._content.missing_segment(self._variant_place)
        language = attributes.get("xml:lang") or attributes.get("lang", "")
        extras = _sorted(self._extras) if self._extras else _NOTHING
        self._variants.append(TranslationUnitVariant(language, segment, attributes, *extras, self._variant_place))
        self._extras = self._unit_extras

    def _close_tmx(self) -> None:
        for name in ("header", "body"):
            if name not in self._seen:
                self._rules.fault("element-missing", self._xml.location(), f"tmx has no {name}")

    def _close_nothing(self) -> None:
        """Leave an element that needs no end: body, or one around the TMX."""

    # Elements that are read whole, at their end.

    def _begin_whole(self, attributes: dict[str, str], finish: Callable[[], None]) -> None:
        self._whole = self._depth
        self._attributes = attributes
        self._finish = finish
        self._start = self._xml.parser.CurrentByteIndex
        if self._xml.needed is None:
            self._xml.needed = self._start

    def _open_segment(self, attributes: dict[str, str]) -> None:
        if self._segment is not None:
            self._rules.fault("element-misplaced", self._xml.location(), "a second seg in one tuv")
            self._begin_whole(attributes, self._finish_other)
            return
        if attributes:
            self._rules.element("seg", attributes, self._xml.location)
        self._whole = self._depth
        self._finish = self._finish_segment
        self._start = self._xml.parser.CurrentByteIndex
        self._place = self._xml.position()

    def _finish_segment(self) -> None:
        self._segment = self._content.segment(self._start, self._place)

    def _open_note(self, attributes: dict[str, str]) -> None:
        self._open_text("note", attributes, self._finish_note)

    def _open_property(self, attributes: dict[str, str]) -> None:
        self._open_text("prop", attributes, self._finish_property)

    def _open_text(self, name: str, attributes: dict[str, str], finish: Callable[[], None]) -> None:
        self._rules.element(name, attributes, self._xml.location)
        level = self._level
        if (level is self._in_variant and self._segment) or (level is self._in_unit and self._variants):
            self._rules.fault("element-misplaced", self._xml.location(), f"{name} stands too late in {level.name}")
        self._begin_whole(attributes, finish)

    def _finish_note(self) -> None:
        self._extras.append(Note(self._content.text(self._start), tuple(self._attributes.items())))
        self._release()

    def _finish_property(self) -> None:
        attributes = self._attributes
        rest = tuple(item for item in attributes.items() if item[0] != "type")
        self._extras.append(Property(attributes.get("type", ""), self._content.text(self._start), rest))
        self._release()

    def _open_user_encoding(self, attributes: dict[str, str]) -> None:
        self._rules.element("ude", attributes, self._xml.location)
        self._place = self._xml.position()
        self._begin_whole(attributes, self._finish_user_encoding)

    def _finish_user_encoding(self) -> None:
        self._keep(self._content.user_encoding(self._start, self._place, self._attributes))
        self._release()

    def _finish_other(self) -> None:
        self._keep(self._content.markup(self._start))
        self._release()

    def _release(self) -> None:
        if self._level is not self._in_unit and self._level is not self._in_variant:
            self._xml.needed = None

    def _keep(self, written: str) -> None:
        """Keep what the model has no place for."""
        if self._level is self._in_body:
            self._preceding.append(written)
        elif "body" not in self._seen or self._level is not self._in_tmx:
            self._extras.append(written)


def _sorted(extras: _Extras) -> _SortedExtras:
    """Return properties, notes and the rest apart."""
    return (
        tuple(extra for extra in extras if isinstance(extra, Property)),
        tuple(extra for extra in extras if isinstance(extra, Note)),
        tuple(extra for extra in extras if isinstance(extra, str)),
    )

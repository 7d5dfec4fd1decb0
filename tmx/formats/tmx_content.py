"""What stands in one element of a TMX, cut out of the bytes at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.position import Location
from zhengming.tmx.formats.inline import attributes_of, segment_of, without_entities
from zhengming.tmx.formats.xml_content import XmlContent, tag_end
from zhengming.tmx.model import Origin, Segment

if TYPE_CHECKING:
    from zhengming.termbase.position import Position
    from zhengming.tmx.formats.tmx_rules import Rules
    from zhengming.tmx.formats.xml_stream import XmlStream

__all__ = ["Content"]

_NAME = re.compile(r"<([^\s/>]+)")
_MAP = re.compile(r"<(?:[^\s<>]*:)?map\s[^>]*>")
_STRAY = re.compile(rb"</(?:tuv|seg|prop|note)\s*>\s*([^<\s])")


class Content(XmlContent):
    """Cuts elements out of one TMX file."""

    def __init__(self, xml: XmlStream, rules: Rules) -> None:
        super().__init__(xml)
        self._rules = rules
        #: the prefix of TMX's own elements, with its colon, in a file that gives them one
        self.prefix = ""

    def segment(self, start: int, place: Position) -> Segment:
        """Return the seg that begins at that offset of the text and that place of the file."""
        origin = self.origin(start, place)
        text = origin.raw
        if "&" in text or "<" in text or "\r" in text:
            segment = segment_of(origin, self._xml.entities, self.prefix)
            text = segment.text
            self._rules.codes(segment, Location(self._path, place))
        else:
            segment = Segment(text, (), (), origin)
        if text != text.strip():
            self._rules.space(Location(self._path, place))
        return segment

    def missing_segment(self, place: Position) -> Segment:
        """Return what stands for the seg that a variant does not have."""
        return Segment("", (), (), Origin(self._path, self._encoding, *place, ""))

    def markup(self, start: int) -> str:
        """Return the element that begins at that offset, as XML that needs no declarations."""
        raw = self._xml.cut(start, self._xml.parser.CurrentByteIndex)
        written = without_entities(raw.decode(), self._xml.entities)
        name = _NAME.match(written)
        is_empty = raw.endswith(b"/>") and tag_end(raw) == len(raw)
        return written if is_empty or name is None else f"{written}</{name[1]}>"

    def user_encoding(self, start: int, place: Position, attributes: dict[str, str]) -> str:
        """Return the ude that begins at that offset, as XML, and judge it."""
        written = self.markup(start)
        maps = [dict(attributes_of(tag, {})) for tag in _MAP.findall(written)]
        self._rules.user_encoding(attributes.get("base"), maps, Location(self._path, place))
        return written

    def judge_gaps(self, start: int, place: Position) -> None:
        """Look for text between the parts of the unit that begins there."""
        raw = self._xml.cut(start, self._xml.parser.CurrentByteIndex)
        stray = _STRAY.search(raw)
        if stray and b"<!" not in raw:
            before = raw[: stray.start(1)].decode()
            position = Origin(self._path, self._encoding, *place, before).position(len(before))
            self._rules.fault("text-misplaced", Location(self._path, position), "text outside seg; put it into one")

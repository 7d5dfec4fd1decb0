"""What stands in one element of a TMX, cut out of the bytes at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.position import Location, Position
from zhengming.tmx.formats.entities import LONGEST_TEXT
from zhengming.tmx.formats.inline import attributes_of, plain_text, segment_of, without_entities
from zhengming.tmx.model import Origin, Segment

if TYPE_CHECKING:
    from zhengming.tmx.formats.tmx_rules import Rules
    from zhengming.tmx.formats.xml_stream import XmlStream

__all__ = ["Content"]

_TAG_END = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
_NAME = re.compile(r"<([^\s/>]+)")
_MAP = re.compile(r"<(?:[^\s<>]*:)?map\s[^>]*>")
_STRAY = re.compile(rb"</(?:tuv|seg|prop|note)\s*>\s*([^<\s])")
_SEG = len("<seg>")
_new = tuple.__new__


class Content:
    """Cuts elements out of one file. Each method is to be called when expat stands at the element's end."""

    def __init__(self, xml: XmlStream, rules: Rules) -> None:
        self._xml = xml
        self._rules = rules
        self._path = xml.path
        self._encoding = xml.text.encoding
        self._seg_bytes = len("<seg>".encode(self._encoding))
        #: the prefix of TMX's own elements, with its colon, in a file that gives them one
        self.prefix = ""

    def segment(self, start: int, place: Position) -> Segment:
        """Return the seg that begins at that offset of the text and that place of the file."""
        xml = self._xml
        raw = xml.cut(start, xml.parser.CurrentByteIndex)
        line, column, byte = place
        if raw.startswith(b"<seg>") and byte is not None:
            content = raw[_SEG:]
            column += _SEG
            byte += self._seg_bytes
        else:
            end = _tag_end(raw)
            content = raw[end:]
            line, column, byte = self._behind(raw[:end], place)
        if len(content) > LONGEST_TEXT:
            xml.refuse("one seg is longer than 10 MB")
        text = content.decode()
        origin: Origin = _new(Origin, (self._path, self._encoding, line, column, byte, text, (), ""))
        if b"&" in content or b"<" in content or b"\r" in content:
            segment = segment_of(origin, xml.entities, self.prefix)
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

    def text(self, start: int) -> str:
        """Return the text of the element that begins at that offset."""
        raw = self._xml.cut(start, self._xml.parser.CurrentByteIndex)
        text = raw[_tag_end(raw) :].decode()
        if len(text) > LONGEST_TEXT:
            self._xml.refuse("one text is longer than 10 MB")
        if "<" in text or "&" in text or "\r" in text:
            return plain_text(text, self._xml.entities)
        return text

    def markup(self, start: int) -> str:
        """Return the element that begins at that offset, as XML that needs no declarations."""
        raw = self._xml.cut(start, self._xml.parser.CurrentByteIndex)
        written = without_entities(raw.decode(), self._xml.entities)
        name = _NAME.match(written)
        is_empty = raw.endswith(b"/>") and _tag_end(raw) == len(raw)
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

    def _behind(self, tag: bytes, place: Position) -> Position:
        """Return the place behind a start tag; that of the tag itself if the element is nothing else."""
        if tag.endswith(b"/>"):
            return place
        written = tag.decode()
        return Origin(self._path, self._encoding, *place, written).position(len(written))


def _tag_end(raw: bytes) -> int:
    tag = _TAG_END.match(raw)
    return tag.end() if tag else len(raw)

"""What stands in one element of an XML file, cut out of the bytes at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.tmx.formats.entities import LONGEST_TEXT
from zhengming.tmx.formats.inline import plain_text
from zhengming.tmx.model import Origin

if TYPE_CHECKING:
    from zhengming.termbase.position import Position
    from zhengming.tmx.formats.xml_stream import XmlStream

__all__ = ["XmlContent", "tag_end"]

_TAG_END = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
_new = tuple.__new__


class XmlContent:
    """Cuts elements out of one file. Each method is to be called when expat stands at the element's end."""

    def __init__(self, xml: XmlStream) -> None:
        self._xml = xml
        self._path = xml.path
        self._encoding = xml.text.encoding
        self._width = len("<".encode(self._encoding))

    def origin(self, start: int, place: Position) -> Origin:
        """Return the content of the element that begins at that offset of the text and that place of the file."""
        xml = self._xml
        raw = xml.cut(start, xml.parser.CurrentByteIndex)
        end = raw.find(b">") + 1
        tag = raw[:end]
        if tag.count(b'"') % 2 or b"'" in tag:
            end = tag_end(raw)
            tag = raw[:end]
        line, column, byte = place
        if byte is not None and tag.isascii() and b"\n" not in tag and b"\r" not in tag and tag[-2:] != b"/>":
            column += end
            byte += end * self._width
        else:
            line, column, byte = self._behind(tag, place)
        content = raw[end:]
        if len(content) > LONGEST_TEXT:
            xml.refuse("one segment is longer than 10 MB")
        # As Origin(...), but this is called for every segment.
        return _new(Origin, (self._path, self._encoding, line, column, byte, content.decode(), (), ""))

    def text(self, start: int) -> str:
        """Return the text of the element that begins at that offset."""
        raw = self._xml.cut(start, self._xml.parser.CurrentByteIndex)
        text = raw[tag_end(raw) :].decode()
        if len(text) > LONGEST_TEXT:
            self._xml.refuse("one text is longer than 10 MB")
        if "<" in text or "&" in text or "\r" in text:
            return plain_text(text, self._xml.entities)
        return text

    def _behind(self, tag: bytes, place: Position) -> Position:
        """Return the place behind a start tag; that of the tag itself if the element is nothing else."""
        if tag.endswith(b"/>"):
            return place
        written = tag.decode()
        return Origin(self._path, self._encoding, *place, written).position(len(written))


def tag_end(raw: bytes) -> int:
    """Return where the tag ends with which `raw` begins."""
    tag = _TAG_END.match(raw)
    return tag.end() if tag else len(raw)

"""Words replaced in an XML file's own bytes, in CDATA and out of it."""

from __future__ import annotations

import codecs
import html
import io
import re
from bisect import bisect_right

from zhengming.tmx.formats.encoding import EncodedText
from zhengming.tmx.formats.inline import resolved

__all__ = ["XmlRewriter"]

_CODE = "an inline code or a comment stands inside it"
_ENTITY = "it is written with an entity that the file declares"
_LINE_END = "a line ends inside it"
_OTHER_WORDS = "the file has other words in its place"
_NO_XML = "with the replacement the file would not be XML"
_NO_REFERENCE = "it stands in CDATA, where what the file's encoding lacks cannot be written"

#: Comments and instructions are looked for too, because what looks like CDATA inside them is none.
_SECTION = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_SECTION_END = "]]>"
_LINE_ENDS = re.compile("[\n\r\x85\u2028\u2029]")
#: Surrogates and controls; line ends would be read as spaces by some, and no term has any.
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


class XmlRewriter:
    """The bytes of an XML file and the text they hold: a Rewriter (see Format).

    What the file's encoding lacks is written as a character reference.
    """

    def __init__(self, content: bytes) -> None:
        head = EncodedText(io.BytesIO(content), "")
        self._content = content
        self._encoding = head.encoding
        # A file that calls itself GB2312 is read as GB18030, but others may go by the label.
        is_unicode = head.encoding.startswith("utf")
        self._label = head.encoding if is_unicode else codecs.lookup(head.declared or head.encoding).name
        self._text = content[len(head.mark) :].decode(head.encoding)
        has_any = "<![CDATA[" in self._text
        self._sections = [m.span(1) for m in _SECTION.finditer(self._text) if m[1] is not None] if has_any else []
        # The same place in bytes and in characters.
        self._known = (len(head.mark), 0)

    def rewritten(self, first: int, last: int, found: str, replacement: str) -> bytes | str:
        """Return the bytes to write between two places of the file; or, as text, why that cannot be done."""
        try:
            start = self._character(first)
            end = start + len(self._content[first:last].decode(self._encoding))
        except UnicodeDecodeError:
            return _OTHER_WORDS
        written = self._text[start:end]
        is_literal = self._is_literal(start, end)
        problem = _problem(written, found, is_literal=is_literal)
        if problem or _UNWRITABLE.search(replacement):
            return problem or _NO_XML
        if is_literal and not all(map(self._holds, replacement)):
            return _NO_REFERENCE
        new = replacement if is_literal else html.escape(replacement, quote=False)
        # XML forbids the end of a CDATA section in any text, and half of it may stand there already.
        if _SECTION_END in self._text[max(start - 2, 0) : start] + new + self._text[end : end + 2]:
            return _NO_XML
        return b"".join(self._encoded(character) for character in new)

    def _is_literal(self, start: int, end: int) -> bool:
        """Return whether that stretch lies in a CDATA section, where text is written as it reads."""
        section = bisect_right(self._sections, (start, len(self._text))) - 1
        return section >= 0 and end <= self._sections[section][1]

    def _character(self, byte: int) -> int:
        known, character = self._known
        character += len(self._content[known:byte].decode(self._encoding))
        self._known = (byte, character)
        return character

    def _holds(self, character: str) -> bool:
        try:
            character.encode(self._encoding).decode(self._label)
        except UnicodeError:
            return False
        return True

    def _encoded(self, character: str) -> bytes:
        held = character if self._holds(character) else f"&#{ord(character)};"
        return held.encode(self._encoding)


def _problem(written: str, found: str, *, is_literal: bool) -> str | None:
    """Return why what is written there cannot be replaced, though it reads as `found`; or None."""
    if not is_literal and ("<" in written or _SECTION_END in written):
        return _CODE
    reads = written if is_literal else resolved(written, {})
    if _LINE_ENDS.search(reads):
        return _LINE_END
    if reads == found:
        return None
    return _ENTITY if "&" in written and not is_literal else _OTHER_WORDS

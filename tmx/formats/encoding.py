"""Bytes of XML as UTF-8: what expat refuses (GB18030, Big5, UTF-32 …) is decoded here, and offsets lead back.

The byte-order mark decides, then the declaration; nothing is guessed.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location, Position
from zhengming.termbase.text.encodings import SUPERSETS, marked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["EncodedText", "codec_of"]

_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_DECLARATION = re.compile(r"""<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_LONGEST_DECLARATION = 512
#: Codecs with a state (ISO-2022, UTF-7) are missing, for no offset in them can be told from the text.
_READABLE = re.compile(
    r"utf-8|ascii|gb18030|big5hkscs|cp\d+|iso8859-\d+|koi8-[rut]|shift_jis|euc_jp|euc_kr|tis-620|mac-\w+|johab"
)
_OTHER_NAMES = frozenset({"utf8", "unicode", "ucs-2", "ucs-4", "iso-10646-ucs-2", "iso-10646-ucs-4"})
_CHUNK = 1 << 16


def codec_of(label: str) -> str:
    """Return the codec for files that say they are in that encoding. Raise ValueError with what is wrong with it.

    One with units wider than a byte is wrong, for the label itself was read as bytes.
    """
    try:
        name = codecs.lookup(label).name
    except LookupError as error:
        raise ValueError("no encoding is called so") from error
    if name in {"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}:
        raise ValueError("but it is not; correct the declaration")
    name = SUPERSETS.get(name, name)
    if not _READABLE.fullmatch(name):
        raise ValueError("and that cannot be read here")
    return name


class EncodedText:
    """The text of one file, to be read once."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._stream = stream
        self._head = stream.read(_CHUNK)
        self.path = path
        self.mark = b""
        self.encoding = ""
        self.declared = ""
        self._is_plain_to_see = False
        self._detect()
        #: how many bytes of the file have been given out, as UTF-8
        self.given = len(self.mark)

    @property
    def is_wide_without_mark(self) -> bool:
        """Whether this is UTF-16 or UTF-32 and does not say so at its beginning."""
        return self.encoding in _WIDE and not self.mark

    @property
    def contradiction(self) -> str | None:
        """The encoding that the declaration names although the first bytes are of another."""
        declared = self.declared.lower()
        is_other = self._is_plain_to_see and declared and not self.encoding.startswith(declared)
        return self.declared if is_other and declared not in _OTHER_NAMES else None

    def chunks(self) -> Iterator[bytes]:
        """Yield the text as UTF-8. Raise UnreadableFile where bytes are not of the encoding."""
        head = self._head[len(self.mark) :]
        if self.encoding == "utf-8":
            while head:
                self.given += len(head)
                yield head
                head = self._stream.read(_CHUNK)
            return
        yield from self._transcoded(head)

    def _transcoded(self, head: bytes) -> Iterator[bytes]:
        decoder = codecs.getincrementaldecoder(self.encoding)()
        line, column = 1, 1
        while True:
            pending = decoder.getstate()[0]
            try:
                text = decoder.decode(head, final=not head)
                problem = None
            except UnicodeDecodeError as error:
                text = (pending + head)[: error.start].decode(self.encoding)
                problem = error
            if text:
                self.given += len(text.encode(self.encoding))
                yield text.encode("utf-8", "surrogatepass")
                line, column = _moved(line, column, text)
            if problem is not None:
                bad = problem.object[problem.start : problem.end].hex(" ").upper()
                raise UnreadableFile(
                    Location(self.path, Position(line, column, self.given)),
                    f"the bytes {bad} are not {self.declared or self.encoding}; save the file as UTF-8",
                ) from problem
            if not head:
                return
            head = self._stream.read(_CHUNK)

    def _detect(self) -> None:
        head = self._head
        if (mark := marked(head)) is not None:
            self.mark, self.encoding = mark
        else:
            self.encoding = next((wide for wide in _WIDE if head.startswith("<".encode(wide))), "")
        self._is_plain_to_see = bool(self.encoding)
        text = head[len(self.mark) :][: _LONGEST_DECLARATION * 4].decode(self.encoding or "latin-1", "ignore")
        declaration = _DECLARATION.match(text[:_LONGEST_DECLARATION])
        self.declared = declaration[1] if declaration else ""
        if not self.encoding:
            self.encoding = self._declared_codec(Position(1, declaration.start(1) + 1) if declaration else None)

    def _declared_codec(self, place: Position | None) -> str:
        if place is None:
            return "utf-8"
        place = place._replace(byte=place.column - 1)
        try:
            return codec_of(self.declared)
        except ValueError as error:
            raise self._undecodable(place, str(error)) from error

    def _undecodable(self, place: Position, problem: str) -> UnreadableFile:
        return UnreadableFile(
            Location(self.path, place), f"the file says that it is {self.declared}, {problem}; save it as UTF-8"
        )


def _moved(line: int, column: int, text: str) -> tuple[int, int]:
    """Return the line and column behind the text."""
    ends = re.findall(r"\r\n?|\n", text)
    if not ends:
        return line, column + len(text)
    return line + len(ends), len(text) - max(text.rfind("\n"), text.rfind("\r"))

"""The lines of a plain text in UTF-8 or, with a byte order mark, UTF-16: each with its place, read in a stream."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location, Position
from zhengming.termbase.text.encodings import marked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["Line", "TextLines", "encoding_of"]

_CHUNK = 1 << 16
_LONGEST_LINE = 10_000_000
#: A CR at the very end waits for the LF that may follow it.
_LINE_END = re.compile(r"(\r\n|\n|\r(?!\Z))")


class Line(NamedTuple):
    """One line with the line end that it is written with, and where it begins."""

    text: str
    number: int
    byte: int


def encoding_of(head: bytes) -> tuple[bytes, str]:
    """Return the byte order mark, if there is one, and the encoding."""
    return marked(head) or (b"", "utf-8")


class TextLines:
    """The lines of one file, to be read once."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self.path = path
        self._stream = stream
        self._head = stream.read(_CHUNK)
        self._mark, self.encoding = encoding_of(self._head)

    def __iter__(self) -> Iterator[Line]:
        """Yield them. Raise UnreadableFile, after those before it, where the bytes are no text."""
        number, byte, encoding = 1, len(self._mark), self.encoding
        held: list[str] = []
        length = 0
        for text in self._decoded():
            held.append(text)
            length += len(text)
            if length > _LONGEST_LINE and "\n" not in text and "\r" not in text:
                place = Location(self.path, Position(number, 1, byte))
                raise UnreadableFile(place, "one line is longer than 10 million characters")
            if not _LINE_END.search("".join(held[-2:])):
                continue
            *pieces, rest = _LINE_END.split("".join(held))
            for written, end in zip(pieces[::2], pieces[1::2], strict=True):
                line = written + end
                yield Line(line, number, byte)
                number += 1
                byte += len(line) if line.isascii() and encoding == "utf-8" else len(line.encode(encoding))
            held, length = [rest], len(rest)
        if rest := "".join(held):
            yield Line(rest, number, byte)

    def _decoded(self) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(self.encoding)()
        chunk = self._head[len(self._mark) :] or self._stream.read(_CHUNK)
        # Only the place of a fault needs these: where the text so far ends.
        line, column, byte = 1, 1, len(self._mark)
        while True:
            pending = decoder.getstate()[0]
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                good = (pending + chunk)[: error.start].decode(self.encoding)
                yield good
                line, column = _moved(line, column, good)
                place = Position(line, column, byte + len(good.encode(self.encoding)))
                raise UnreadableFile(Location(self.path, place), self._problem(error)) from error
            if text:
                yield text
                line, column = _moved(line, column, text)
                byte += len(text.encode(self.encoding))
            if not chunk:
                return
            chunk = self._stream.read(_CHUNK)

    def _problem(self, error: UnicodeDecodeError) -> str:
        bad = error.object[error.start : error.end].hex(" ").upper()
        if self._mark:
            return f"the bytes {bad} are not {self.encoding.upper()}, as the file says it is; save it as UTF-8"
        return f"not UTF-8: the bytes {bad}, and no byte order mark says what else; save the file as UTF-8"


def _moved(line: int, column: int, text: str) -> tuple[int, int]:
    """Return the line and column behind the text."""
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    if not ends:
        return line, column + len(text)
    return line + ends, len(text) - max(text.rfind("\n"), text.rfind("\r"))

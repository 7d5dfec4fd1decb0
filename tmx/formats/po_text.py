"""A text of a PO file: one or more quoted strings, with escapes, read as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.issue import Issue
from zhengming.termbase.position import Location, Position
from zhengming.tmx.faults import MALFORMED_FILE
from zhengming.tmx.formats.entities import LONGEST_TEXT
from zhengming.tmx.model import Origin, Run, Segment

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.tmx.formats.po_lexer import Token

__all__ = ["ESCAPE", "Text", "character", "segment_of"]

#: Numbers stand for bytes, so several may make one character.
ESCAPE = re.compile(r"(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}))+|\\.", re.DOTALL)
_NUMBER = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]+))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a", '"': '"', "\\": "\\"}


class Text:
    """The strings of one text as they are written, from behind the first quote to the last one."""

    __slots__ = ("length", "pieces", "position", "strings")

    def __init__(self, token: Token) -> None:
        line, column, byte = token.position
        self.position = Position(line, column + 1, None if byte is None else byte + 1)
        self.pieces = [token.written]
        self.length = len(token.written)
        #: where in the whole each of the strings stands
        self.strings = [(0, self.length)]

    def add(self, token: Token, path: str) -> None:
        """Take the string that goes on with this text."""
        between = f'"{token.between}"'
        start = self.length + len(between)
        self.length = start + len(token.written)
        if self.length > LONGEST_TEXT:
            raise UnreadableFile(Location(path, token.position), "one text is longer than 10 MB")
        self.pieces += between, token.written
        self.strings.append((start, self.length))


def segment_of(text: Text, path: str, codec: str, report: Callable[[Issue], None]) -> Segment:
    """Return what the text says; escapes that PO does not know are reported, and read without their backslash."""
    raw = "".join(text.pieces)
    origin = Origin(path, codec, *text.position, raw)
    if len(text.strings) == 1 and "\\" not in raw:
        return Segment(raw, origin=origin)
    pieces: list[str] = []
    runs = [Run(0, text.strings[0][0])]
    length = 0
    for start, end in text.strings:
        done = start
        for match in ESCAPE.finditer(raw, start, end):
            read = character(match[0], codec)
            if read is None:
                report(_unknown(match[0], Location(path, origin.position(match.start()))))
                read = "\ufffd" if _NUMBER.match(match[0]) else match[0][1:]
            plain = raw[done : match.start()]
            runs += Run(length, done), Run(length + len(plain), match.start(), plain=False)
            pieces += plain, read
            length += len(plain) + len(read)
            done = match.end()
        runs.append(Run(length, done))
        pieces.append(raw[done:end])
        length += end - done
    return Segment("".join(pieces), origin=origin._replace(runs=tuple(runs)))


def character(escape: str, codec: str) -> str | None:
    """Return what an escape stands for, or None if nothing."""
    if (known := _LETTERS.get(escape[1:])) is not None:
        return known
    numbers = [int(hexadecimal, 16) if hexadecimal else int(octal, 8) for hexadecimal, octal in _NUMBER.findall(escape)]
    try:
        return bytes(numbers).decode(codec) or None
    except ValueError:  # UnicodeDecodeError is one; so is a number that is no byte
        return None


def _unknown(escape: str, location: Location) -> Issue:
    problem = f"“{escape}” stands for no character; write “\\\\” for a backslash"
    return Issue(check=MALFORMED_FILE, severity=MALFORMED_FILE.severity, message=problem, location=location)

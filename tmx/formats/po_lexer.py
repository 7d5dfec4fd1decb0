"""The tokens of a PO file, each with its place: keywords, texts in quotes, comments (GNU gettext's rules).

No library keeps the places, and polib reads a text without its closing quote as a shorter one.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.columns import nearest
from zhengming.termbase.position import Location, Position
from zhengming.tmx.formats.encoding import codec_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["COMMENT", "STRING", "Charset", "Token", "charset_of", "tokens"]

STRING, COMMENT = '"', "#"
KEYWORDS = ("domain", "msgctxt", "msgid", "msgid_plural", "msgstr")
_HEAD = 1 << 16
_LONGEST_LINE = 10_000_000
_TOKEN = re.compile(
    r"""[ \t\v\f]* (?:
        (?P<string> "[^"\\]*(?:\\.[^"\\]*)*" ) |
        (?P<comment> \#.* ) |
        (?P<keyword> [a-z_]+ ) (?: [ \t]* \[ [ \t]* (?P<form> [0-9]{1,3} ) [ \t]* \] )? |
        (?P<end> $ )
    )""",
    re.VERBOSE | re.DOTALL,
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_BLANKS = re.compile(r"[ \t\v\f]*")
_CHARSET = re.compile(
    rb"""^[ \t]*(?:msgstr[ \t]*)?"(?:[^"\n]*\\n)?Content-Type:[^\n"]*?charset=([\w.:+-]+)""", re.MULTILINE
)
_MESSAGE = re.compile(rb"^[ \t]*msgid\b", re.MULTILINE)
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_new = tuple.__new__
#: What a template says where the translator's charset will stand.
_TO_BE_FILLED_IN = "CHARSET"


class Token(NamedTuple):
    """A keyword (`kind` is its name), a text (`written` is what stands between the quotes) or a comment.

    `form` is the number in msgstr[n]. `between` is what the file has between the token before and this one, and
    belongs to neither.
    """

    kind: str
    written: str
    position: Position
    between: str
    form: int | None = None


class Charset(NamedTuple):
    """What a file's bytes are: its byte-order mark, the codec that reads them, and the label that others go by."""

    mark: bytes
    codec: str
    label: str


def charset_of(content: bytes, path: str) -> Charset:
    """Return the charset that the header names; UTF-8 if none. Raise UnreadableFile for one that cannot be read."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableFile(Location(path, Position(1, 1, 0)), "UTF-16, which no PO file may be; save it as UTF-8")
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    messages = [match.start() for match, _ in zip(_MESSAGE.finditer(content), range(2), strict=False)]
    found = _CHARSET.search(content, *messages) if messages else None
    label = found[1].decode("latin-1") if found else _TO_BE_FILLED_IN
    if found is None or mark or label == _TO_BE_FILLED_IN:
        return Charset(mark, "utf-8", "utf-8")
    try:
        codec = codec_of(label)
    except ValueError as error:
        before = content[: found.start(1)]
        column = found.start(1) - before.rfind(b"\n")
        position = Position(before.count(b"\n") + 1, column, found.start(1))
        problem = f"the file says that it is {label}, {error}; save it as UTF-8"
        raise UnreadableFile(Location(path, position), problem) from error
    return Charset(mark, codec, "utf-8" if codec == "utf-8" else codecs.lookup(label).name)


def tokens(stream: BinaryIO, path: str) -> tuple[Charset, Iterator[Token]]:
    """Return the charset of a file, and its tokens to be read once.

    UnreadableFile is raised here for a charset that cannot be read, and by the tokens where there is none.
    """
    charset = charset_of(stream.read(_HEAD), path)
    stream.seek(len(charset.mark))
    return charset, _tokens(_lines(stream, path, charset), path, charset.codec)


def _tokens(lines: Iterator[tuple[str, int, int]], path: str, codec: str) -> Iterator[Token]:
    between = ""
    for text, number, byte in lines:
        content = text.rstrip("\r\n")
        at, length = 0, len(content)
        while at < length:
            match = _TOKEN.match(content, at)
            kind = match and match.lastgroup
            if match is None or kind is None:
                blanks = _BLANKS.match(content, at)
                at = blanks.end() if blanks else at
                position = Position(number, at + 1, byte + len(content[:at].encode(codec)))
                raise UnreadableFile(Location(path, position), _problem(content[at:]))
            if kind == "end":
                break
            start = match.start("keyword" if kind == "form" else kind)
            before = content[:start]
            # As Position(...) and Token(...), but this is done for every line, and takes a third of the time.
            column = start if before.isascii() else len(before.encode(codec))
            position = _new(Position, (number, start + 1, byte + column))
            between += content[at:start]
            at = match.end()
            if kind == "string":
                yield _new(Token, (STRING, match[1][1:-1], position, between, None))
            elif kind == "comment":
                yield _new(Token, (COMMENT, match[2], position, between, None))
            else:
                yield _keyword(match, Location(path, position), between)
            between = ""
        between += text[at:]


def _keyword(match: re.Match[str], location: Location, between: str) -> Token:
    name, form = match["keyword"], match["form"]
    if name not in KEYWORDS:
        guess = nearest(name, KEYWORDS)
        hint = f"did you mean {guess}?" if guess else f"known are {', '.join(KEYWORDS)}"
        raise UnreadableFile(location, f"“{name}” is no keyword of PO; {hint}")
    assert location.start is not None  # noqa: S101  for the type checker
    return Token(name, name, location.start, between, None if form is None else int(form))


def _problem(rest: str) -> str:
    """Return why no token begins there."""
    if rest.startswith('"'):
        return 'a text without its closing quote; end it with “"”, and write “\\"” for quotes inside'
    if rest.startswith(_CONFLICT):
        return "a merge conflict that nobody has settled; settle it"
    return f"“{rest[0]}” begins nothing that PO knows; texts stand in quotes, comments behind “#”"


def _lines(stream: BinaryIO, path: str, charset: Charset) -> Iterator[tuple[str, int, int]]:
    """Yield each line with its number and the place of its first byte."""
    number, byte = 1, len(charset.mark)
    while written := stream.readline(_LONGEST_LINE + 1):
        if len(written) > _LONGEST_LINE:
            raise UnreadableFile(Location(path, Position(number, 1, byte)), "one line is longer than 10 MB")
        try:
            text = written.decode(charset.codec)
        except UnicodeDecodeError as error:
            column = len(written[: error.start].decode(charset.codec, "replace")) + 1
            bad = written[error.start : error.end].hex(" ").upper()
            position = Position(number, column, byte + error.start)
            raise UnreadableFile(
                Location(path, position),
                f"the bytes {bad} are not {charset.label.upper()}; name the right charset in the header, or save the "
                "file as UTF-8",
            ) from error
        if "\r" not in text:
            yield text, number, byte
            number += 1
            byte += len(written)
            continue
        for match in _LINE.finditer(text):
            line = match[0]
            yield line, number, byte
            number += 1
            byte += len(line.encode(charset.codec))

"""Words replaced in a PO file's own bytes, with its escapes, across the lines of one text."""

from __future__ import annotations

import re

from zhengming.tmx.formats.po_lexer import charset_of
from zhengming.tmx.formats.po_text import ESCAPE, character

__all__ = ["PoRewriter"]

_LINE_END = "a line ends inside it"
_OTHER_WORDS = "the file has other words in its place"
_NO_TEXT = "the replacement holds a character that no text may hold"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"'})
#: Where a text goes on in the next line: the closing quote, what stands between, and the opening one.
_BREAK = re.compile(r"\\.|(\"[ \t\v\f\r\n]*\")", re.DOTALL)
_LINE_ENDS = re.compile("[\n\r\x85\u2028\u2029]")
#: Surrogates and controls, line ends among them: no term has any.
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


class PoRewriter:
    """The bytes of a PO file and the text they hold: a Rewriter (see Format)."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._charset = charset_of(content, "")

    def rewritten(self, first: int, last: int, found: str, replacement: str) -> bytes | str:
        """Return the bytes to write between two places of the file; or, as text, why that cannot be done."""
        codec = self._charset.codec
        try:
            written = self._content[first:last].decode(codec)
        except UnicodeDecodeError:
            return _OTHER_WORDS
        pieces, breaks = _parted(written)
        read = [_read(piece, codec) for piece in pieces]
        if "".join(read) != found:
            return _OTHER_WORDS
        if _LINE_ENDS.search(found):
            return _LINE_END
        if _UNWRITABLE.search(replacement):
            return _NO_TEXT
        lacking = "".join(dict.fromkeys(one for one in replacement if not self._holds(one)))
        if lacking:
            return f"the file is {self._charset.label.upper()}, which has no “{lacking}”"
        return _joined(read, breaks, replacement).encode(codec)

    def _holds(self, one: str) -> bool:
        try:
            return one.encode(self._charset.codec).decode(self._charset.label) == one
        except UnicodeError:
            return False


def _parted(written: str) -> tuple[list[str], list[str]]:
    """Return what stands in each of the lines, and what stands between each two of them."""
    pieces, breaks, done = [], [], 0
    for match in _BREAK.finditer(written):
        if match[1]:
            pieces.append(written[done : match.start()])
            breaks.append(match[1])
            done = match.end()
    return [*pieces, written[done:]], breaks


def _read(piece: str, codec: str) -> str:
    return ESCAPE.sub(lambda match: character(match[0], codec) or match[0], piece)


def _joined(read: list[str], breaks: list[str], replacement: str) -> str:
    """Return the replacement in as many lines as before; in which line a word stands changes nothing that is read."""
    found = "".join(read)
    done, lines, at = 0, [], 0
    for piece in read[:-1]:
        at += len(piece)
        end = max(done, _same_place(found, at, replacement))
        lines.append(replacement[done:end].translate(_ESCAPES))
        done = end
    lines.append(replacement[done:].translate(_ESCAPES))
    return "".join(part for pair in zip(lines, [*breaks, ""], strict=True) for part in pair)


def _same_place(found: str, at: int, replacement: str) -> int:
    """Return where in the replacement a line is to end that ended at `at`: behind the same words, or as many."""
    if replacement.startswith(found[:at]):
        return at
    spaces = [match.end() for match in re.finditer(" +", replacement)]
    words = found[:at].count(" ")
    return [0, *spaces, len(replacement)][min(words, len(spaces) + 1)]

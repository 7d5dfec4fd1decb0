"""HTML: the title, headings, paragraphs, list items and table cells of a page. Places are lines: libxml2 knows no more.

lxml reads it, as browsers read what is badly nested or never closed. The standard library's parser would tell columns
too, but takes half a minute for sixty kilobytes of unclosed tags.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location, Position
from zhengming.termbase.text.encodings import SUPERSETS, marked
from zhengming.tmx.model import InlineCode, Origin, Segment
from zhengming.tmx.texts.block import Block, TextFormat
from zhengming.tmx.texts.line_ends import BREAK, joint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

__all__ = ["FORMAT", "blocks"]

_HEAD = 4096
#: In a meta element or, of XHTML, in the XML declaration.
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
#: What these labels are read as (WHATWG Encoding Standard): Latin-1 stands for Windows's own.
_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", **SUPERSETS}
#: What holds no text that is translated with the page.
_UNREAD = frozenset("script style template noscript svg math pre textarea select object iframe audio video".split())
_KINDS = {"li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell", "title": "title"} | {
    f"h{level}": f"heading {level}" for level in range(1, 7)
}
#: A block of text begins and ends with these; all other elements stand in the middle of one.
_BLOCKS = frozenset(_KINDS) | frozenset(
    "html head body p div section article aside header footer main nav address blockquote figure figcaption ul ol dl "
    "table caption thead tbody tfoot tr form fieldset legend details summary hr br center dir menu option".split()
)
_CODES = frozenset({"code", "kbd", "samp"})
#: XML_ERR_INTERNAL_ERROR, XML_ERR_NAME_TOO_LONG, XML_ERR_RESOURCE_LIMIT of libxml2; lxml 6.0 has no name for the last.
_FATAL = frozenset({1, 110, 114})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND = " \t\n\r\f\xa0\u3000"


def blocks(stream: BinaryIO, path: str) -> Iterator[Block]:
    """Yield the blocks of text. Raise UnreadableFile where the bytes are not what the page says they are."""
    from lxml import etree  # noqa: PLC0415  few texts are pages, and the import is not free

    text, encoding = _decoded(stream.read(), path)
    if not text.strip():
        return
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    # A null ends the page for libxml2, a lone surrogate cannot be there: the text has been decoded.
    root = etree.fromstring(text.replace("\0", "\ufffd").encode(), parser)
    for error in parser.error_log:
        if error.type in _FATAL:
            problem = (
                f"the page cannot be read on ({error.message.partition(',')[0].strip()}); save it anew, or as text"
            )
            raise UnreadableFile(Location(path, Position(max(error.line, 1), 1)), problem)
    if root is not None:
        yield from _Page(path, encoding).blocks(root)


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    """Return the text of a page and its encoding."""
    mark, encoding = marked(data) or (b"", "")
    declared = _DECLARED.search(data, 0, _HEAD)
    if not encoding:
        label = declared[1].decode().lower() if declared else "utf-8"
        encoding = _LABELS.get(label, label)
    try:
        return data[len(mark) :].decode(encoding), encoding
    except LookupError as error:
        problem = f"its encoding “{encoding}” is unknown; save the page as UTF-8"
        raise UnreadableFile(Location(path), problem) from error
    except UnicodeDecodeError as error:
        lines = re.split(r"\r\n?|\n", error.object[: error.start].decode(encoding, "replace"))
        place = Position(len(lines), len(lines[-1]) + 1, len(mark) + error.start)
        bad = error.object[error.start : error.end].hex(" ").upper()
        told = "as the page says it is" if mark or declared else "and the page does not say what else"
        problem = f"the bytes {bad} are not {encoding.upper()}, {told}; save the page as UTF-8"
        raise UnreadableFile(Location(path, place), problem) from error


class _Page:
    """Takes the elements of one page and gives its blocks."""

    def __init__(self, path: str, encoding: str) -> None:
        self._path, self._encoding = path, encoding
        self._kinds = ["paragraph"]
        self._line = 1
        self._pieces: list[str] = []
        self._length = 0
        self._codes: list[InlineCode] = []

    def blocks(self, root: Any) -> Iterator[Block]:  # noqa: ANN401  lxml has no types
        from lxml import etree  # noqa: PLC0415

        unread: Any = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = element.tag
            if event == "start":
                if unread is not None:
                    continue
                if name in _BLOCKS:
                    yield from self._close()
                    self._line = element.sourceline or self._line
                    self._kinds.append(_KINDS.get(name, self._kinds[-1]))
                if name in _UNREAD:
                    unread = element
                elif name in _CODES:
                    unread = element
                    self._codes.append(InlineCode("ph", self._length, content="".join(element.itertext())))
                else:
                    self._add(element.text)
                continue
            if unread is not None and element is not unread:
                continue
            unread = None
            if name in _BLOCKS:
                yield from self._close()
                self._kinds.pop()
            self._add(element.tail)
        yield from self._close()

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)

    def _close(self) -> Iterator[Block]:
        """Yield what has been read since the last block as one, if it is any text."""
        raw, codes = "".join(self._pieces), self._codes
        self._pieces, self._length, self._codes = [], 0, []
        text, moved = _collapsed(raw, [code.offset for code in codes])
        if not text:
            return
        placed = tuple(code._replace(offset=offset) for code, offset in zip(codes, moved, strict=True))
        origin = Origin(self._path, self._encoding, self._line, 1, None, text, part=f"line {self._line}")
        kind = self._kinds[-1]
        level = int(kind[-1]) if kind.startswith("heading") else 0
        yield Block(kind, Segment(text, placed, origin=origin), level)


def _collapsed(raw: str, offsets: list[int]) -> tuple[str, list[int]]:
    """Return the text as a browser shows it, each run of white space as one space or none, and where these are now."""
    pieces: list[str] = []
    moved: list[int] = []
    pending = [*offsets]
    length = done = 0
    start = len(raw) - len(raw.lstrip(_AROUND))
    end = len(raw.rstrip(_AROUND))
    done = start
    for space in _SPACE.finditer(raw, start, max(start, end)):
        while pending and pending[0] <= space.start():
            moved.append(length + max(pending.pop(0) - done, 0))
        pieces.append(raw[done : space.start()])
        between = joint(raw[space.start() - 1], raw[space.end()]) if BREAK.search(space[0]) else " "
        pieces.append(between)
        length += space.start() - done + len(between)
        done = space.end()
    pieces.append(raw[done:end])
    moved += (length + min(max(offset - done, 0), max(end - done, 0)) for offset in pending)
    return "".join(pieces), moved


FORMAT = TextFormat("html", (".html", ".htm", ".xhtml"), blocks)

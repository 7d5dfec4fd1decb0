"""Markdown (CommonMark, tables of GitHub): headings, paragraphs, list items and table cells, with exact places.

Only what tells text from no text is read; markdown-it and its kin give lines and no columns, and a fix needs bytes.
Front matter, code blocks, HTML blocks and link definitions are no text.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from zhengming.tmx.formats.literal_rewriting import LiteralRewriter
from zhengming.tmx.formats.text_lines import Line, TextLines
from zhengming.tmx.texts.block import Block, TextFormat
from zhengming.tmx.texts.markdown_inline import segment_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


__all__ = ["FORMAT", "blocks"]

_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_FENCE = re.compile(r"\s*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)")
_HEADING_END = re.compile(r"(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_TABLE_RULE = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL = re.compile(r"(?:\\.|`[^`\n]*`|[^|\\`]|[\\`])+")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\]^][^\]]*\]:[ \t]*\S")
_NOTE = re.compile(r"[ ]{0,3}\[\^[^\]]+\]:[ \t]*")
_HTML = re.compile(r"[ ]{0,3}<(?:[A-Za-z][\w-]*(?=[\s/>]|$)|/[A-Za-z]|[!?])")
_INDENTED = re.compile(r"(?:[ ]{4}|[ ]{0,3}\t)")
_FRONT_MATTER = {"---": ("---", "..."), "+++": ("+++",)}


def blocks(stream: BinaryIO, path: str) -> Iterator[Block]:
    """Yield the blocks of text. Raise UnreadableFile."""
    lines = TextLines(stream, path)
    return _Splitter(path, lines.encoding).blocks(_without_front_matter(lines))


def _without_front_matter(lines: TextLines) -> Iterator[Line]:
    source = iter(lines)
    first = next(source, None)
    if first is None:
        return
    ends = _FRONT_MATTER.get(first.text.rstrip())
    if ends is None:
        yield first
        yield from source
        return
    kept: list[Line] = [first]
    for line in source:
        kept.append(line)
        if line.text.rstrip() in ends:
            yield from source
            return
    yield from kept  # it was a mere rule


class _Splitter:
    """Takes the lines of one file and gives its blocks."""

    def __init__(self, path: str, encoding: str) -> None:
        self._encoding = encoding
        self._segment = partial(segment_of, path=path, encoding=encoding)
        self._kind = "paragraph"
        self._open: list[tuple[Line, int]] = []
        """The lines of the block that is open, each with the column at which its text begins, from 0."""
        self._fence = ""
        self._is_html = False
        self._is_table = False
        self._is_in_list = False
        self._is_quoted = False

    def blocks(self, lines: Iterator[Line]) -> Iterator[Block]:
        for line in lines:
            yield from self._take(line)
        yield from self._close()

    def _take(self, line: Line) -> Iterator[Block]:
        text = line.text.rstrip("\r\n")
        if self._fence:
            bare = text[_start(_QUOTE, text) :].strip()
            if bare.startswith(self._fence) and not bare.strip(self._fence[0]):
                self._fence = ""
            return
        if self._is_html:
            self._is_html = bool(text.strip())
            return
        start = _start(_QUOTE, text)
        if self._is_quoted != bool(start) and (start or not self._open):
            yield from self._close()
        self._is_quoted = bool(start)
        bare = text[start:]
        if not bare.strip():
            yield from self._close()
            self._is_table = False
            return
        yield from self._text_line(line, bare, start)

    def _text_line(self, line: Line, bare: str, start: int) -> Iterator[Block]:
        if fence := _FENCE.match(bare):
            yield from self._close()
            self._fence = fence[1]
        elif not self._open and not self._is_in_list and _INDENTED.match(bare):
            return  # code
        elif heading := _HEADING.match(bare):
            yield from self._close(ends_list=True)
            end = _HEADING_END.search(bare, heading.end())
            written = bare[: end.start() if end else None]
            yield from self._block(
                "heading",
                [(line._replace(text=line.text[: start + len(written)]), start + heading.end())],
                len(heading[1]),
            )
        elif self._open and self._kind == "paragraph" and (underline := _UNDERLINE.match(bare)):
            yield from self._block("heading", self._taken(), 1 if underline[1][0] == "=" else 2)
        elif len(self._open) == 1 and "|" in self._open[0][0].text and _TABLE_RULE.match(bare):
            self._is_table = True
            yield from self._cells(*self._taken()[0])
        elif _RULE.match(bare):
            yield from self._close(ends_list=True)
        elif self._is_table:
            yield from self._cells(line, start)
        else:
            yield from self._running_text(line, bare, start)

    def _running_text(self, line: Line, bare: str, start: int) -> Iterator[Block]:
        if item := _ITEM.match(bare):
            # A number in the middle of a paragraph begins no list, unless it is 1 (CommonMark 5.3).
            if (
                not self._open
                or self._kind == "item"
                or not bare.strip()[0].isdecimal()
                or bare.strip().startswith("1")
            ):
                yield from self._close()
                self._kind, self._is_in_list = "item", True
                self._open = [(line, start + item.end())]
                return
        elif not self._open and _HTML.match(bare):
            self._is_html = True
            return
        elif not self._open and _DEFINITION.match(bare):
            return
        elif note := _NOTE.match(bare):
            yield from self._close(ends_list=True)
            self._kind = "note"
            self._open = [(line, start + note.end())]
            return
        if not self._open:
            self._is_in_list = self._is_in_list and bare[0] in " \t"
            self._kind = "paragraph"
        self._open.append((line, start + len(bare) - len(bare.lstrip())))

    def _taken(self) -> list[tuple[Line, int]]:
        taken, self._open = self._open, []
        return taken

    def _close(self, *, ends_list: bool = False) -> Iterator[Block]:
        if self._open:
            yield from self._block(self._kind, self._taken())
        if ends_list:
            self._is_in_list = False

    def _block(self, kind: str, lines: list[tuple[Line, int]], level: int = 0, column: int = 0) -> Iterator[Block]:
        segment = self._segment(lines, column)
        if segment.text.strip():
            yield Block(f"{kind} {level}" if level else kind, segment, level)

    def _cells(self, line: Line, start: int) -> Iterator[Block]:
        text = line.text.rstrip("\r\n")
        # Rows may be long: places are counted from cell to cell.
        column, byte = 0, line.byte
        for cell in _CELL.finditer(text, start):
            byte += len(text[column : cell.start()].encode(self._encoding))
            column = cell.start()
            written = cell.group().rstrip()
            if written:
                margin = len(written) - len(written.lstrip())
                yield from self._block("cell", [(Line(written, line.number, byte), margin)], column=column)


def _start(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


FORMAT = TextFormat("markdown", (".md", ".markdown"), blocks, partial(LiteralRewriter, markup="\\`*_[]<>&|~#"))

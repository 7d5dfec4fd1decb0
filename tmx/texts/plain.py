"""Plain texts: paragraphs parted by empty lines or, in a text that has none, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.formats.literal_rewriting import LiteralRewriter
from zhengming.tmx.formats.text_lines import TextLines
from zhengming.tmx.texts.block import Block, SegmentBuilder, TextFormat
from zhengming.tmx.texts.line_ends import BREAK, joint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from zhengming.tmx.formats.text_lines import Line
    from zhengming.tmx.model import Segment

__all__ = ["FORMAT", "blocks"]


def blocks(stream: BinaryIO, path: str) -> Iterator[Block]:
    """Yield the paragraphs. Raise UnreadableFile."""
    lines = TextLines(stream, path)
    paragraphs: list[list[Line]] = [[]]
    for line in lines:
        if line.text.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    if len(paragraphs) == 1:
        paragraphs = [[line] for line in paragraphs[0]]
    for paragraph in paragraphs:
        yield Block("paragraph", _segment(paragraph, path, lines.encoding))


def _segment(paragraph: list[Line], path: str, encoding: str) -> Segment:
    written = "".join(line.text for line in paragraph)
    raw = written.strip()
    before = written[: len(written) - len(written.lstrip())]
    builder = SegmentBuilder(raw)
    done = 0
    for match in BREAK.finditer(raw):
        builder.add(done, match.start())
        builder.add_as(joint(builder.last, raw[match.end()]), *match.span())
        done = match.end()
    builder.add(done, len(raw))
    first = paragraph[0]
    return builder.segment(path, encoding, first.number, len(before) + 1, first.byte + len(before.encode(encoding)))


FORMAT = TextFormat("text", (".txt", ".text"), blocks, LiteralRewriter)

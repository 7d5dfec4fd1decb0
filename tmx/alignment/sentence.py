"""Sentence: a part of a block with its place; and what several sentences are as one segment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.text.sentences import sentences
from zhengming.tmx.model import Segment
from zhengming.tmx.texts.line_ends import joint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zhengming.termbase.position import Location
    from zhengming.tmx.model import InlineCode
    from zhengming.tmx.texts.block import Block

__all__ = ["Sentence", "joined", "sentences_of"]


class Sentence(NamedTuple):
    """A sentence of a text."""

    segment: Segment
    location: Location
    opening: str = ""
    """The kind of block that it begins, "" where it begins none."""


def sentences_of(blocks: Iterable[Block], language: str) -> Iterator[Sentence]:
    """Yield the sentences of a text in that language (primary subtag)."""
    for block in blocks:
        spans = sentences(block.segment.text, language)
        borders = [0, *(span.end for span in spans[:-1])]
        for number, (span, border) in enumerate(zip(spans, borders, strict=True)):
            is_last = number == len(spans) - 1
            end = len(block.segment.text) if is_last else span.end
            codes = tuple(
                code._replace(offset=min(max(code.offset - span.start, 0), span.end - span.start))
                for code in block.segment.codes
                if border <= code.offset < end or (is_last and code.offset == end)
            )
            segment = Segment(block.segment.text[slice(*span)], codes)
            yield Sentence(segment, block.segment.locate(span), "" if number else block.kind)


def joined(parts: Sequence[Sentence]) -> Segment:
    """Return the sentences as one segment, with a space between them where their script has one."""
    text = ""
    codes: list[InlineCode] = []
    for part in parts:
        if text:
            text += joint(text[-1], part.segment.text[:1])
        codes += (code._replace(offset=code.offset + len(text)) for code in part.segment.codes)
        text += part.segment.text
    return Segment(text, tuple(codes))

"""How wide a text is on a terminal, and how what a terminal must not be sent is written instead.

A cell is what a Latin letter takes; a Han character takes two (Unicode East Asian Width W and F), a combining mark
none. Ambiguous characters (“”, …, Greek) count one, as in every terminal that is not set to an East Asian legacy.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.position import Span

__all__ = ["Excerpt", "cells", "excerpt", "shown", "wrapped"]

#: Controls, formats (bidi among them), surrogates, unassigned, line and paragraph separators.
_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
#: Persian and the Indic scripts are misspelt without the joiners, and these move nothing.
_JOINERS = frozenset("\u200c\u200d")
_MARKS = frozenset({"Mn", "Me"})
#: Longer ones are no words.
_WORD = 16


def cells(text: str) -> int:
    """Return how many cells the text takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return int(unicodedata.category(character) not in _MARKS and character not in _JOINERS)


def shown(text: str, encoding: str = "utf-8") -> str:
    r"""Return the text with all that would move a terminal's cursor, or that `encoding` lacks, as `\n` or `\u202e`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character, encoding) for character in text)


def _shown(character: str, encoding: str) -> str:
    if unicodedata.category(character) in _UNSHOWN and character not in _JOINERS:
        return character.encode("unicode_escape").decode("ascii")
    return character.encode(encoding, "backslashreplace").decode(encoding)


class Excerpt(NamedTuple):
    """The part of a text that fits in a line, and which of its cells stand for the span that matters."""

    text: str
    start: int
    width: int


def excerpt(text: str, span: Span | None, width: int, encoding: str = "utf-8", dots: str = "…") -> Excerpt:
    """Return as much of the text around `span` as fits into `width` cells, with dots where something is left out.

    A span that is too long itself loses its end. Without a span, the text loses its end.
    """
    written = [shown(character, encoding) for character in text]
    sizes = list(map(cells, written))
    first, last = (span.start, span.end) if span is not None else (0, 0)
    if sum(sizes) <= width:
        return Excerpt("".join(written), sum(sizes[:first]), sum(sizes[first:last]))
    start, end = _at_words(text, *_widest(sizes, first, last, width, len(dots)), first, last)
    before, after = dots if start else "", dots if end < len(text) else ""
    offset = len(before) + sum(sizes[start:first])
    return Excerpt(before + "".join(written[start:end]) + after, offset, sum(sizes[first : min(last, end)]))


def _widest(sizes: list[int], first: int, last: int, width: int, dots: int) -> tuple[int, int]:
    """Return the window that leaves room for dots at both ends, or at one if the other is the text's own."""
    start, end = _window(sizes, first, last, width - 2 * dots)
    wider_start, wider_end = _window(sizes, first, last, width - dots)
    touches = wider_start == 0 or wider_end == len(sizes)
    return (wider_start, wider_end) if touches else (start, end)


def _window(sizes: list[int], first: int, last: int, room: int) -> tuple[int, int]:
    """Return the widest stretch of at most `room` cells that holds the span and as much on either side as may be."""
    start = end = first
    taken = 0
    while end < last and taken + sizes[end] <= room:
        taken += sizes[end]
        end += 1
    if end < last:
        return start, max(end, start + 1)
    grows = True
    while grows:
        grows = False
        if start > 0 and taken + sizes[start - 1] <= room:
            start -= 1
            taken += sizes[start]
            grows = True
        if end < len(sizes) and taken + sizes[end] <= room:
            taken += sizes[end]
            end += 1
            grows = True
    while start < first and sizes[start] == 0:  # a mark has lost the letter it belongs to
        start += 1
    return start, end


def _at_words(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Return the stretch without the halves of Latin words at its ends, if they are short and outside the span."""
    if start and text[start - 1].isascii() and text[start - 1].isalnum():
        space = text.find(" ", start, min(first, start + _WORD))
        start = space + 1 if space >= 0 else start
    if end < len(text) and text[end].isascii() and text[end].isalnum():
        space = text.rfind(" ", max(last, end - _WORD), end)
        end = space if space >= 0 else end
    return start, end


def wrapped(text: str, width: int, hanging: int = 0) -> Iterator[str]:
    """Yield the lines of a text that is to fit into `width` cells, broken at spaces and between Han characters.

    Lines after the first are to stand `hanging` cells to the right, so they are shorter; the blanks are the caller's.
    """
    line, size = "", 0
    for piece in _pieces(text):
        taken = cells(piece)
        if line and size + cells(piece.rstrip()) > width:
            yield line.rstrip()
            line, size = "", 0
            width, hanging = width - hanging, 0
        line += piece
        size += taken
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Yield the stretches of a text between which a line may end; spaces and punctuation stay with what is before."""
    start = 0
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        after_space = before.isspace() and not after.isspace()
        after_wide = _is_wide_letter(after) and (_is_wide_letter(before) or before in "，。；：、！？）”")
        if after_space or after_wide:
            yield text[start:index]
            start = index
    yield text[start:]


def _is_wide_letter(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" and character.isalnum()

"""Terms that 的, a few characters or a lost space have come into: 金 融資產, 财务报表的附注, 跨境金融科技合作."""

from __future__ import annotations

import re

from zhengming.termbase.position import Span

__all__ = ["Squashed", "stretched"]

_SHORTEST = 4
_GAPS = 2
_STRETCH = 6
_STOP = re.compile(r"[。;:!?；：！？\n]")


def stretched(wanted: str, folded: str) -> Span | None:
    """Find a Chinese term that 的, a space or a short stretch of other words has come into.

    Up to two gaps, each between parts of two characters or more, without the end of a sentence or clause in them.
    """
    wanted = wanted.replace("的", "").replace(" ", "")
    if len(wanted) < _SHORTEST or not wanted[0].isalnum():
        return None
    return _parted(wanted, folded, _GAPS)


def _parted(wanted: str, folded: str, gaps: int) -> Span | None:
    cuts = range(len(wanted) - 2, 1, -1) if gaps else ()
    for cut in cuts:
        head, tail = wanted[:cut], wanted[cut:]
        start = folded.find(head)
        while start >= 0:
            after = start + cut
            rest = folded[after : after + _STRETCH + len(tail)]
            stop = _STOP.search(rest)
            rest = rest[: stop.start()] if stop else rest
            at = rest.find(tail)
            if at >= 0:
                return Span(start, after + at + len(tail))
            found = _parted(tail, rest, gaps - 1) if len(tail) >= _SHORTEST else None
            if found is not None:
                return Span(start, after + found.end)
            start = folded.find(head, start + 1)
    return None


class Squashed:
    """A text without its white space, to find terms whose spaces line breaks or extraction from PDF have damaged."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._places = [place for place, character in enumerate(folded) if not character.isspace()]
        self._text = "".join(folded.split())

    def find(self, wanted: str) -> Span | None:
        """Return where `wanted`, folded, stands; short ones, that any two words may meet in, are not looked for."""
        wanted = "".join(wanted.split())
        if len(wanted) < (_SHORTEST * 2 if wanted.isascii() else _SHORTEST):
            return None
        at = self._text.find(wanted)
        while at >= 0:
            span = Span(self._places[at], self._places[at + len(wanted) - 1] + 1)
            if not wanted.isascii() or self._is_bounded(span):
                return span
            at = self._text.find(wanted, at + 1)
        return None

    def _is_bounded(self, span: Span) -> bool:
        """Return whether a Latin term begins and ends with words: "the export bank" holds no export ban."""
        around = self._folded[max(0, span.start - 1) : span.start], self._folded[span.end : span.end + 1]
        return not any(character.isalnum() for character in around)

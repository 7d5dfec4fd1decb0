"""The sentences of a unit that is a paragraph: in a paragraph too much goes with too much."""

from __future__ import annotations

import re
from itertools import pairwise

from zhengming.termbase.position import Span

__all__ = ["sentence_pairs"]

#: After a full stop or semicolon; in Latin script only before a capital, or "No. 3" would be two sentences.
_END = re.compile(r"[。！？；][”’」』）]*|[.!?;][\"”’)]*\s+(?=[A-Z\"“‘(])|\n+")


def sentence_pairs(source: str, target: str) -> list[tuple[Span, Span]]:
    """Return the sentences that render one another: one by one if both sides have as many, else the whole."""
    ones = _sentences(source)
    if len(ones) > 1:
        others = _sentences(target)
        if len(ones) == len(others):
            return list(zip(ones, others, strict=True))
    return [(Span(0, len(source)), Span(0, len(target)))]


def _sentences(text: str) -> list[Span]:
    borders = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return [Span(one, other) for one, other in pairwise(borders) if text[one:other].strip()]

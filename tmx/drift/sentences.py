"""The sentences of a unit that is a paragraph: in a paragraph too much goes with too much."""

from __future__ import annotations

import re
from itertools import pairwise

from zhengming.termbase.position import Span
from zhengming.termbase.text.sentences import sentences

__all__ = ["sentence_pairs"]

#: Behind a semicolon, in Latin script before a capital only: what stands there renders what stands behind the other.
_CLAUSE = re.compile(r"；[”’」』）]*|;[\"”’)]*\s+(?=[A-Z\"“‘(])")


def sentence_pairs(source: str, target: str, languages: tuple[str, str]) -> list[tuple[Span, Span]]:
    """Return the sentences that render one another: one by one if both sides have as many, else the whole."""
    ones = _clauses(source, languages[0])
    if len(ones) > 1:
        others = _clauses(target, languages[1])
        if len(ones) == len(others):
            return list(zip(ones, others, strict=True))
    return [(Span(0, len(source)), Span(0, len(target)))]


def _clauses(text: str, language: str) -> list[Span]:
    return [clause for span in sentences(text, language) for clause in _parted(text, span)]


def _parted(text: str, span: Span) -> list[Span]:
    ends = (match.end() for match in _CLAUSE.finditer(text, *span))
    borders = [span.start, *ends, span.end]
    return [Span(one, other) for one, other in pairwise(borders) if text[one:other].strip()]

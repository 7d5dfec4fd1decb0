"""Where Chinese terms end: the longer words they hide in, and the words they would straddle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import ahocorasick_rs

from zhengming.termbase.text.dictionary import dictionary
from zhengming.termbase.text.frequency import UNKNOWN, cost
from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["border_cost", "hiding_words"]

_LONGEST_HIDDEN = 3
_WINDOW = 8


def hiding_words(terms: Iterable[str]) -> set[str]:
    """Return the dictionary words in which one of these folded Chinese terms hides and means something else.

    Chinese compounds have their head at the end, so 白银 is a kind of 银, while 银行 and 石墨烯 are no kind of 银 and
    石墨: a word hides a term when a single character is left over behind it, or on both sides. Where what follows is
    a word of its own (金融|机构) the term keeps its meaning. Only terms of up to three characters are short enough.
    """
    short = sorted({term for term in terms if len(term) <= _LONGEST_HIDDEN and not term.isascii()})
    if not short:
        return set()
    words = dictionary()
    # Bytes and a DFA: five times as fast as text, and this is a tenth of a second of every start.
    encoded = [term.encode() for term in short]
    automaton = ahocorasick_rs.BytesAhoCorasick(encoded, implementation=ahocorasick_rs.Implementation.DFA)
    found: set[str] = set()
    for _, start, end in automaton.find_matches_as_indexes(words, overlapping=True):
        if words[end] in b" \n":
            continue  # the head of the word, or no word but its frequency
        before = words[words.rindex(b"\n", 0, start) + 1 : start].decode()
        after = words[end : words.index(b" ", end)].decode()
        if len(after) == 1 or len(before) == 1:
            found.add(before + words[start:end].decode() + after)
    return found


def border_cost(text: str, start: int, end: int) -> float:
    """Return how much worse the best segmentation gets, in nats, if text[start:end] must be a word of its own.

    About 0 and less for a word (国有 in 国有企业), 3 and more for a chance meeting (国有 in 中国有大量稀土). The words
    around are taken from a window of eight characters on either side, the term itself from anywhere.
    """
    left, right = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    window = fold(text[left:right])
    inside, outside = start - left, end - left
    free = _cheapest(window)
    term = min(_cheapest(window[inside:outside]), UNKNOWN)
    return _cheapest(window[:inside]) + term + _cheapest(window[outside:]) - free


def _cheapest(text: str) -> float:
    """Return the cost of the cheapest unigram segmentation of a text."""
    best = [0.0] + [math.inf] * len(text)
    for end in range(1, len(text) + 1):
        best[end] = min(best[start] + cost(text[start:end]) for start in range(max(0, end - _WINDOW), end))
    return best[-1]

"""Words of a text. The only module that knows jieba: its dictionary is read as data, its code never runs.

A run-time segmenter must not decide where a term ends (jieba cuts 氧化锑 as 氧化|锑), but its dictionary knows the
longer words that a short term hides in, and how common the words are between which a term would straddle.
"""

from __future__ import annotations

import importlib.util
import math
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs

from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Token", "border_cost", "hiding_words", "tokens"]

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_LONGEST_HIDDEN = 3
_WINDOW = 8
#: What an unknown character costs in a segmentation, in nats: rarer than any listed word.
_UNKNOWN = 20.0


class Token(NamedTuple):
    """A word of a spaced language, folded, with its place."""

    text: str
    start: int
    end: int


def tokens(folded: str) -> Iterator[Token]:
    """Yield the words of a folded text; a possessive 's is left off."""
    for match in _TOKEN.finditer(folded):
        word, start = match.group(), match.start()
        word = word.removesuffix("'s")
        yield Token(word, start, start + len(word))


def hiding_words(terms: Iterable[str]) -> set[str]:
    """Return the dictionary words in which one of these folded Chinese terms hides and means something else.

    Chinese compounds have their head at the end, so 白银 is a kind of 银, while 银行 and 石墨烯 are no kind of 银 and
    石墨: a word hides a term when a single character is left over behind it, or on both sides. Where what follows is
    a word of its own (金融|机构) the term keeps its meaning. Only terms of up to three characters are short enough.
    """
    short = sorted({term for term in terms if len(term) <= _LONGEST_HIDDEN and not term.isascii()})
    if not short:
        return set()
    dictionary = _dictionary()
    # Bytes and a DFA: five times as fast as text, and this is a tenth of a second of every start.
    encoded = [term.encode() for term in short]
    automaton = ahocorasick_rs.BytesAhoCorasick(encoded, implementation=ahocorasick_rs.Implementation.DFA)
    found: set[str] = set()
    for _, start, end in automaton.find_matches_as_indexes(dictionary, overlapping=True):
        if dictionary[end] in b" \n":
            continue  # the head of the word, or no word but its frequency
        before = dictionary[dictionary.rindex(b"\n", 0, start) + 1 : start].decode()
        after = dictionary[end : dictionary.index(b" ", end)].decode()
        if len(after) == 1 or len(before) == 1:
            found.add(before + dictionary[start:end].decode() + after)
    return found


@lru_cache(maxsize=1)
def _dictionary() -> bytes:
    """Return jieba's dictionary: a line for each word, with its frequency and part of speech; a line feed first."""
    spec = importlib.util.find_spec("jieba")  # finds the file without importing the package (0.1 s)
    if spec is None or spec.origin is None:  # pragma: no cover  a broken installation
        raise ModuleNotFoundError("jieba is not installed")
    return b"\n" + (Path(spec.origin).parent / "dict.txt").read_bytes()


#: The sum of all frequencies in jieba 0.42.1. It weighs words against their number; its last digits do not matter.
_TOTAL = math.log(60_101_967)


@lru_cache(maxsize=1)
def _frequencies() -> Mapping[bytes, bytes]:
    """Return the dictionary as it stands in the file; a word is decoded when it is asked for, which few ever are."""
    cells = _dictionary().split()
    return dict(zip(cells[::3], cells[1::3], strict=True))


@lru_cache(maxsize=4096)
def _cost(word: str) -> float:
    frequency = int(_frequencies().get(word.encode(), b"0"))
    if not frequency:
        return _UNKNOWN if len(word) == 1 else math.inf
    return _TOTAL - math.log(frequency)


def border_cost(text: str, start: int, end: int) -> float:
    """Return how much worse the best segmentation gets, in nats, if text[start:end] must be a word of its own.

    About 0 and less for a word (国有 in 国有企业), 3 and more for a chance meeting (国有 in 中国有大量稀土). The words
    around are taken from a window of eight characters on either side, the term itself from anywhere.
    """
    left, right = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    window = fold(text[left:right])
    inside, outside = start - left, end - left
    free = _cheapest(window)
    term = min(_cheapest(window[inside:outside]), _UNKNOWN)
    return _cheapest(window[:inside]) + term + _cheapest(window[outside:]) - free


def _cheapest(text: str) -> float:
    """Return the cost of the cheapest unigram segmentation of a text."""
    best = [0.0] + [math.inf] * len(text)
    for end in range(1, len(text) + 1):
        best[end] = min(best[start] + _cost(text[start:end]) for start in range(max(0, end - _WINDOW), end))
    return best[-1]

"""The words of a text as candidates are made of them, and which of them are one.

Drift cuts Chinese into words of two characters, so that a change is one of few words. Here a candidate must not end
within a word, and words are as long as the dictionary has them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from zhengming.termbase.text.frequency import cost
from zhengming.termbase.text.inflect import american, singular
from zhengming.termbase.text.lemma import lemma_sets
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import HAN, is_unspaced_language

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["can_cut", "cutter", "key"]

#: Space between Han characters parts names, as a comma does.
_TOKENS = re.compile(rf"[{HAN}]+|[^\W\d_{HAN}]+|[^\W_{HAN}]+|[^\w\s'/-]|(?<=[{HAN}])\s+(?=[{HAN}])")
#: Japanese changes its script at the borders of words, nearly: a run of kanji or of katakana is one.
_JAPANESE = re.compile(rf"[{HAN}々]+|[\u30a1-\u30fa\u30fc]+|[A-Za-z]+|[^\s]")
_POSSESSIVE = re.compile(r"'s\b")
#: Longer words are phrases of shorter ones; longer runs are no clauses that come again.
_LONGEST, _CLAUSE = 4, 64


def can_cut(language: str) -> bool:
    """Return whether the words of a language (primary subtag) can be told apart here."""
    return language in {"zh", "ja"} or not is_unspaced_language(language)


def cutter(language: str) -> Callable[[str], list[str]]:
    """Return what cuts a text of that language into words, folded, with the punctuation between them."""
    return _japanese if language == "ja" else _words


def key(word: str, language: str) -> str:
    """Return what is equal for forms of one word: its singular in American spelling, or its dictionary form."""
    if language == "en":
        return american(singular(word))
    if is_unspaced_language(language):
        return word
    return min(lemma_sets(word, language) - {word}, default=word)


def _words(text: str) -> list[str]:
    found: list[str] = []
    for token in _TOKENS.findall(_POSSESSIVE.sub("", fold(text))):
        if token[0] < "\u3400":
            found.append(token)
        else:
            found += _cheapest(token) if len(token) > _CLAUSE else _remembered(token)
    return found


def _japanese(text: str) -> list[str]:
    return _JAPANESE.findall(fold(text))


class _Costs(dict[str, float]):
    """What each word costs, looked up once."""

    def __missing__(self, word: str) -> float:
        self[word] = price = cost(word)
        return price


_costs = _Costs()


def _cheapest(run: str) -> tuple[str, ...]:
    """Cut Han characters into the likeliest words."""
    best, sizes, costs = [0.0], [0], _costs
    for end in range(1, len(run) + 1):
        lowest, taken = best[-1] + costs[run[end - 1]], 1
        for size in range(2, min(_LONGEST, end) + 1):
            price = best[-size] + costs[run[end - size : end]]
            if price < lowest:
                lowest, taken = price, size
        best.append(lowest)
        sizes.append(taken)
    found: list[str] = []
    end = len(run)
    while end:
        found.append(run[end - sizes[end] : end])
        end -= sizes[end]
    return tuple(reversed(found))


_remembered = lru_cache(maxsize=1 << 14)(_cheapest)

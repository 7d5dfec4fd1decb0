"""The words of a text, as drift counts them, and a key that is equal for forms of one word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.termbase.text.frequency import cost
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import HAN, is_unspaced_language
from zhengming.tmx.drift.empty import EMPTY, VERBS

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["can_tell_words", "is_content", "is_listed", "is_verb", "root", "spans", "words"]

_RUNS = re.compile(rf"[{HAN}]+|[^\W\d_{HAN}]+|\d+|[^\w\s'/-]")
_ASCII = re.compile(r"[a-z]+|\d+|[^\w\s'/-]")
#: A pair of Chinese characters that costs less is a word; rarer ones are left as two.
_PAIR, _WORD = 2, 14.0
_LISTED = 18.0
_SUFFIX = re.compile(
    r"(?<=.{4})(?:ational|isation|ization|ation|ition|ement|ment|ional|ion|ory|ive|ivity|ity|ical|ally|al|ly|ing|ed|er|or|"
    r"ance|ence|ancy|ency|ant|ent|ful|ness|ise|ize|ic|ous|able|ible|ship|ism|ist|ies|y|e|i|s)$"
)
#: Of languages whose endings are not known here, so many letters of a word are kept.
_CUT = 6


def can_tell_words(language: str) -> bool:
    """Return whether the words of a language (primary subtag) can be told apart here."""
    return language == "zh" or not is_unspaced_language(language)


def words(text: str) -> list[str]:
    """Return the words of a text, folded; numbers and punctuation stand between them as they are."""
    if text.isascii():
        return _ASCII.findall(text.lower())
    found: list[str] = []
    for run in _RUNS.findall(fold(text)):
        if run[0] < "\u3400":
            found.append(run)
        else:
            found += _cut(run)
    return found


class _Pairs(dict[str, bool]):
    """Whether two characters are a word, looked up once for each pair that is met."""

    def __missing__(self, pair: str) -> bool:
        self[pair] = is_word = len(pair) > 1 and cost(pair) < _WORD
        return is_word


class _Triples(dict[str, bool]):
    """Whether three characters stand in the dictionary."""

    def __missing__(self, triple: str) -> bool:
        self[triple] = is_word = len(triple) > _PAIR and is_listed(triple)
        return is_word


_pairs, _triples = _Pairs(), _Triples()


def _cut(run: str) -> list[str]:
    """Cut Chinese into words of two characters: 央行 and 中央|银行 alike, so that a change is one of few words.

    A word of three is left whole where its last character would stand alone: of 透明度|通道 no 度通道 is a phrase.
    """
    found: list[str] = []
    at, size, is_word, is_triple = 0, len(run), _pairs, _triples
    while at < size:
        word = run[at : at + 2]
        if not is_word[word]:
            word = word[0]
        elif not is_word[run[at + 2 : at + 4]] and is_triple[run[at : at + 3]]:
            word = run[at : at + 3]
        found.append(word)
        at += len(word)
    return found


def spans(text: str, cut: Callable[[str], list[str]] = words) -> list[Span]:
    """Return the places of the words of a text."""
    folded, at = fold(text), 0
    found: list[Span] = []
    for word in cut(text):
        at = folded.index(word, at)
        found.append(Span(at, at + len(word)))
        at += len(word)
    return found


def is_content(word: str) -> bool:
    """Return whether a word names something."""
    return word.isalpha() and word not in EMPTY and (len(word) > 1 or not word.isascii())


def is_verb(word: str) -> bool:
    """Return whether a word is one of those verbs that any text has, in any of its forms."""
    return word in VERBS or (word.isascii() and root(word, "en") in _VERB_ROOTS)


def is_listed(word: str) -> bool:
    """Return whether a Chinese word stands in the dictionary."""
    return cost(word) < _LISTED


def root(word: str, language: str) -> str:
    """Return one key for words of one root: banks and bank, supervision, supervisory and supervises."""
    if not word.isascii() or word in EMPTY:
        return word
    if language not in {"en", "zh"}:
        return word[:_CUT]
    key = word
    while (shorter := _SUFFIX.sub("", key)) != key:
        key = shorter
    return key


_VERB_ROOTS = frozenset(root(verb, "en") for verb in VERBS if verb.isascii())

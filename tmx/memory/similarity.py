"""How like two segments are, on the scale that translators know: 100 the same, 101 the same in the same context.

The score is 100·(1 − distance / length) of the weighted edit distance of two masked forms, over the longer one's
weight, rounded down. A character of a language without spaces weighs 2, as a number or code there; a word 4, of
which 2 for its stem and 2 for its form; punctuation 1. Then one point is taken off if numbers differ and one if codes
do. Whatever differs at all (letter case, script, a space) is 99 at most. This is the only module that knows rapidfuzz.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.text.script import is_unspaced_language
from zhengming.tmx.memory.masking import CODE, NUMBER, mask

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.tmx.memory.masking import Masked
    from zhengming.tmx.model import InlineCode

__all__ = ["CONTEXT", "EXACT", "Likeness", "Passage", "similarity", "stem", "weight"]

EXACT, CONTEXT = 100, 101
#: Points off for other numbers, and for other codes, whatever their count.
_OTHER_NUMBERS = _OTHER_CODES = 1
_ENDINGS = re.compile(r"(?:'s|ies|es|ed|ing|s|e|y)$")
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_SHORTEST_STEM = 3
#: Where no endings are known, words that begin alike are taken for forms of one word.
_STEM = 6


#: They weigh what a word or character does.
_LIKE_WORDS = frozenset({NUMBER, CODE})


class Passage(NamedTuple):
    """A text to compare, in a language (primary subtag), with the inline codes that stand in it."""

    text: str
    language: str
    codes: tuple[InlineCode, ...] = ()


class Likeness:
    """Compares any number of segments with one, in its language."""

    def __init__(self, passage: Passage, masked: Masked | None = None) -> None:
        from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  a checker of terms has no use for it

        self.passage = passage
        self.masked = masked or mask(passage.text, passage.language)
        self._signs = _signs(passage.codes)
        is_unspaced = is_unspaced_language(passage.language)
        words = None if is_unspaced else _Words(self.masked.form, passage.language)
        self._weighed: Callable[[str], str] = _weighed_characters if words is None else words
        self._own = self._weighed(self.masked.form)
        self._distance: Callable[..., int] = Levenshtein.distance

    @property
    def weight(self) -> int:
        """The weight of the segment."""
        return len(self._own)

    def of_form(self, form: str, least: float = 0) -> float:
        """Return how like a masked form is, from 0 to 100, before points are taken off; 0 if it is below `least`."""
        other = self._weighed(form)
        longest = max(len(self._own), len(other))
        if not longest:
            return float(EXACT)
        allowed = int(longest * (100 - least) / 100 + 1e-9)
        distance = self._distance(self._own, other, score_cutoff=allowed)
        return 0.0 if distance > allowed else 100 * (longest - distance) / longest

    def of(self, other: Passage, masked: Masked | None = None) -> int:
        """Return the score of another segment, whose masked form may be known."""
        signs = _signs(other.codes)
        if other.text == self.passage.text and signs == self._signs:
            return EXACT
        found = masked or mask(other.text, other.language)
        score = int(self.of_form(found.form) + 1e-9)
        if found.numbers != self.masked.numbers:
            score -= _OTHER_NUMBERS
        if found.codes != self.masked.codes or signs != self._signs:
            score -= _OTHER_CODES
        return max(0, min(score, EXACT - 1))


def weight(form: str, language: str) -> int:
    """Return the weight of a masked form."""
    if is_unspaced_language(language):
        return len(_weighed_characters(form))
    return sum(4 if unit in _LIKE_WORDS or _is_word(unit) else 1 for unit in form.split(" ")) if form else 0


def similarity(one: Passage, other: Passage) -> int:
    """Return the score of two segments of one language, the same either way round."""
    return Likeness(one).of(other)


def _signs(codes: tuple[InlineCode, ...]) -> list[tuple[str, bool, str, str | None]]:
    """Return what sets the codes of a segment apart from others; their numbering does not."""
    return [(code.element, code.closes, " ".join(code.content.split()), code.attribute("type")) for code in codes]


class _Weights(dict[int, str]):
    """What each character of a form becomes, so that a plain edit distance over characters is the weighted one."""

    def __missing__(self, codepoint: int) -> str:
        character = chr(codepoint)
        self[codepoint] = weighed = character * 2 if character.isalnum() or character == CODE else character
        return weighed


_WEIGHTS = _Weights()


def _weighed_characters(form: str) -> str:
    return form.translate(_WEIGHTS)


class _Words(dict[str, str]):
    """What each word of a form becomes: its stem twice and itself twice, each as one character.

    Words and stems that the one segment lacks are all the same to it: a distance counts that they are not its own.
    """

    _UNKNOWN = "\0"

    def __init__(self, form: str, language: str) -> None:
        super().__init__()
        self._language = language
        words = [word for word in form.split(" ") if _is_word(word)]
        stems = [stem(word, language) for word in words]
        self._stems = {name: chr(number) for number, name in enumerate(dict.fromkeys(stems), 0x100)}
        first = 0x100 + len(self._stems)
        self._beginnings = {word[:_SHORTEST_STEM] for word in words}
        self._forms = {word: chr(number) for number, word in enumerate(dict.fromkeys(words), first)}

    def __call__(self, form: str) -> str:
        return "".join(map(self.__getitem__, form.split(" "))) if form else ""

    def __missing__(self, word: str) -> str:
        if not _is_word(word):
            weighed = word * 4 if word in _LIKE_WORDS else word
        elif word[:_SHORTEST_STEM] not in self._beginnings:  # stems keep them
            weighed = self._UNKNOWN * 4
        else:
            known = self._stems.get(stem(word, self._language), self._UNKNOWN)
            weighed = known * 2 + self._forms.get(word, self._UNKNOWN) * 2
        self[word] = weighed
        return weighed


def _is_word(unit: str) -> bool:
    return unit[:1].isalpha()


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """Return what the forms of a word have in common: rough, for it decides half of a word's weight only."""
    if language != "en":
        return word[:_STEM]
    shorter = _ENDINGS.sub("", word)
    if len(shorter) < _SHORTEST_STEM:
        return word
    return _DOUBLED.sub(r"\1", shorter)

"""The grams by which like segments are found: neighbours in a form, as numbers of at most 42 bits.

In a language without spaces a gram is two characters, the last with nothing behind it, so that every character begins
one. In others it is the stem of a word, or the stems of two words that follow each other.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from zhengming.termbase.text.script import is_unspaced_language
from zhengming.tmx.memory.similarity import stem

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BITS", "Gram", "Grams"]

Gram = tuple[str, str]

_HALF = 21
#: Two code points of Unicode; a hash of words has fewer.
BITS = 2 * _HALF
#: Stands behind the last unit; no form has it.
_END = "\n"


class Grams:
    """Takes the forms of one language apart, and keeps what it has learnt of words."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._stems: dict[str, str] = {}
        self.is_unspaced = is_unspaced_language(language)
        self.of: Callable[[str], set[Gram]] = _of_characters if self.is_unspaced else self._of_words
        self.number: Callable[[Gram], int] = _number_of_characters if self.is_unspaced else _number_of_words

    def numbers(self, form: str) -> set[int]:
        """Return the grams of a form as numbers."""
        return set(map(self.number, self.of(form)))

    def within(self, form: str) -> list[int]:
        """Return those that every form has in which this one stands; of a word, its stem."""
        grams = self.of(form)
        return [self.number(gram) for gram in grams if gram[1] != _END]

    def beginning_with(self, character: str) -> tuple[int, int]:
        """Return between which numbers, the last not included, the grams lie that begin with that character."""
        first = ord(character) << _HALF
        return first, first + (1 << _HALF)

    @property
    def loss(self) -> float:
        """How many grams an edit takes away at most, a weight: a character weighs 2, a word 4 (see similarity)."""
        return 2 / 2 if self.is_unspaced else 3 / 4

    def _of_words(self, form: str) -> set[Gram]:
        words = form.split(" ")
        known = self._stems
        try:
            stems = [known[word] for word in words]
        except KeyError:
            for word in words:
                if word not in known:
                    known[word] = stem(word, self._language)
            stems = [known[word] for word in words]
        return {*zip(stems, [*stems[1:], _END], strict=True), *((one, "") for one in stems)}


def _of_characters(form: str) -> set[Gram]:
    return set(zip(form, form[1:] + _END, strict=True)) if form else set()


def _number_of_characters(gram: Gram) -> int:
    return ord(gram[0]) << _HALF | ord(gram[1])


def _number_of_words(gram: Gram) -> int:
    return zlib.crc32("\n".join(gram).encode())

"""The units of one pair of languages, each word as one character: to look for a phrase is to look for a string."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from zhengming.tmx.drift.words import is_content, is_verb, root, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["BREAK", "Side"]

#: What parts phrases: a number, a comma.
BREAK = "\0"
#: Words are numbered from here on; none is a surrogate, and those that find no number part phrases.
_FIRST, _SURROGATES, _LAST = 0x100, range(0xD800, 0xE000), 0x10FFFF

#: A single Chinese word of so many characters may be a term.
_LONG_HAN = 3


class _Numbers(dict[str, str]):
    """The character of each word, made when the word is first met; words of one key share one."""

    def __init__(self, key: Callable[[str], str]) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self.content: set[str] = set()
        self._key = key
        self._of_key: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        if not word.isalpha():
            return BREAK
        key = self._key(word)
        number = self._of_key.get(key)
        if number is None:
            at = _FIRST + len(self._of_key)
            at += len(_SURROGATES) if at >= _SURROGATES.start else 0
            if at > _LAST:
                return BREAK
            number = self._of_key[key] = chr(at)
            self.words[number] = word
            if is_content(word):
                self.content.add(number)
        self[word] = number
        return number


class Side:
    """The texts of one language; `cut` says what their words are, `key` which of them are one."""

    def __init__(
        self, language: str, cut: Callable[[str], list[str]] = words, key: Callable[[str, str], str] = root
    ) -> None:
        self.language = language
        self.cut = cut
        self._numbers = _Numbers(lambda word: key(word, language))
        self.units: list[str] = []
        self.frequency: Counter[str] = Counter()
        self._joined = ""

    def add(self, text: str) -> None:
        """Take the next unit."""
        self.add_words(self.cut(text))

    def add_words(self, cut: list[str]) -> None:
        """Take the next unit, whose words somebody has told apart."""
        self.units.append("".join(map(self._numbers.__getitem__, cut)))

    def numbered(self, text: str) -> str:
        """Return a text with each word as one character."""
        return "".join(map(self._numbers.__getitem__, self.cut(text)))

    def count(self) -> None:
        """Count the words."""
        self.frequency = Counter(chain.from_iterable(self.units))
        self._joined = BREAK.join(self.units)

    def count_of(self, phrase: str) -> int:
        """Return how often the phrase stands in all units."""
        return self._joined.count(phrase)

    def word(self, number: str) -> str:
        """Return the word that a character stands for, in the form first met."""
        return self._numbers.words.get(number, "")

    def number(self, word: str) -> str:
        """Return the character of a word that has been met, else ""."""
        return self._numbers.get(word, "")

    def is_content(self, number: str) -> bool:
        """Return whether that word names something."""
        return number in self._numbers.content

    def is_term(self, phrase: str) -> bool:
        """Return whether a phrase may name something: two words, or three Han characters."""
        found = [self.word(number) for number in phrase]
        return not any(map(is_verb, found)) and (
            len(found) > 1 or (not found[0].isascii() and len(found[0]) >= _LONG_HAN)
        )

    def content(self, phrase: Iterable[str]) -> list[str]:
        """Return the words of a phrase that name something."""
        return [number for number in phrase if number in self._numbers.content]

"""What a sentence has that its translation has too: words, and signs that are the same in every language.

Signs are terms of the termbase, values (90亿 is 9 billion), numbers of articles, question marks, names in Latin script.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.match import Matcher
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.tmx.drift.words import can_tell_words, is_content, root, words
from zhengming.tmx.quantity import quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Termbase

__all__ = ["Reader"]

#: What begins a sign, and no word.
_CONCEPT, _VALUE, _PART, _MARK = "@", "#", "§", "~"
_PARTS = {
    "条": "article", "章": "chapter", "节": "section", "附件": "annex", "表": "table", "图": "figure",
    "article": "article", "art": "article", "chapter": "chapter", "section": "section", "annex": "annex",
    "appendix": "annex", "table": "table", "figure": "figure", "artikel": "article", "kapitel": "chapter",
}  # fmt: skip
_PART_OF = re.compile(
    r"第(?P<number>[\d〇零一二三四五六七八九十百]+)(?P<han>[条章节])|(?P<before>附件|表|图)(?P<after>\d+|[一二三四五六七八九十]+)"
    r"|\b(?P<name>article|art\.|chapter|section|annex|appendix|table|figure|artikel|kapitel)\s(?P<count>\d+|[ivxlc]+)\b"
)
_MARKS = re.compile(r"[?!:;()%\"@=]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_LATIN = re.compile(r"[a-z][a-z0-9]+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Reader:
    """Reads sentences of one language."""

    def __init__(self, language: str, termbase: Termbase) -> None:
        self.language = language
        self._matcher = Matcher(termbase, language)

    def tokens(self, text: str) -> frozenset[str]:
        """Return the words and signs of a sentence, each once."""
        return frozenset((*self.words(text), *self._signs(text)))

    def words(self, text: str) -> Iterator[str]:
        """Yield the words that name something, by their roots."""
        language = self.language
        if can_tell_words(language):
            for word in words(text):
                if word.isalpha() and is_content(word):
                    yield root(word, language)
            return
        folded = re.sub(r"[\W_]", "", fold(text))
        yield from (folded[at : at + 2] for at in range(len(folded) - 1))

    def _signs(self, text: str) -> Iterator[str]:
        folded = fold(text)
        yield from (_CONCEPT + found.concept.id for found in self._matcher.find(text).taken)
        yield from (_MARK + sign for sign in _MARKS.findall(folded))
        yield from map(_part, _PART_OF.finditer(folded))
        if is_unspaced_language(self.language):
            yield from (root(word, "en") for word in _LATIN.findall(folded))
        found = quantities(text, self.language)
        if found is None:
            yield from (_VALUE + re.sub(r"[.,]", "", number) for number in _DIGITS.findall(folded))
            return
        for quantity in found:
            yield _VALUE + (quantity.code or str(quantity.values[0]))


def _part(match: re.Match[str]) -> str:
    name = match["han"] or match["before"] or match["name"].rstrip(".")
    return f"{_PART}{_PARTS[name]}{_number(match['number'] or match['after'] or match['count'])}"


def _number(written: str) -> str:
    if written.isdecimal():
        return str(int(written))
    if written.isascii():
        values = [_ROMAN[letter] for letter in written]
        return str(sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)))
    value = quantities(written, "zh")
    return str(value[0].values[0]) if value and value[0].values else written

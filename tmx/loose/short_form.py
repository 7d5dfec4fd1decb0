"""Terms in short: their first letters in capitals, or the last word of a name with the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.termbase.text.lemma import lemma_sets
from zhengming.termbase.text.words import tokens

if TYPE_CHECKING:
    from zhengming.termbase.concept import Concept
    from zhengming.termbase.language import Tag
    from zhengming.termbase.text.words import Token

__all__ = ["initials", "is_in_capitals", "names_in_short"]

#: Small words that abbreviations pass over or keep, as they please.
_UNNAMED = frozenset({"a", "and", "by", "for", "in", "of", "on", "the", "to"})


def initials(term: str, words: list[Token], capitals: list[int], fewest: int) -> Span | None:
    """Find the first letters of a term in capitals, alone or before its last words: LTV ratio, HKMA.

    `capitals` are the indexes of the words written so, `fewest` is how many letters will do for a whole term.
    """
    shorts = _shorts([word.text for word in tokens(term, "en")], fewest) if capitals else ()
    for index in capitals:
        word = words[index]
        for letters, rest in shorts:
            following = words[index + 1 : index + 1 + len(rest)]
            if word.text in {letters, letters + "s"} and _are_the_same(rest, following):
                return Span(word.start, words[index + len(rest)].end)
    return None


def _shorts(full: list[str], fewest: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return each way to abbreviate a term, the longest first: the letters, and the words left in full after them."""
    wordings = (full, [word for word in full if word not in _UNNAMED])
    shorts = {
        ("".join(word[0] for word in words[:cut]), tuple(words[cut:])): None
        for words in wordings
        for cut in range(len(words), 1, -1)
        if cut >= fewest or cut < len(words)
    }
    return list(shorts)


def is_in_capitals(word: str) -> bool:
    """Return whether the word looks like an abbreviation."""
    return len(word) > 1 and word[:-1].isupper()  # the last may be a plural s


def _are_the_same(wanted: tuple[str, ...], words: list[Token]) -> bool:
    return len(wanted) == len(words) and all(
        lemma_sets(want, "en") & lemma_sets(word.text, "en") for want, word in zip(wanted, words, strict=True)
    )


def names_in_short(concept: Concept, target: str, language: Tag) -> bool:
    """Return whether the target says "the Fund" for the Exchange Fund: the last word of a name, with the article."""
    if language.language != "en":
        return False
    names = (term.text.split() for term in concept.allowed(language) if "case" not in term.labels)
    heads = {words[-1] for words in names if len(words) > 1 and all(w[0].isupper() or w in _UNNAMED for w in words)}
    return any(re.search(rf"\b[Tt]he {re.escape(head)}\b(?! [A-Z])", target) for head in heads)

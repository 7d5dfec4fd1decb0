"""Allowed terms that stand in the target otherwise than in the termbase: turned round, parted, shortened, broken.

Never as a free bag of words: "metal" somewhere in the sentence would then satisfy 金属 anywhere (it costs six
points of the one-word errors, and finds nothing that order and nearness would not).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.match import Occurrence
from zhengming.termbase.remedy import EVERY_REMEDY, Remedy
from zhengming.termbase.text.lemma import lemma_sets
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.termbase.text.words import tokens
from zhengming.tmx.loose.derivation import roots
from zhengming.tmx.loose.short_form import initials, is_in_capitals
from zhengming.tmx.loose.stretched import Squashed, stretched
from zhengming.tmx.loose.word_order import SMALL, reordered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.language import Tag
    from zhengming.termbase.position import Span

__all__ = ["LooseTarget"]


_FEWEST_DERIVED = 2


class LooseTarget:
    """A target prepared for the search, which most terms of a pair never need and some need many times."""

    def __init__(self, text: str, language: Tag, remedies: Collection[Remedy] = EVERY_REMEDY) -> None:
        self.text = text
        self._remedies = remedies
        self._language = language
        self._is_unspaced = is_unspaced_language(language.language)
        self._folded = fold(text)
        self._squashed = Squashed(self._folded)
        self._words = [] if self._is_unspaced else list(tokens(text, language.language))
        self._keys = [lemma_sets(word.text, language.language) for word in self._words]
        self._present = frozenset[str]().union(*self._keys)
        self._capitals = [
            index for index, word in enumerate(self._words) if is_in_capitals(text[word.start : word.end])
        ]

    def find(self, concept: Concept, *, is_introduced: bool = False) -> Iterator[Occurrence]:
        """Yield at most one occurrence for each allowed term of the concept that stands loosely in the target.

        `is_introduced`: the document has called the concept by its full name, so two letters may stand for it. Alone
        they stand for too many things: a PM is no permanent magnet.
        """
        for term in concept.allowed(self._language):
            if "case" not in term.labels and (span := self._span(term, 2 if is_introduced else 3)) is not None:
                yield Occurrence(concept, term, span, self.text[span.start : span.end])

    def _span(self, term: Term, fewest: int) -> Span | None:
        wanted = fold(term.text)
        remedies = self._remedies
        if self._is_unspaced:
            return (stretched(wanted, self._folded) if Remedy.PARTED in remedies else None) or self._unbroken(wanted)
        keys = [lemma_sets(word.text, self._language.language) for word in tokens(term.text, self._language.language)]
        is_there = Remedy.WORD_ORDER in remedies and bool(keys)
        if is_there and not any(self._present.isdisjoint(key) for key in keys if not key & SMALL):
            span = reordered(keys, self._words, self._keys, self.text)
            if span is not None:
                return span
        return (
            (initials(term.text, self._words, self._capitals, fewest) if Remedy.INITIALS in remedies else None)
            or self._unbroken(wanted)
            or (self._derived(keys) if self._language.language == "en" and Remedy.VERBS in remedies else None)
        )

    def _unbroken(self, wanted: str) -> Span | None:
        return self._squashed.find(wanted) if Remedy.LOST_SPACES in self._remedies else None

    def _derived(self, keys: list[frozenset[str]]) -> Span | None:
        if sum(not key & SMALL for key in keys) < _FEWEST_DERIVED:
            return None
        derived = [roots(key) for key in keys]
        if derived == keys or any(self._present.isdisjoint(key) for key in derived if not key & SMALL):
            return None
        return reordered(derived, self._words, self._keys, self.text)

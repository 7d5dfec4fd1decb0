"""Allowed terms that stand in the target otherwise than in the termbase: turned round, parted, shortened, broken.

Never as a free bag of words: "metal" somewhere in the sentence would then satisfy 金属 anywhere (it costs six
points of the one-word errors, and finds nothing that order and nearness would not).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.match import Occurrence
from zhengming.termbase.text.lemma import lemma_sets
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.termbase.text.words import tokens
from zhengming.tmx.loose.short_form import initials
from zhengming.tmx.loose.stretched import squashed, stretched
from zhengming.tmx.loose.word_order import reordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.language import Tag

__all__ = ["find_loosely"]


def find_loosely(concept: Concept, target: str, language: Tag) -> Iterator[Occurrence]:
    """Yield at most one occurrence for each allowed term of the concept that stands loosely in the target."""
    folded = fold(target)
    unspaced = is_unspaced_language(language.language)
    words = [] if unspaced else list(tokens(folded))
    keys = [lemma_sets(word.text, language.language) for word in words]
    for term in concept.allowed(language):
        if "case" in term.labels:
            continue
        wanted = fold(term.text)
        if unspaced:
            span = stretched(wanted, folded)
        else:
            span = reordered(term, words, keys, target) or initials(term, words, target)
        span = span or squashed(wanted, folded)
        if span is not None:
            yield Occurrence(concept, term, span, target[span.start : span.end])

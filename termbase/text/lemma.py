"""Dictionary forms in some fifty languages. The only module that knows simplemma."""

from __future__ import annotations

from functools import lru_cache

from zhengming.termbase.text import inflect

__all__ = ["lemma_sets"]


@lru_cache(maxsize=65536)
def lemma_sets(word: str, language: str) -> frozenset[str]:
    """Return the words a folded `word` may be a form of, itself among them; a language without data has no others."""
    if language == "en":
        return inflect.lemmas(word)
    import simplemma  # noqa: PLC0415  0.1 s and a dictionary a language, wanted for languages other than zh and en

    try:
        lemma = simplemma.lemmatize(word, lang=language, greedy=False)
    except ValueError:  # simplemma has no data for it
        return frozenset({word})
    return frozenset({word, lemma.lower()})

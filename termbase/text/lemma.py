"""Dictionary forms in some fifty languages. The only module that knows simplemma."""

from __future__ import annotations

from functools import lru_cache

from zhengming.termbase.text import inflect
from zhengming.termbase.text.normal import fold

__all__ = ["lemma_sets"]


@lru_cache(maxsize=65536)
def lemma_sets(word: str, language: str) -> frozenset[str]:
    """Return the words, folded, that a lower-case `word` may be a form of; a language without data knows only itself.

    Dictionaries want accents (Häuser, not Hauser), so the word comes as it is written; only English has none to lose.
    """
    if language == "en":
        return inflect.lemmas(fold(word))
    import simplemma  # noqa: PLC0415  0.1 s and a dictionary a language, wanted for languages other than zh and en

    try:
        lemma = simplemma.lemmatize(word, lang=language, greedy=False)
    except ValueError:  # simplemma has no data for it
        return frozenset({fold(word)})
    return frozenset({fold(word), fold(lemma)})

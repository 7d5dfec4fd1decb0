"""The verb for the noun made of it: "transshipped through third countries" for transshipment through third countries.

Only in terms of several words, whose other words say what is meant. Never the other way round, and never for those
who act: a classified loan is no classification, an exporter no export.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["roots"]

#: What turns a verb into a noun, and what the verb may have had in its place.
_ENDINGS = (
    ("ization", ("ize",)),
    ("ification", ("ify",)),
    ("ation", ("", "e", "ate")),
    ("ition", ("", "e", "ite")),
    ("ution", ("ute",)),
    ("ction", ("ct",)),
    ("ption", ("pt", "be")),
    ("tion", ("t", "te")),
    ("ssion", ("t", "ss", "de")),
    ("sion", ("d", "de", "se")),
    ("ment", ("",)),
    ("iance", ("y",)),
    ("ance", ("", "e")),
    ("ence", ("", "e")),
)
_SHORTEST = 4


@lru_cache(maxsize=16384)
def roots(key: frozenset[str]) -> frozenset[str]:
    """Return a set of lemmas with the verbs that its nouns may be made of."""
    return key | {root for word in key for root in _roots(word)}


def _roots(word: str) -> set[str]:
    for ending, replacements in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST - 1:
            return {stem + replacement for replacement in replacements if len(stem + replacement) >= _SHORTEST}
    return set()

"""Finding a concept as people ask for it: in any language, script or inflection, in part, or by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.ids import order
from zhengming.termbase.text.inflect import lemmas
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.termbase.text.words import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.termbase.concept import Concept, Term, Termbase

__all__ = ["Hit", "lookup"]

_SHORTEST_BEGINNING = 3


class Hit(NamedTuple):
    """A concept that was asked for, by which of its terms, and whether by the whole of it."""

    concept: Concept
    term: Term | None
    is_whole: bool


def lookup(termbase: Termbase, wanted: str) -> list[Hit]:
    """Return the concepts with that id, term or part of a term: whole terms first, wrong ones last."""
    folded = " ".join(fold(wanted).split())
    if not folded:
        return []
    words = [token.text for token in tokens(folded)]
    hits = [hit for concept in termbase if (hit := _hit(concept, wanted.strip(), folded, words)) is not None]
    return sorted(hits, key=_rank)


def _rank(hit: Hit) -> tuple[object, ...]:
    return not hit.is_whole, hit.term is not None and not hit.term.is_allowed, order(hit.concept.id)


def _hit(concept: Concept, wanted: str, folded: str, words: Sequence[str]) -> Hit | None:
    if concept.id.lower() == wanted.lower():
        return Hit(concept, None, is_whole=True)
    part: Term | None = None
    solid = _solid(folded)
    for term in concept.terms:
        text = fold(term.text)
        if _solid(text) == solid or (words and _agree(words, text, term, is_whole=True)):
            return Hit(concept, term, is_whole=True)
        if part is None and _is_part(folded, words, text, term):
            part = term
    return None if part is None else Hit(concept, part, is_whole=False)


def _solid(text: str) -> str:
    return "".join(text.split())


def _is_part(folded: str, words: Sequence[str], text: str, term: Term) -> bool:
    if is_unspaced_language(term.language.language):
        return folded in text
    return bool(words) and _agree(words, text, term, is_whole=False)


def _agree(words: Sequence[str], text: str, term: Term, *, is_whole: bool) -> bool:
    """Return whether the words stand in the term in a row, inflected or not; the last may be a beginning only."""
    if is_unspaced_language(term.language.language):
        return False
    if text.isascii() and not all(map(str.isascii, words)):
        return False  # 稀土 is no English word, and this is most of a termbase
    theirs = [token.text for token in tokens(text)]
    if is_whole:
        return len(theirs) == len(words) and all(map(_are_one, words, theirs))
    places = range(len(theirs) - len(words) + 1)
    return any(_begins(words, theirs[place : place + len(words)]) for place in places)


def _begins(words: Sequence[str], theirs: Sequence[str]) -> bool:
    is_beginning = len(words[-1]) >= _SHORTEST_BEGINNING and theirs[-1].startswith(words[-1])
    return all(map(_are_one, words[:-1], theirs)) and (is_beginning or _are_one(words[-1], theirs[-1]))


def _are_one(one: str, other: str) -> bool:
    return one == other or not lemmas(one).isdisjoint(lemmas(other))

"""The surface forms, in folded text, under which a term may stand: what the automaton is fed with."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from zhengming.termbase.remedy import EVERY_REMEDY, Remedy
from zhengming.termbase.text.inflect import noun_forms, spellings, verb_forms
from zhengming.termbase.text.normal import folding
from zhengming.termbase.text.script import is_unspaced_language

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

__all__ = ["surface_forms"]

_BORDER = re.compile(r"(?<=[a-z0-9%)])(?=[\u2e80-\U0003ffff])|(?<=[\u2e80-\U0003ffff])(?=[a-z0-9(])")
_ENCLOSING = " 《》〈〉「」『』“”\"'"
_ALIAS = re.compile(r"([^()]+)\(([^()]+)\)")
#: Beginnings that are written apart, with a hyphen, or solid: anti dumping, anti-dumping, antidumping.
_PREFIXES = frozenset(
    "anti bi bio co counter cross de di electro ex extra ferro geo hydro hyper inter intra macro mega meta micro "
    "mid mini mono multi nano neo non over para petro photo poly post pre pro pseudo re semi sub super tele trans "
    "tri ultra un under".split()
)
#: Those that a solid word is split after. Short ones cut too many words that are none (re|gulation, co|nsignment).
_SPLIT = ("anti", "counter", "multi", "non", "over", "semi", "sub", "super", "ultra", "under")
_SHORTEST_REST = 4
#: More forms of one term than this tell no more than those of its last word.
_MOST = 256
#: The word before one of these is the head of a term and takes the plural: certificates of origin.
_AFTER_A_HEAD = frozenset("against at by for from in of on over to under with".split())


def surface_forms(
    text: str, language: str, part_of_speech: str, remedies: Collection[Remedy] = EVERY_REMEDY
) -> set[str]:
    """Return every folded form of the term `text`; the first language subtag decides how it varies."""
    folded = folding(remedies)(text)
    return {form for name in _names(folded) for form in _forms(name, language, part_of_speech, remedies)}


def _names(folded: str) -> Iterator[str]:
    """Yield the term; if it holds an abbreviation or alias in brackets, also what stands before and in them."""
    name = folded.strip(_ENCLOSING)
    if name:
        yield name
    if match := _ALIAS.fullmatch(name):
        yield from (part.strip() for part in match.groups() if len(part.strip()) > 1)


def _forms(name: str, language: str, part_of_speech: str, remedies: Collection[Remedy]) -> Iterator[str]:
    if is_unspaced_language(language):
        # R&D投入 is written with and without a space between the scripts.
        solid = re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", name)
        yield from (name, solid, _BORDER.sub(" ", solid))
        yield re.sub(r" (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) ", "", name)
    elif language == "en":
        yield from _english(tuple(name.split()), part_of_speech, remedies)
    else:
        yield " ".join(name.split())


def _english(words: tuple[str, ...], part_of_speech: str, remedies: Collection[Remedy]) -> Iterator[str]:
    is_respelled = Remedy.SPELLING in remedies
    for variant in {words, *(_joined(words) if is_respelled else ())}:
        if Remedy.INFLECTION in remedies:
            yield from _inflected(variant, is_verb=part_of_speech == "verb", respell=is_respelled)
        else:
            yield " ".join(variant)


def _inflected(words: tuple[str, ...], *, is_verb: bool, respell: bool) -> Iterator[str]:
    last = len(words) - 1
    alternatives: list[tuple[str, ...]] = []
    for position, word in enumerate(words):
        is_head = position == last or words[position + 1] in _AFTER_A_HEAD
        verb = is_verb and position in {0, last}  # "circumvent controls", "re-export"
        noun = is_head or verb or word.endswith("s")
        alternatives.append(_alternatives(word, noun=noun, verb=verb, respell=respell))
    if math.prod(map(len, alternatives)) > _MOST:  # a long title: its words vary in nothing but their last
        alternatives = [*((word,) for word in words[:-1]), alternatives[-1]]
    for choice in product(*alternatives):
        yield " ".join(choice)


@lru_cache(maxsize=16384)
def _alternatives(word: str, *, noun: bool, verb: bool, respell: bool) -> tuple[str, ...]:
    """Return the forms one word of a term may take."""
    if word in {"&", "and"}:
        return ("&", "and")
    if not word.isalpha() or len(word) < 2:  # noqa: PLR2004  single letters stand for themselves
        return (word,)
    forms = {word} | (noun_forms(word) if noun else set()) | (verb_forms(word) if verb else set())
    return tuple(sorted({spelling for form in forms for spelling in spellings(form)} if respell else forms))


def _joined(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the solid spelling of what the term writes apart, and the reverse, where English wavers."""
    for position, word in enumerate(words):
        before, after = words[:position], words[position + 1 :]
        if word in _PREFIXES and after:
            yield (*before, word + after[0], *after[1:])
        for prefix in _SPLIT:
            if word.startswith(prefix) and word.isalpha() and len(word) - len(prefix) >= _SHORTEST_REST:
                yield (*before, prefix, word[len(prefix) :], *after)
        if (word, *after[:1]) == ("per", "cent"):
            yield (*before, "percent", *after[1:])

"""Terms that drift: a recurring phrase of the source that has a usual rendering, and another in its place."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.drift.changed import changed, is_named
from zhengming.tmx.drift.drift import Drift
from zhengming.tmx.drift.evidence import Candidate, Evidence
from zhengming.tmx.drift.phrases import recurring
from zhengming.tmx.drift.usual import usual_rendering
from zhengming.tmx.drift.words import is_content, is_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.tmx.drift.corpus import Side

__all__ = ["drifting_terms"]

_LEAST_UNITS, _LEAST_USES, _LEAST_SHARE = 4, 3, 0.5
#: A word that is new to the phrase's words is believed only where the usual rendering is so usual.
_SURELY_USUAL = 0.6
#: A longer term that stands twice, and so rarely with the usual words, has a rendering of its own.
_RECURS, _LEAST_OWN = 2, 0.4
#: What makes another word of a Chinese one: 非现场审查 is no 现场审查.
_NEGATING = frozenset("非 反 未 无 次 不 准 副".split())
#: In a longer text the two stand about as far from its beginning; in a sentence word order is free.
_SENTENCE, _FREE = 40, 0.4


class _Term(NamedTuple):
    """A recurring phrase of the source with its usual rendering."""

    phrase: str
    units: list[int]
    usual: str
    uses: list[int]

    @property
    def share(self) -> float:
        return len(self.uses) / len(self.units)


class _Place(NamedTuple):
    """A unit in which a term has another rendering."""

    term: _Term
    unit: int
    other: str
    new: str


def drifting_terms(source: Side, target: Side) -> list[Drift]:
    """Return the terms that stand with one word changed in the place of their usual rendering."""
    places = [place for term in _terms(source, target) for place in _places(term, source, target)]
    evidence = Evidence(source, target, [_candidate(place) for place in places])
    found: defaultdict[tuple[str, str], dict[int, bool]] = defaultdict(dict)
    terms: dict[str, _Term] = {}
    news: dict[str, str] = {}
    for place in places:
        verdict = evidence.judge(_candidate(place))
        if verdict.is_confirmed or (not verdict.is_explained and place.term.share >= _SURELY_USUAL):
            found[place.term.phrase, place.other][place.unit] = verdict.is_confirmed
            terms[place.term.phrase], news[place.other] = place.term, place.new
    return [
        _drift(terms[phrase], other, news[other], units)
        for (phrase, other), units in found.items()
        if len(units) < len(terms[phrase].uses)
    ]


def _candidate(place: _Place) -> Candidate:
    return Candidate(place.term.phrase, place.unit, place.new)


def _terms(source: Side, target: Side) -> Iterator[_Term]:
    for phrase, units in recurring(source, _LEAST_UNITS).items():
        usual = usual_rendering(target, units)
        if usual:
            term = _Term(phrase, units, usual, [unit for unit in units if usual in target.units[unit]])
            if len(term.uses) >= _LEAST_USES and term.share >= _LEAST_SHARE:
                yield term


def _places(term: _Term, source: Side, target: Side) -> Iterator[_Place]:
    """Yield where the usual rendering is missing and stands with one word changed."""
    used = set(term.uses)
    for unit in term.units:
        if unit in used or is_named(term.usual, target.units[unit], target) or _is_another(term, unit, source, used):
            continue
        for found in changed(term.usual, target.units[unit], target):
            if _are_level(term.phrase, source.units[unit], found.phrase, target.units[unit]):
                yield _Place(term, unit, found.phrase, found.new)


def _is_another(term: _Term, unit: int, source: Side, used: set[int]) -> bool:
    """Return whether the phrase is here part of a longer term with a rendering of its own."""
    text = source.units[unit]
    start = text.find(term.phrase)
    before, after = text[max(0, start - 1) : start], text[start + len(term.phrase) :][:1]
    if source.word(before) in _NEGATING or _goes_on(source.word(term.phrase[-1]), source.word(after)):
        return True
    longer = [before + term.phrase] * source.is_content(before) + [term.phrase + after] * source.is_content(after)
    for phrase in longer:
        units = [other for other in term.units if phrase in source.units[other]]
        if len(units) >= _RECURS and len(used.intersection(units)) < _LEAST_OWN * len(units):
            return True
    return False


def _goes_on(word: str, after: str) -> bool:
    """Return whether a Chinese word is but the beginning of another: 卫生 in 公共卫生间."""
    return len(after) == 1 and not after.isascii() and (is_content(after) or is_listed(word + after))


def _are_level(phrase: str, text: str, other: str, rendered: str) -> bool:
    """Return whether two phrases may stand for one another by their places in a longer text."""
    if min(len(text), len(rendered)) < _SENTENCE:
        return True
    return abs(text.find(phrase) / len(text) - rendered.find(other) / len(rendered)) <= _FREE


def _drift(term: _Term, other: str, new: str, units: dict[int, bool]) -> Drift:
    is_confirmed = any(units.values())
    score = term.share * math.log1p(len(term.units)) * (1 + is_confirmed)
    return Drift(term.phrase, term.usual, tuple(term.uses), other, new, tuple(units), score, is_confirmed)

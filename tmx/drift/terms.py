"""Terms that drift: a recurring phrase of the source that has a usual rendering, and another in its place."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.drift.changed import changed, stands_loosely
from zhengming.tmx.drift.corpus import places, units_in
from zhengming.tmx.drift.evidence import confidence
from zhengming.tmx.drift.origins import Origins
from zhengming.tmx.drift.phrases import is_term, recurring
from zhengming.tmx.drift.usual import usual_rendering

if TYPE_CHECKING:
    from array import array
    from collections.abc import Container, Iterator

    from zhengming.tmx.drift.corpus import Bilingual, Phrase
    from zhengming.tmx.drift.usual import Usual

__all__ = ["Drift", "drifting_terms"]

_LEAST_UNITS = 4
_LEAST_USES = 3
_LEAST_SHARE = 0.5
_RECURS = 3
_LEAST_OWN = 0.4


class Drift(NamedTuple):
    """A phrase, its usual rendering and the other one, each with its units; the score ranks drifts."""

    phrase: Phrase
    usual: Phrase
    usual_units: tuple[int, ...]
    other: Phrase
    units: tuple[int, ...]
    score: float


def drifting_terms(corpus: Bilingual, vetted: Container[Phrase]) -> list[Drift]:
    """Return the terms that drift, the surest first, and one only for each place; `vetted` ones are left out."""
    phrases = recurring(corpus.source, 2)
    origins = Origins(corpus)
    found: list[Drift] = []
    for phrase, units in phrases.items():
        if len(units) >= _LEAST_UNITS and is_term(phrase, corpus.source) and phrase not in vetted:
            usual = usual_rendering(corpus, phrase, units)
            if usual is not None:
                found.extend(_Term(corpus, origins, phrase, units, usual, phrases).drifts())
    return _one_for_each_place(found)


class _Term:
    """A recurring phrase of the source with its usual rendering."""

    def __init__(
        self, corpus: Bilingual, origins: Origins, phrase: Phrase, units: array[int], usual: Usual, phrases: dict[Phrase, array[int]]
    ) -> None:
        self._corpus = corpus
        self._origins = origins
        self._phrase = phrase
        self._spoken = corpus.source.set_of(units)
        self._usual = usual
        self._phrases = phrases
        self._share = (self._spoken & usual.units).bit_count() / len(units)

    def drifts(self) -> Iterator[Drift]:
        """Yield what stands in place of the usual rendering."""
        used = self._spoken & self._usual.units
        if self._share < _LEAST_SHARE or used.bit_count() < _LEAST_USES:
            return
        target = self._corpus.target
        found: defaultdict[Phrase, dict[int, float]] = defaultdict(dict)
        for unit in units_in(self._spoken & ~self._usual.units):
            words = target.units[unit]
            if stands_loosely(self._usual.phrase, words, target) or self._names_another(unit):
                continue
            for one in changed(self._usual.phrase, words, target):
                sure = confidence(self._corpus, self._origins, self._phrase, self._spoken, one, unit)
                if sure:
                    found[one.phrase][unit] = sure
        for other, sureness in found.items():
            score = self._share * math.log1p(self._spoken.bit_count()) * max(sureness.values())
            yield Drift(self._phrase, self._usual.phrase, tuple(units_in(used)), other, tuple(sureness), score)

    def _neighbours(self, unit: int) -> tuple[set[int], set[int]]:
        """Return the words that stand before and after the phrase."""
        words = self._corpus.source.units[unit].tolist()
        starts = places(self._phrase, self._corpus.source.units[unit])
        ends = [start + len(self._phrase) for start in starts]
        before = {words[start - 1] for start in starts if start}
        after = {words[end] for end in ends if end < len(words)}
        return set(self._corpus.source.content(before)), set(self._corpus.source.content(after))

    def _names_another(self, unit: int) -> bool:
        """Return whether the phrase is here part of a longer term with a rendering of its own."""
        before, after = self._neighbours(unit)
        longer = [*((word, *self._phrase) for word in before), *((*self._phrase, word) for word in after)]
        return any(self._has_its_own(phrase) for phrase in longer)

    def _has_its_own(self, longer: Phrase) -> bool:
        """Return whether a longer term recurs that is mostly not rendered by the usual words."""
        units = self._phrases.get(longer, ())
        usual = sum(self._usual.units >> unit & 1 for unit in units)
        return len(units) >= _RECURS and usual < _LEAST_OWN * len(units)


def _one_for_each_place(found: list[Drift]) -> list[Drift]:
    """Return the drifts in order of score, less those that say again, in longer or shorter words, what one says."""
    taken: set[tuple[int, int]] = set()
    kept: list[Drift] = []
    for drift in sorted(found, key=lambda drift: (-drift.score, -len(drift.phrase), drift)):
        new = set(drift.other) - set(drift.usual)
        claims = {(unit, word) for unit in drift.units for word in new}
        if not claims <= taken:
            kept.append(drift)
        taken |= claims
    return kept

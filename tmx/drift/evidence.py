"""Whether a new word in the place of an old one stands for the same phrase, or for something else in the unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from zhengming.tmx.drift.corpus import Side

__all__ = ["Candidate", "Evidence", "Verdict"]

#: So often a source word goes with a target word, if this one renders it: in the phrase, and elsewhere in the unit.
_CONFIRMS, _EXPLAINS = 0.03, 0.08
#: A source word that goes so much oftener with another word of the unit is rendered by that one.
_OFTENER = 2
#: So much more often than by chance.
_LEAST_LIFT = 3
#: A word that stands more often has origins that can be seen: source words in so great a part of its units.
_RARE, _SAMPLE, _ORIGIN = 3, 24, 0.4
#: So near a phrase is a word that may be rendered beside it.
_NEAR = 1


class Candidate(NamedTuple):
    """A source phrase in a unit, and a word of the target that may stand for a part of it."""

    phrase: str
    unit: int
    new: str


class Verdict(NamedTuple):
    """What counting says of a candidate."""

    is_explained: bool
    """The new word renders something else, or may."""
    is_confirmed: bool
    """The new word translates a word of the phrase in other units too."""


class Evidence:
    """Knows in which units the words stand that some candidate speaks of."""

    def __init__(self, source: Side, target: Side, candidates: Collection[Candidate]) -> None:
        self._source, self._target = source, target
        units = {candidate.unit for candidate in candidates}
        spoken = {number for unit in units for number in source.content(source.units[unit])}
        self._source_units = _places(source, spoken)
        rendered = {number for unit in units for number in target.content(target.units[unit])}
        self._target_units = _places(target, rendered)
        self._origins = lru_cache(maxsize=1 << 12)(self._found_origins)
        self._share = lru_cache(maxsize=1 << 16)(self._counted_share)

    def judge(self, candidate: Candidate) -> Verdict:
        """Weigh what is known of the new word."""
        words = set(self._source.content(self._source.units[candidate.unit]))
        outside = words - set(candidate.phrase)
        inner = max(self._share(word, candidate.new) for word in words & set(candidate.phrase))
        others = set(self._target.content(self._target.units[candidate.unit])) - {candidate.new}
        free = {word for word in outside if not self._is_rendered(word, candidate.new, others)}
        outer = max((self._share(word, candidate.new) for word in free), default=0.0)
        if outer > max(inner, _EXPLAINS):
            return Verdict(is_explained=True, is_confirmed=False)
        if inner >= _CONFIRMS:
            return Verdict(is_explained=False, is_confirmed=True)
        if self._target.frequency[candidate.new] <= _RARE:
            is_open = self._is_open(candidate, outside)
        else:
            is_open = not self._origins(candidate.new).isdisjoint(free)
        return Verdict(is_explained=is_open, is_confirmed=False)

    def _is_rendered(self, word: str, new: str, others: set[str]) -> bool:
        """Return whether a word of the source goes far oftener with another word of the target."""
        own = _OFTENER * self._share(word, new)
        return own > 0 and any(self._share(word, other) >= own for other in others)

    def _is_open(self, candidate: Candidate, outside: set[str]) -> bool:
        """Return whether a rare word beside the phrase may want the new word, for want of other rare words."""
        near = self._source.content(_around(candidate.phrase, self._source.units[candidate.unit]))
        if not _rare(near, self._source):
            return False
        others = set(self._target.content(self._target.units[candidate.unit])) - {candidate.new}
        return len(_rare(outside, self._source)) > len(_rare(others, self._target))

    def _found_origins(self, new: str) -> frozenset[str]:
        """Return the source words that stand where a target word does, and seldom elsewhere."""
        units = sorted(self._target_units[new])
        sample = units[:: len(units) // _SAMPLE + 1]
        counts = Counter(n for unit in sample for n in set(self._source.content(self._source.units[unit])))
        size, whole = len(sample), len(self._source.units)
        return frozenset(
            number
            for number, count in counts.items()
            if count >= max(2, _ORIGIN * size) and count * whole > _LEAST_LIFT * size * self._source.frequency[number]
        )

    def _counted_share(self, word: str, new: str) -> float:
        """Return how often a source word goes with a target word outside the unit that asks, 0 if by chance."""
        ones, others = self._source_units[word], self._target_units[new]
        both, one, other = len(ones & others) - 1, len(ones) - 1, len(others) - 1
        is_more_than_chance = both * len(self._source.units) > _LEAST_LIFT * one * other
        return both / len(ones) if is_more_than_chance else 0.0


def _rare(words: Iterable[str], side: Side) -> list[str]:
    return [word for word in words if side.frequency[word] <= _RARE]


def _around(phrase: str, text: str) -> str:
    """Return the words before and after a phrase, where it stands first."""
    start = text.find(phrase)
    end = start + len(phrase)
    return text[max(0, start - _NEAR) : start] + text[end : end + _NEAR]


def _places(side: Side, wanted: Collection[str]) -> dict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    sought: Iterable[str]
    for number, unit in enumerate(side.units):
        for sought in set(unit).intersection(wanted):
            found[sought].add(number)
    return found

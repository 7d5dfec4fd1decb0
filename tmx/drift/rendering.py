"""What the target says for a phrase of the source, by linking words: dearer than counting, and seldom without answer.

C004 asks of every recurring phrase and wants only those that are nearly always rendered alike: `usual` counts for it.
Whoever asks of a few hundred candidates wants to be told of each.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from zhengming.tmx.drift.association import Association
from zhengming.tmx.drift.corpus import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.tmx.drift.corpus import Side

__all__ = ["Renderings"]

#: So many units of a phrase tell what it is rendered by, and so many where the rendering begins and ends.
_SAMPLE, _WIDE_SAMPLE = 24, 200
#: A weaker link is chance.
_WEAKEST = 0.1
#: From one linked word to the next: one other may stand between, or two that name nothing (prevention of the spread).
_WIDEST_GAP, _LONGEST = 3, 9
#: What a word that is not linked costs within a rendering.
_UNLINKED = 0.02
#: What is longer or shorter than what was linked must stand in so great a part of the units to take its place.
_LEAST_SHARE = 0.4
#: How much a rendering gains by each word, up to as many as the phrase has: “resolution regime”, not “resolution”.
_FULLER = 0.15
#: Chinese words that name nothing by themselves and may end a name: 两用物项, 持牌人.
_NOUN_ENDINGS = frozenset("项 种 家 份 条 人 者".split())


class Renderings:
    """Locates renderings; both sides have been counted."""

    def __init__(self, source: Side, target: Side) -> None:
        self._source, self._target = source, target
        self._association = Association(source, target)

    def usual(self, phrase: str, units: Sequence[int]) -> str:
        """Return the target phrase that mostly stands for a source phrase in its units; "" if nothing does."""
        words = set(self._source.content(phrase))
        best = self._core(words, units, units[:: len(units) // _SAMPLE + 1])
        known = {""}
        while best not in known:
            known.add(best)
            best = self._extended(best, max(2, sum(map(self._weight, phrase))), units)
        return best

    def _weight(self, number: str) -> int:
        """Return how many words of a translation a word is likely to have: two Han characters are one."""
        word = self._source.word(number)
        size = 1 if word.isascii() else (len(word) + 1) // 2
        return size if self._source.is_content(number) else 0

    def _core(self, words: set[str], units: Sequence[int], sample: Sequence[int]) -> str:
        """Return the stretch of words that is most often linked to these words, or to the phrase as a whole."""
        links = {unit: self._association.links(unit) for unit in sample}
        wholly = self._association.strengths(units, {word for linked in links.values() for word in linked})
        votes: Counter[str] = Counter()
        for unit, linked in links.items():
            weights: dict[str, float] = {}
            for word, link in linked.items():
                strength = wholly[word]
                if link.word in words:
                    strength = max(strength, link.strength)
                elif strength <= link.strength:
                    continue  # it renders something else
                if strength >= _WEAKEST:
                    weights[word] = strength
            best = self._heaviest(self._target.units[unit], weights)
            if best:
                votes[best] += 1
        return max(votes, key=lambda found: (votes[found], found), default="")

    def _heaviest(self, text: str, weights: dict[str, float]) -> str:
        def weight(stretch: str) -> float:
            # Exact, whatever the order of the set: what is equal must stay so.
            return math.fsum(weights.get(word, -_UNLINKED) for word in set(stretch))

        return max(sorted(set(self._stretches(text, weights))), key=weight, default="")

    def _stretches(self, text: str, weights: dict[str, float]) -> Iterator[str]:
        """Yield the stretches that begin and end with one of these words and have small gaps."""
        places = [at for at, word in enumerate(text) if word in weights]
        for index, start in enumerate(places):
            yield text[start]
            last = start
            for end in places[index + 1 :]:
                if end - start >= _LONGEST or not self._is_small(text[last + 1 : end]):
                    break
                yield text[start : end + 1]
                last = end

    def _is_small(self, gap: str) -> bool:
        return len(gap) < _WIDEST_GAP and BREAK not in gap and (len(gap) <= 1 or not self._target.content(gap))

    def _extended(self, core: str, most: int, units: Sequence[int]) -> str:
        """Return the core, a word more or less at either end, or a part of it: what goes best with the phrase."""
        texts = [self._target.units[unit] for unit in units[:: len(units) // _WIDE_SAMPLE + 1]]
        counts = {
            phrase: sum(phrase in text for text in texts)
            for phrase in {phrase for text in texts for phrase in self._around(core, text)}
        }
        least = min(max(2, _LEAST_SHARE * len(texts)), counts[core])

        def fitness(phrase: str) -> tuple[float, int, str]:
            here = counts[phrase] / len(texts)
            everywhere = max(self._target.count_of(phrase), counts[phrase])
            dice = 2 * here / (1 + everywhere / len(units))
            fullness = 1 + _FULLER * (min(len(self._target.content(phrase)), most) - 1)
            return dice * fullness, len(phrase), phrase

        return max((phrase for phrase, count in counts.items() if count >= least), key=fitness)

    def _around(self, core: str, text: str) -> Iterator[str]:
        at = text.find(core)
        while at >= 0:
            end = at + len(core)
            for first in range(max(0, at - 1), end):
                for last in range(max(first, at), min(len(text), end + 1)):
                    phrase = text[first : last + 1]
                    if self._target.is_content(phrase[0]) and self._is_end(phrase[-1]) and BREAK not in phrase:
                        yield phrase
            at = text.find(core, at + 1)

    def _is_end(self, number: str) -> bool:
        return self._target.is_content(number) or self._target.word(number) in _NOUN_ENDINGS

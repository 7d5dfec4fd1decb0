"""The recurring phrases of the source: what may be a term."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from zhengming.tmx.drift.corpus import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.tmx.drift.corpus import Side

__all__ = ["recurring"]

#: A phrase of so many words holds shorter ones.
_WITH_PARTS = 3
_LONGEST = 4
#: A phrase so often within a longer one is a part of it.
_MOSTLY = 0.7


def recurring(side: Side, least: int) -> dict[str, list[int]]:
    """Return the phrases of two content words and more that stand in `least` units or more, with these units.

    One that stands mostly within a longer one is left out.
    """
    rare = {ord(n): BREAK for n, count in side.frequency.items() if count < least or not side.is_content(n)}
    runs = [[run for run in unit.translate(rare).split(BREAK) if len(run) > 1] for unit in side.units]
    counts = Counter(chain.from_iterable(map(_phrases, runs)))
    frequent = {phrase for phrase, count in counts.items() if count >= least}
    units: defaultdict[str, list[int]] = defaultdict(list)
    for number, here in enumerate(runs):
        for phrase in frequent.intersection(_phrases(here)):
            units[phrase].append(number)
    parts = {
        part
        for phrase, where in units.items()
        for part in (phrase[:-1], phrase[1:])
        if len(phrase) >= _WITH_PARTS and len(where) >= max(least, _MOSTLY * len(units.get(part, ())))
    }
    return {
        phrase: units[phrase]
        for phrase in sorted(units)
        if len(units[phrase]) >= least and phrase not in parts and side.is_term(phrase)
    }


def _phrases(runs: list[str]) -> set[str]:
    return set(_grams(runs))


def _grams(runs: list[str]) -> Iterator[str]:
    for run in runs:
        size = len(run)
        for start in range(size):
            for end in range(start + 2, min(size, start + _LONGEST) + 1):
                yield run[start:end]

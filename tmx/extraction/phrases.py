"""The recurring phrases of a text that may name something, with their counts and what stands beside them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.drift.corpus import BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from zhengming.tmx.drift.corpus import Side

__all__ = ["Surroundings", "parts", "recurring", "surroundings"]

#: A phrase of more words is a sentence.
_LONGEST = 6
#: They stand before any English name, and so part it from nothing.
_DETERMINERS = "a an the this that these those its their our his her your any each every some no such".split()


def recurring(side: Side, least: int, is_term: Callable[[str], bool]) -> dict[str, int]:
    """Return the phrases that stand `least` times or more, with their counts; what `is_term` refuses is left out."""
    frequent: dict[str, int] = {}
    shorter: Collection[str] = ()
    runs = _runs(side)
    for size in range(1, _LONGEST + 1):
        counts: Counter[str] = Counter()
        for run in runs:
            pieces = [run[at : at + size] for at in range(len(run) - size + 1)]
            if size > 1:  # a phrase is no more frequent than the shorter ones at its ends
                pieces = [piece for piece in pieces if piece[:-1] in shorter and piece[1:] in shorter]
            counts.update(pieces)
        shorter = {phrase: count for phrase, count in counts.items() if count >= least}
        if not shorter:
            break
        frequent |= shorter
        runs = [run for run in runs if len(run) > size]
    return {phrase: count for phrase, count in frequent.items() if is_term(phrase)}


class Surroundings(NamedTuple):
    """Where a phrase stands, and how free it is there.

    The entropies, in nats, are those of what comes before and after; each end of a clause is another neighbour, and so
    is each article.
    """

    units: list[int]
    before: float
    after: float


def surroundings(side: Side, phrases: Collection[str]) -> dict[str, Surroundings]:
    """Return the surroundings of each of these phrases."""
    before: defaultdict[str, Counter[str]] = defaultdict(Counter)
    after: defaultdict[str, Counter[str]] = defaultdict(Counter)
    units: defaultdict[str, list[int]] = defaultdict(list)
    sizes = sorted({len(phrase) for phrase in phrases})
    determiners = set(filter(None, map(side.number, _DETERMINERS)))
    for number, unit in enumerate(side.units):
        text = f"{BREAK}{unit}{BREAK}"
        for start in range(1, len(text) - 1):
            for size in sizes:
                phrase = text[start : start + size]
                if phrase in phrases:
                    before[phrase][BREAK if text[start - 1] in determiners else text[start - 1]] += 1
                    after[phrase][text[start + size]] += 1
                    where = units[phrase]
                    if not where or where[-1] != number:
                        where.append(number)
    return {
        phrase: Surroundings(units[phrase], _entropy(before[phrase]), _entropy(after[phrase])) for phrase in phrases
    }


def _entropy(neighbours: Counter[str]) -> float:
    whole = sum(neighbours.values())
    borders = neighbours.get(BREAK, 0)
    inner = sum(count * math.log(whole / count) for word, count in neighbours.items() if word != BREAK)
    return (inner + borders * math.log(whole)) / whole if whole else 0.0


def _runs(side: Side) -> list[str]:
    """Return the stretches between numbers and punctuation."""
    return [run for unit in side.units for run in unit.split(BREAK) if run]


def parts(phrase: str) -> set[str]:
    """Return the shorter phrases within one."""
    size = len(phrase)
    return {phrase[start:end] for start in range(size) for end in range(start + 1, size + 1)} - {phrase}

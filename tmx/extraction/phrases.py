"""The recurring phrases of a text that may name something, with their counts and what stands beside them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.drift.corpus import BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from zhengming.tmx.drift.corpus import Side

__all__ = ["Entropies", "entropies", "parts", "recurring", "units_of"]

#: A phrase of more words is a sentence.
_LONGEST = 6


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


class Entropies(NamedTuple):
    """How free a phrase is in what comes before and after it, in nats; 0 if that is always the same."""

    before: float
    after: float


def entropies(side: Side, phrases: Collection[str]) -> dict[str, Entropies]:
    """Return for each phrase the branching entropies of its borders; each end of a clause is another neighbour."""
    before: defaultdict[str, Counter[str]] = defaultdict(Counter)
    after: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sizes = sorted({len(phrase) for phrase in phrases})
    for run in _runs(side):
        for start in range(len(run)):
            for size in sizes:
                end = start + size
                if end > len(run):
                    break
                phrase = run[start:end]
                if phrase in phrases:
                    before[phrase][run[start - 1] if start else BREAK] += 1
                    after[phrase][run[end] if end < len(run) else BREAK] += 1
    return {phrase: Entropies(_entropy(before[phrase]), _entropy(after[phrase])) for phrase in phrases}


def _entropy(neighbours: Counter[str]) -> float:
    whole = sum(neighbours.values())
    borders = neighbours.get(BREAK, 0)
    inner = sum(count * math.log(whole / count) for word, count in neighbours.items() if word != BREAK)
    return (inner + borders * math.log(whole)) / whole if whole else 0.0


def units_of(side: Side, phrases: Collection[str]) -> dict[str, list[int]]:
    """Return in which units each phrase stands."""
    found: dict[str, list[int]] = {phrase: [] for phrase in phrases}
    sizes = sorted({len(phrase) for phrase in phrases})
    for number, unit in enumerate(side.units):
        here = {unit[at : at + size] for size in sizes for at in range(len(unit) - size + 1)}
        for phrase in here.intersection(phrases):
            found[phrase].append(number)
    return found


def _runs(side: Side) -> list[str]:
    """Return the stretches between numbers and punctuation."""
    return [run for unit in side.units for run in unit.split(BREAK) if run]


def parts(phrase: str) -> set[str]:
    """Return the shorter phrases within one."""
    size = len(phrase)
    return {phrase[start:end] for start in range(size) for end in range(start + 1, size + 1)} - {phrase}

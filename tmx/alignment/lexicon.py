"""Which words render which, learnt from pairs of sentences: IBM Model 1 (Brown et al. 1993), discounted.

What is weighed of a word is how much oftener it stands beside the words there than anywhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

__all__ = ["Direction", "Lesson", "learnt"]

_ROUNDS = 3
#: A chance meeting counts once at most: so much is taken off what two words have in common.
_DISCOUNT = 0.6
#: So much of a word's uses is held to be unseen.
_UNSEEN = 0.5
#: Renderings that take less of a word are left out.
_LEAST = 0.02
_PRUNED = 0.004


#: Words that stand in a greater part of all lessons say nothing of any one of them.
_OFTEN, _FEW = 0.1, 20


class Lesson(NamedTuple):
    """Tokens of two texts that render one another, and how sure that is."""

    source: Collection[str]
    target: Collection[str]
    weight: float = 1.0


class Direction(NamedTuple):
    """What the words of one language are in the other."""

    renderings: Mapping[str, Mapping[str, float]]
    """For each word what it becomes: how much oftener than by chance."""
    explained: Mapping[str, float]
    """For each word of the other language, which part of its uses is the rendering of a known word."""


def learnt(lessons: Sequence[Lesson], texts: Iterable[Collection[str]]) -> Direction:
    """Return what the sources of the lessons become in the target, whose words are counted in `texts`."""
    seen = Counter(token for lesson in lessons for token in lesson.source)
    met = Counter(token for lesson in lessons for token in lesson.target)
    most = max(_FEW, int(_OFTEN * len(lessons)))
    pairs = [
        (
            [token for token in lesson.source if 1 < seen[token] <= most],
            [token for token in lesson.target if 1 < met[token] <= most],
            lesson.weight,
        )
        for lesson in lessons
    ]
    table = _trained(pairs)
    uses: defaultdict[str, float] = defaultdict(float)
    weights: defaultdict[str, float] = defaultdict(float)
    for source, target, weight in pairs:
        for token in source:
            uses[token] += weight
        for token in target:
            weights[token] += weight
    return _weighed(table, uses, weights, Counter(token for text in texts for token in text))


def _trained(pairs: Sequence[tuple[list[str], list[str], float]]) -> dict[str, dict[str, float]]:
    """Return how often each word of the source is rendered by each word of the target."""
    table: dict[str, dict[str, float]] = {}
    for turn in range(_ROUNDS):
        counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for source, target, weight in pairs:
            if not source:
                continue
            rows = [(counts[token], table[token] if turn else {}) for token in source]
            for token in target:
                shares = [known.get(token, 0.0) for _, known in rows] if turn else [1.0] * len(rows)
                total = sum(shares)
                if total:
                    factor = weight / total
                    for (row, _), share in zip(rows, shares, strict=True):
                        if share:
                            row[token] += share * factor
        last = turn == _ROUNDS - 1
        table = {token: dict(row) if last else _normalised(row) for token, row in counts.items()}
    return table


def _normalised(row: Mapping[str, float]) -> dict[str, float]:
    total = sum(row.values())
    return {token: count / total for token, count in row.items() if count > total * _PRUNED}


def _weighed(
    table: Mapping[str, Mapping[str, float]],
    uses: Mapping[str, float],
    weights: Mapping[str, float],
    texts: Counter[str],
) -> Direction:
    number = sum(texts.values()) or 1
    explained: defaultdict[str, float] = defaultdict(float)
    renderings: dict[str, dict[str, float]] = {}
    for token, row in table.items():
        kept: dict[str, float] = {}
        for other, count in row.items():
            sure = count - _DISCOUNT
            if sure <= 0 or other not in texts:
                continue
            explained[other] += sure
            probability = sure / (uses[token] + _UNSEEN)
            if probability > _LEAST:
                kept[other] = probability * number / texts[other]
        if kept:
            renderings[token] = kept
    parts = {token: min(count / (weights[token] + _UNSEEN), 0.95) for token, count in explained.items()}
    return Direction(renderings, parts)

"""What the words of a text were rendered by, found by counting: what stands in their targets and seldom elsewhere."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.drift.words import is_content, root, spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Rendered", "renderings"]

_LONGEST = 5
#: So much more often than elsewhere it stands in the targets.
_LIFT = 4.0
#: So many renderings are told apart; what is left after them is counted as one.
_MOST = 8
_FEWEST = 2


class Rendered(NamedTuple):
    """A rendering as it was written most often, and the numbers of the targets that have it."""

    text: str
    targets: tuple[int, ...]


class _Phrase(NamedTuple):
    key: tuple[str, ...]
    text: str


def renderings(targets: Sequence[str], others: Sequence[str], language: str) -> list[Rendered]:
    """Return what the targets have in common that `others`, of texts that speak of other things, have not.

    The first is what most have; the next what most of those have that lack it, and so on.
    """
    found = [list(_phrases(text, language)) for text in targets]
    elsewhere = Counter(key for text in others for key in {phrase.key for phrase in _phrases(text, language)})
    held: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    written: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for number, phrases in enumerate(found):
        for phrase in phrases:
            held[phrase.key].add(number)
            written[phrase.key][phrase.text] += 1
    open_targets = set(range(len(targets)))
    results: list[Rendered] = []
    while open_targets and len(results) < _MOST:
        scores = {
            key: _score(len(numbers & open_targets), len(open_targets), elsewhere[key], len(others), len(key))
            for key, numbers in held.items()
            if len(numbers & open_targets) >= min(_FEWEST, len(targets))
        }
        best = max(scores, key=lambda key: (scores[key], key), default=None)
        if best is None or scores[best] <= 0:
            break
        best = _longer(best, held, open_targets)
        results.append(Rendered(written[best].most_common(1)[0][0], tuple(sorted(held[best] & open_targets))))
        open_targets -= held[best]
    return results


def _longer(key: tuple[str, ...], held: Mapping[tuple[str, ...], set[int]], among: set[int]) -> tuple[str, ...]:
    """Return the phrase around this one that stands in most of its targets: powder is polishing powder."""
    count = len(held[key] & among)
    around = {
        other: len(numbers & among)
        for other, numbers in held.items()
        if len(other) > len(key) and " ".join(key) in " ".join(other) and 2 * len(numbers & among) > count
    }
    return max(around, key=lambda other: (around[other], len(other), other), default=key)


def _score(count: int, size: int, elsewhere: int, others: int, length: int) -> float:
    """Return how surely a phrase is a rendering: common here, rare elsewhere, and the longer of two equals."""
    lift = (count / size) / ((elsewhere + 0.5) / (others + 1))
    return count * math.log(lift) * (1 + length / 100) if lift >= _LIFT else 0.0


def _phrases(text: str, language: str) -> Iterator[_Phrase]:
    """Yield the phrases that may name something: they begin and end with a word that does."""
    places = spans(text)
    words = [text[slice(*span)].lower() for span in places]
    keys = [root(word, language) for word in words]
    for start, word in enumerate(words):
        if not is_content(word):
            continue
        for end in range(start, min(start + _LONGEST, len(words))):
            if not words[end].isalpha():
                break
            if is_content(words[end]):
                yield _Phrase(tuple(keys[start : end + 1]), text[places[start].start : places[end].end])

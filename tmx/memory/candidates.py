"""The forms most like a query, by the grams they share with it: what is worth measuring."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.memory.counting import Sums
from zhengming.tmx.memory.postings import is_dense

if TYPE_CHECKING:
    from zhengming.tmx.memory.postings import Postings, Weights

__all__ = ["Candidate", "Query", "candidates"]

#: So many places are read from lists, the shortest first; then the rest are no longer telling.
_MOST_READ = 15_000
#: So many of the forms that share the most are looked at more closely; so many are named in the end.
_MOST_RANKED, _MOST_NAMED = 1_000, 600


class Query(NamedTuple):
    """What is looked for: its grams, its weight, how many grams an edit takes away a weight, the least score wanted."""

    grams: frozenset[int]
    weight: int
    loss: float
    least: float


class Candidate(NamedTuple):
    """A form by its place in the index, and the score that it hardly exceeds."""

    place: int
    promise: float


def candidates(postings: Postings, query: Query) -> list[Candidate]:
    """Return the forms that are worth measuring, the most promising first."""
    weights = postings.weights
    # From a whole byte on, so that lists of bits can be cut there.
    first = weights.first_of(query.weight * query.least / 100) // 8 * 8
    last = weights.first_of(query.weight * 100 / max(query.least, 1) + 1)
    if first >= last:
        return []
    counts = postings.counts(query.grams)
    dense = [gram for gram, count in counts.items() if is_dense(count, weights.size)]
    sparse = sorted(counts.keys() - dense, key=counts.__getitem__)
    shared, unread = _from_lists(postings, sparse, first, last)
    found = _highest(shared)
    counted = len(query.grams) - unread
    wanted = counted - query.loss * query.weight * (1 - query.least / 100)
    if len(dense) >= wanted:  # a form that stands in no short list may be like enough
        slices = [posting.data[first // 8 : (last + 7) // 8] for posting in postings.read(dense)]
        sums = Sums(slices, last - first)
        middle = weights.first_of(query.weight) - first
        for place in sums.best(_MOST_NAMED, max(1, int(wanted)), _MOST_RANKED, middle):
            found.setdefault(first + place, 0)
        found = {place: count + sums.at(place - first) for place, count in found.items() if place < last}
    else:
        counted -= len(dense)
    return _ranked(found, counted, query, weights)


def _from_lists(postings: Postings, grams: list[int], first: int, last: int) -> tuple[Counter[int], int]:
    """Return how many of the lists hold each place from `first` to `last`, and how many lists were not read."""
    shared: Counter[int] = Counter()
    read = 0
    for number, posting in enumerate(postings.read(grams)):
        places = posting.places
        begin, end = bisect_left(places, first), bisect_left(places, last)
        if read and read + end - begin > _MOST_READ:
            return shared, len(grams) - number
        shared.update(places[begin:end])
        read += end - begin
    return shared, 0


def _highest(shared: Counter[int]) -> dict[int, int]:
    """Return some of the places that are in the most lists."""
    if len(shared) <= _MOST_RANKED:
        return shared
    total, least = 0, 0
    heights = Counter(shared.values())
    for height in sorted(heights, reverse=True):
        total += heights[height]
        if least and total > _MOST_RANKED:
            break
        least = height
    return {place: count for place, count in shared.items() if count >= least}


def _ranked(found: dict[int, int], counted: int, query: Query, weights: Weights) -> list[Candidate]:
    ranked: list[Candidate] = []
    for place, count in found.items():
        weight = weights.at(place)
        # What is longer than the query has as many more grams, none of them shared.
        heaviest = max(query.weight, weight)
        missing = counted * heaviest / query.weight - count
        promise = 100 - 100 * missing / query.loss / heaviest
        # Of many that fill one frame, those as long as the query are the likeliest.
        ranked.append(Candidate(place, promise - abs(weight - query.weight) / 100))
    ranked.sort(key=_promise, reverse=True)
    return ranked[:_MOST_NAMED]


def _promise(candidate: Candidate) -> float:
    return candidate.promise

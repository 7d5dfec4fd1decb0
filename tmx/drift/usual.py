"""The usual rendering of a recurring phrase, found by counting what stands in its units and not elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.tmx.drift.corpus import Side

__all__ = ["usual_rendering"]

#: From one kindred word to the next: one other may stand between.
_WIDEST_GAP = 2
#: So many units of a phrase tell what it is usually rendered by.
_SAMPLE = 12
_LONGEST = 6
_LEAST_SHARE = 0.5
#: So much more often than elsewhere a word stands in the units of a phrase, if it renders a part of it; and the whole.
_WORD_LIFT, _PHRASE_LIFT = 1.5, 3.0
#: Of a phrase that fills the texts that is too much to ask; then so many of the places of its rendering are its own.
_OWN = 0.75
_MOST_KIN, _MOST_TRIED = 8, 3


def usual_rendering(target: Side, units: Sequence[int]) -> str:
    """Return the target phrase that goes with a source phrase, in its full length; "" if there is none."""
    sample = units[:: len(units) // _SAMPLE + 1]
    texts = [target.units[unit] for unit in sample]
    least = max(2, _LEAST_SHARE * len(sample))
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(list(dict.fromkeys(text)))  # in their order: of equals the first is taken
    whole, size = len(target.units), len(sample)
    lift = {
        number: count * whole / (target.frequency[number] * size)
        for number, count in counts.items()
        if count >= least and target.is_content(number)
    }
    kin = {number for number in nlargest(_MOST_KIN, lift, key=lift.__getitem__) if lift[number] >= _WORD_LIFT}
    if len(kin) < 2:  # noqa: PLR2004  of a single word none can be changed
        return ""
    phrases: Counter[str] = Counter()
    for text in texts:
        phrases.update(set(_windows(text, kin)))
    likely = [
        (count * sum(math.log(lift[number]) for number in phrase if number in kin), phrase)
        for phrase, count in phrases.items()
        if count >= least
    ]
    special = min(_PHRASE_LIFT, _OWN * whole / len(units))
    for _, phrase in nlargest(_MOST_TRIED, likely):
        is_special = any(lift[number] >= special for number in phrase if number in kin)
        if is_special or phrases[phrase] * whole >= special * target.count_of(phrase) * size:
            return phrase
    return ""


def _windows(text: str, kin: set[str]) -> Iterator[str]:
    """Yield the stretches of kindred words, with at most one other between two of them."""
    places = [at for at, number in enumerate(text) if number in kin]
    for index, start in enumerate(places):
        last = start
        for end in places[index + 1 :]:
            if end - last > _WIDEST_GAP or end - start >= _LONGEST:
                break
            yield text[start : end + 1]
            last = end

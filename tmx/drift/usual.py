"""The usual rendering of a recurring phrase, found by counting what stands in its units and not elsewhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.drift.corpus import BREAK, likeness

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence

    from zhengming.tmx.drift.corpus import Bilingual, Phrase, Side

__all__ = ["Usual", "usual_rendering"]

#: So many units of a phrase tell what it is usually rendered by.
_SAMPLE = 400
_LONGEST = 7
_FEWEST = 3
_LEAST_SHARE = 0.4
_LEAST_CORRELATION = 0.1
#: What is less alike to the source phrase stands for something else, or the phrase is rendered anyhow.
_LEAST_LIKENESS = 0.5
_MOST_TRIED = 24
#: A word so often with the rest of a phrase is a part of it.
_ALWAYS = 0.8


class Usual(NamedTuple):
    """A phrase of the target, the set of its units, and how alike they are to those of the source phrase."""

    phrase: Phrase
    units: int
    likeness: float


def usual_rendering(corpus: Bilingual, phrase: Phrase, units: Sequence[int]) -> Usual | None:
    """Return the target phrase that goes with a source phrase, in its full length; None if there is none."""
    sample = units[:: len(units) // _SAMPLE + 1]
    spoken = corpus.source.set_of(units)
    around = _around(corpus, phrase, sample)
    tried = [
        Usual(found, where, likeness(spoken, where))
        for found in _likely(corpus, spoken, sample)
        if _is_of_one_piece(corpus, found, phrase, spoken, around)
        for where in [corpus.target.units_of(found)]
    ]
    if not tried:
        return None
    best = max(tried, key=lambda usual: (usual.likeness, len(usual.phrase)))
    if best.likeness < _LEAST_LIKENESS or any(_is_of(corpus, word, best, spoken) for word in around):
        return None
    fuller = [usual for usual in tried if set(best.phrase) <= set(usual.phrase) and _is_as_good(usual, best)]
    return max(fuller, key=lambda usual: (len(corpus.target.content(usual.phrase)), usual.likeness))


def _likely(corpus: Bilingual, spoken: int, sample: Sequence[int]) -> list[Phrase]:
    """Return target phrases that stand in many of the units, the most frequent first."""
    target = corpus.target
    least = max(_FEWEST, _LEAST_SHARE * len(sample))
    counts = Counter(number for unit in sample for number in set(target.units[unit]))
    common = {number for number, count in counts.items() if count >= least and target.is_content(number)}
    kin = {n for n in common if corpus.correlation(spoken, target.units_with(n)) >= _LEAST_CORRELATION}
    if not kin:
        return []
    tally: Counter[Phrase] = Counter()
    for unit in sample:
        tally.update(set(_windows(target.units[unit], common)))
    likely = [phrase for phrase, count in tally.items() if count >= least and kin & set(phrase)]
    return sorted(likely, key=lambda phrase: (-tally[phrase], -len(phrase), phrase))[:_MOST_TRIED]


def _windows(unit: array[int], common: set[int]) -> Iterator[Phrase]:
    """Yield the stretches of a unit that begin and end with a common word."""
    for start, number in enumerate(unit):
        if number in common:
            for end in range(start + 1, min(len(unit), start + _LONGEST) + 1):
                if unit[end - 1] == BREAK:
                    break
                if unit[end - 1] in common:
                    yield tuple(unit[start:end])


def _around(corpus: Bilingual, phrase: Phrase, sample: Sequence[int]) -> list[int]:
    """Return the source words that often stand in the units of a phrase, outside it."""
    source = corpus.source
    text = " ".join(source.words[number] for number in phrase)
    text = text if text.isascii() else text.replace(" ", "")
    counts = Counter(number for unit in sample for number in set(source.units[unit]))
    return [
        number
        for number, count in counts.items()
        if count >= _LEAST_SHARE * len(sample) and source.words[number] not in text and source.is_content(number)
    ]


def _is_of_one_piece(corpus: Bilingual, found: Phrase, phrase: Phrase, spoken: int, around: list[int]) -> bool:
    """Return whether all of a target phrase goes with the source phrase, or is never without what does."""
    target = corpus.target
    strangers = [word for word in target.content(found) if not _is_own(corpus, word, phrase, spoken, around)]
    if not strangers:
        return True
    rest = _trimmed(tuple(found), set(strangers), target)
    if not rest or set(rest) & set(strangers):
        return False
    return target.units_of(found).bit_count() >= _ALWAYS * target.units_of(rest).bit_count()


def _trimmed(found: Phrase, strangers: set[int], target: Side) -> Phrase:
    """Return what is left of a phrase without the strangers at its ends."""
    while found and (found[0] in strangers or not target.is_content(found[0])):
        found = found[1:]
    while found and (found[-1] in strangers or not target.is_content(found[-1])):
        found = found[:-1]
    return found


def _is_own(corpus: Bilingual, word: int, phrase: Phrase, spoken: int, around: list[int]) -> bool:
    """Return whether a target word goes with the source phrase, rather than with the words around it."""
    source, there = corpus.source, corpus.target.units_with(word)
    inside = max(corpus.correlation(units, there) for units in (spoken, *map(source.units_with, source.content(phrase))))
    return all(corpus.correlation(source.units_with(other), there) <= 1.2 * inside for other in around)


def _is_of(corpus: Bilingual, word: int, usual: Usual, spoken: int) -> bool:
    """Return whether the rendering is that of a word around the phrase: where it is missing, so is the rendering."""
    there = corpus.source.units_with(word)
    if corpus.correlation(there, usual.units) <= corpus.correlation(spoken, usual.units):
        return False
    apart = spoken & ~there
    return apart.bit_count() < 2 or 2 * (apart & usual.units).bit_count() < apart.bit_count()  # noqa: PLR2004


def _is_as_good(usual: Usual, best: Usual) -> bool:
    return usual.likeness >= 0.75 * best.likeness  # noqa: PLR2004  the fuller form stands in most of the units

"""Whether words in the place of a usual rendering stand for the same phrase, or for something else in the unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.drift.corpus import places

if TYPE_CHECKING:
    from zhengming.tmx.drift.changed import Changed
    from zhengming.tmx.drift.corpus import Bilingual, Phrase
    from zhengming.tmx.drift.origins import Origins

__all__ = ["confidence"]

#: Seen as a translation of the phrase elsewhere; nothing known against it; nothing known, and the rest is in doubt.
_SURE, _LIKELY, _POSSIBLE = 1.0, 0.6, 0.5
#: So often a source word is translated by the new word: elsewhere in the unit, that explains it; in the phrase, it
#: confirms it.
_EXPLAINS, _CONFIRMS = 0.05, 0.03
_RARE = 3


def confidence(corpus: Bilingual, origins: Origins, phrase: Phrase, spoken: int, found: Changed, unit: int) -> float:
    """Return how sure it is that `found` renders `phrase` in this unit, 0 if something speaks against it."""
    source, target = corpus
    own = source.content(phrase)
    kept = {word: max(own, key=lambda n, w=word: _strength(corpus, n, w)) for word in found.kept}
    free = [number for number in own if number not in kept.values()] or own
    outside = _outside(corpus, phrase, unit)
    sure = _SURE
    for word in target.content(found.new):
        shares = origins.of(word, unit)
        inner = max(shares.get(number, 0) for number in free)
        outer = max((shares.get(number, 0) for number in outside.values()), default=0)
        if outer > max(inner, _EXPLAINS):
            return 0
        sure = sure if inner >= _CONFIRMS else _LIKELY
    if sure < _SURE:
        if target.units_of(found.phrase) & ~spoken:
            return 0  # a phrase of its own, which stands elsewhere without this one
        if any(not _is_paired(corpus, origin, word, phrase, found, unit) for word, origin in kept.items()):
            return 0
    return sure


def _outside(corpus: Bilingual, phrase: Phrase, unit: int) -> dict[int, int]:
    """Return the content words of the source unit that are not in the phrase, by their places."""
    words = corpus.source.units[unit]
    inside = {at for start in places(phrase, words) for at in range(start, start + len(phrase))}
    return {at: n for at, n in enumerate(words) if at not in inside and corpus.source.is_content(n)}


def _is_paired(corpus: Bilingual, origin: int, word: int, phrase: Phrase, found: Changed, unit: int) -> bool:  # noqa: PLR0913
    """Return whether a kept word stands for the phrase's own, and not for the same word elsewhere in the source."""
    texts, words = corpus.source.units[unit], corpus.target.units[unit]
    ones = [at for at, number in enumerate(texts) if number == origin]
    others = [at for at, number in enumerate(words) if number == word]
    if len(ones) != len(others):
        return False
    mine = {ones.index(at) for start in places(phrase, texts) for at in range(start, start + len(phrase)) if at in ones}
    return any(others.index(at) in mine for at in range(found.start, found.start + len(found.phrase)) if at in others)


def _strength(corpus: Bilingual, number: int, word: int) -> float:
    return corpus.correlation(corpus.source.units_with(number), corpus.target.units_with(word))

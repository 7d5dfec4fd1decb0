"""The texts that C004 compares, and the places in them that it has to show."""

from __future__ import annotations

from array import array
from bisect import bisect
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.issue import Related
from zhengming.termbase.position import Span
from zhengming.tmx.drift.corpus import Side
from zhengming.tmx.drift.sentences import sentence_pairs
from zhengming.tmx.drift.words import spans

if TYPE_CHECKING:
    from zhengming.tmx.pair import Pair
    from zhengming.tmx.render import Reading

__all__ = ["Languages", "Place", "Texts", "digest"]

#: The source language and the tag of the target: what is said in Taiwan is not what is said in Hong Kong.
Languages = tuple[str, str]


def digest(pair: Pair) -> int:
    """Return what a pair is known by again."""
    return hash((pair.source_language.language, pair.target_language, pair.source.text, pair.target.text))


class Texts:
    """The pairs of one pair of languages: the words of their sentences, and what it takes to know them again."""

    def __init__(self, languages: Languages) -> None:
        self.source, self.target = (Side(tag.partition("-")[0]) for tag in languages)
        self.numbers: dict[int, int] = {}
        """Of each pair by its digest; pairs that are alike count once, or they would be their own witnesses."""
        self.readings: dict[int, Reading] = {}
        """Pairs that are to be shown, by number."""
        self._firsts = array("L")
        self._paths: list[str] = []
        self._starts: list[int] = []

    def add(self, pair: Pair) -> None:
        """Take the next pair."""
        if self.numbers.setdefault(digest(pair), len(self._firsts)) != len(self._firsts):
            return
        path = pair.unit.location.path
        if not self._paths or self._paths[-1] != path:
            self._paths.append(path)
            self._starts.append(len(self._firsts))
        self._firsts.append(len(self.source.units))
        languages = pair.source_language.language, pair.target_language.language
        for one, other in sentence_pairs(pair.source.text, pair.target.text, languages):
            self.source.add(pair.source.text[slice(*one)])
            self.target.add(pair.target.text[slice(*other)])

    def pair_of(self, unit: int) -> int:
        """Return the number of the pair that a sentence stands in."""
        return bisect(self._firsts, unit) - 1

    def path(self, unit: int) -> str:
        """Return the file that a sentence stands in."""
        return self._paths[bisect(self._starts, self.pair_of(unit)) - 1]

    def place(self, unit: int, phrase: str, other: str) -> Place | None:
        """Return where the phrases stand in a sentence, if its pair has been read again."""
        number = self.pair_of(unit)
        reading = self.readings.get(number)
        if reading is None:
            return None
        pair = reading.pair
        source, target = pair.source.text, pair.target.text
        languages = pair.source_language.language, pair.target_language.language
        parts = sentence_pairs(source, target, languages)[unit - self._firsts[number]]
        source_span, target_span = (
            _span(phrase, self.source, source, parts[0]),
            _span(other, self.target, target, parts[1]),
        )
        return Place(reading, source_span, target_span) if source_span and target_span else None


class Place(NamedTuple):
    """A term of the source and what stands for it, in a pair."""

    reading: Reading
    source_span: Span
    target_span: Span

    @property
    def related(self) -> Related:
        """The place of the rendering, for an issue to name."""
        target = self.reading.pair.target
        return Related(target.locate(self.target_span), target.text[slice(*self.target_span)])


def _span(phrase: str, side: Side, text: str, part: Span) -> Span | None:
    """Return where a phrase stands in a part of a text for the first time."""
    sentence = text[slice(*part)]
    at = side.numbered(sentence).find(phrase)
    if at < 0:
        return None
    places = spans(sentence)
    return Span(part.start + places[at].start, part.start + places[at + len(phrase) - 1].end)

"""C004: a recurring term that no termbase knows, rendered in two ways."""

from __future__ import annotations

from array import array
from bisect import bisect
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Related
from zhengming.termbase.position import Span
from zhengming.tmx.checks.kind import CorpusCheck
from zhengming.tmx.drift import drifts
from zhengming.tmx.drift.corpus import Side
from zhengming.tmx.drift.sentences import sentence_pairs
from zhengming.tmx.drift.words import can_tell_words, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.checks.kind import Again
    from zhengming.tmx.drift import Drift
    from zhengming.tmx.pair import Pair
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "DRIFTING_TERM"]

DRIFTING_TERM = Check(
    code="C004",
    name="drifting-term",
    mqm="multiple-translations-of-term",
    its="terminology",
    severity=Severity.MINOR,
)
#: In fewer pairs nothing is usual; the pairs after so many are not looked at, so that no memory fills another.
_FEWEST, _MOST = 20, 20_000
_MOST_RELATED = 5

_Languages = tuple[str, str]


class _Texts:
    """The pairs of one pair of languages: the words of their sentences, and what it takes to know them again."""

    def __init__(self, languages: _Languages) -> None:
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
        if self.numbers.setdefault(_digest(pair), len(self._firsts)) != len(self._firsts):
            return
        path = pair.unit.location.path
        if not self._paths or self._paths[-1] != path:
            self._paths.append(path)
            self._starts.append(len(self._firsts))
        self._firsts.append(len(self.source.units))
        for one, other in sentence_pairs(pair.source.text, pair.target.text):
            self.source.add(pair.source.text[slice(*one)])
            self.target.add(pair.target.text[slice(*other)])

    def pair_of(self, unit: int) -> int:
        """Return the number of the pair that a sentence stands in."""
        return bisect(self._firsts, unit) - 1

    def path(self, unit: int) -> str:
        """Return the file that a sentence stands in."""
        return self._paths[bisect(self._starts, self.pair_of(unit)) - 1]

    def place(self, unit: int, phrase: str, other: str) -> _Place | None:
        """Return where the phrases stand in a sentence, if its pair has been read again."""
        number = self.pair_of(unit)
        reading = self.readings.get(number)
        if reading is None:
            return None
        source, target = reading.pair.source.text, reading.pair.target.text
        parts = sentence_pairs(source, target)[unit - self._firsts[number]]
        source_span, target_span = (
            _span(phrase, self.source, source, parts[0]),
            _span(other, self.target, target, parts[1]),
        )
        return _Place(reading, source_span, target_span) if source_span and target_span else None


class _Place(NamedTuple):
    """A term of the source and what stands for it, in a pair."""

    reading: Reading
    source_span: Span
    target_span: Span

    @property
    def related(self) -> Related:
        """The place of the rendering, for an issue to name."""
        target = self.reading.pair.target
        return Related(target.locate(self.target_span), target.text[slice(*self.target_span)])


class _Terms:
    """Keeps the words of each pair of languages, once there are enough pairs for anything to be usual."""

    def __init__(self) -> None:
        self._waiting: defaultdict[_Languages, list[Pair]] = defaultdict(list)
        self._texts: dict[_Languages, _Texts] = {}

    def add(self, reading: Reading) -> None:
        pair = reading.pair
        languages = (pair.source_language.language, str(pair.target_language))  # Taiwan and Hong Kong are two
        texts = self._texts.get(languages)
        if texts is not None:
            if len(texts.numbers) < _MOST:
                texts.add(pair)
        elif can_tell_words(languages[0]) and can_tell_words(pair.target_language.language):
            waiting = self._waiting[languages]
            waiting.append(pair)
            if len(waiting) >= _FEWEST:
                self._texts[languages] = texts = _Texts(languages)
                for other in self._waiting.pop(languages):
                    texts.add(other)

    def issues(self, again: Again) -> Iterator[Issue]:
        found = [(texts, drifts(texts.source, texts.target)) for texts in self._texts.values()]
        _read_again({texts: _shown(listed, texts) for texts, listed in found}, again)
        for texts, listed in found:
            for drift in listed:
                yield from _issues(drift, texts)


def _shown(listed: list[Drift], texts: _Texts) -> set[int]:
    """Return the pairs that are to be shown."""
    return {
        texts.pair_of(shown)
        for drift in listed
        for unit in drift.units
        for shown in (unit, *_nearest(drift.usual_units, unit, texts))
    }


def _nearest(units: tuple[int, ...], unit: int, texts: _Texts) -> list[int]:
    """Return a few of these units, those in the same file first."""
    return sorted(units, key=lambda other: texts.path(other) != texts.path(unit))[:_MOST_RELATED]


def _read_again(wanted: dict[_Texts, set[int]], again: Again) -> None:
    """Give each of the texts the readings that are wanted."""
    awaited = {
        digest: (texts, number)
        for texts, numbers in wanted.items()
        for digest, number in texts.numbers.items()
        if number in numbers
    }
    for reading in again(lambda pair: _digest(pair) in awaited) if awaited else ():
        texts, number = awaited.pop(_digest(reading.pair))
        texts.readings[number] = reading
        if not awaited:
            return


def _digest(pair: Pair) -> int:
    return hash((pair.source_language.language, pair.target_language, pair.source.text, pair.target.text))


def _issues(drift: Drift, texts: _Texts) -> Iterator[Issue]:
    for unit in drift.units:
        place = texts.place(unit, drift.phrase, drift.other)
        near = [texts.place(other, drift.phrase, drift.usual) for other in _nearest(drift.usual_units, unit, texts)]
        usual = tuple(other.related for other in near if other is not None)
        if place is None or not usual or _is_known(place):  # None: the file has changed since the first reading
            continue
        pair = place.reading.pair
        term, found = (pair.source.text[slice(*place.source_span)], pair.target.text[slice(*place.target_span)])
        here = sum(texts.path(other) == texts.path(unit) for other in drift.usual_units)
        where = f"x{here} elsewhere in this file" if here else f"x{len(drift.usual_units)} in other files"
        yield place.reading.issue(
            DRIFTING_TERM,
            DRIFTING_TERM.severity if here and drift.is_confirmed else Severity.NEUTRAL,
            f"{term} is rendered two ways: “{found}” here, “{usual[0].text}” {where}",
            term=term,
            source_span=place.source_span,
            target_span=place.target_span,
            expected=(usual[0].text,),
            related=usual,
        )


def _span(phrase: str, side: Side, text: str, part: Span) -> Span | None:
    """Return where a phrase stands in a part of a text for the first time."""
    sentence = text[slice(*part)]
    at = side.numbered(sentence).find(phrase)
    if at < 0:
        return None
    places = spans(sentence)
    return Span(part.start + places[at].start, part.start + places[at + len(phrase) - 1].end)


def _is_known(place: _Place) -> bool:
    """Return whether the termbase knows the term, or the words that stand for it."""
    reading = place.reading
    return any(o.span.covers(place.source_span) for o in reading.source_found.taken) or any(
        o.span.covers(place.target_span) for rendering in reading.renderings for o in rendering.allowed
    )


CHECK = CorpusCheck(DRIFTING_TERM, _Terms)

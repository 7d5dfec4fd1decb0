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
from zhengming.tmx.drift.corpus import Side
from zhengming.tmx.drift.terms import drifting_terms
from zhengming.tmx.drift.words import can_tell_words, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.checks.kind import Again
    from zhengming.tmx.drift.terms import Drift
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
_FEWEST, _MOST = 20, 40_000
_MOST_RELATED = 5

_Languages = tuple[str, str]


class _Texts:
    """The pairs of one pair of languages: their words as numbers, and what it takes to know them again."""

    def __init__(self, languages: _Languages) -> None:
        self.source, self.target = (Side(tag.partition("-")[0]) for tag in languages)
        self.digests = array("q")
        self._paths: list[str] = []
        self._starts: list[int] = []

    def add(self, pair: Pair) -> None:
        """Take the next pair."""
        path = pair.unit.location.path
        if not self._paths or self._paths[-1] != path:
            self._paths.append(path)
            self._starts.append(len(self.digests))
        self.source.add(pair.source.text)
        self.target.add(pair.target.text)
        self.digests.append(_digest(pair))

    def path(self, unit: int) -> str:
        """Return the file that a unit stands in."""
        return self._paths[bisect(self._starts, unit) - 1]


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
            if len(texts.digests) < _MOST:
                texts.add(pair)
        elif can_tell_words(languages[0]) and can_tell_words(pair.target_language.language):
            waiting = self._waiting[languages]
            waiting.append(pair)
            if len(waiting) >= _FEWEST:
                self._texts[languages] = texts = _Texts(languages)
                for other in self._waiting.pop(languages):
                    texts.add(other)

    def issues(self, again: Again) -> Iterator[Issue]:
        found = [(texts, drifting_terms(texts.source, texts.target)) for texts in self._texts.values()]
        wanted = {
            texts.digests[unit]
            for texts, drifts in found
            for drift in drifts
            for unit in (*drift.units, *drift.usual_units)
        }
        if not wanted:
            return
        readings = {_digest(reading.pair): reading for reading in again(lambda pair: _digest(pair) in wanted)}
        for texts, drifts in found:
            for drift in drifts:
                yield from _issues(drift, texts, readings)


def _digest(pair: Pair) -> int:
    return hash((str(pair.target_language), pair.source.text, pair.target.text))


def _issues(drift: Drift, texts: _Texts, readings: dict[int, Reading]) -> Iterator[Issue]:
    for unit in drift.units:
        reading = readings.get(texts.digests[unit])
        if reading is None:  # the file has changed since the first reading
            continue
        source, target = reading.pair.source, reading.pair.target
        source_span = _span(drift.phrase, texts.source, source.text)
        target_span = _span(drift.other, texts.target, target.text)
        usual = _usual(drift, unit, texts, readings)
        if source_span is None or target_span is None or not usual or _is_known(reading, source_span, target_span):
            continue
        term = source.text[slice(*source_span)]
        here = [other for other in drift.usual_units if texts.path(other) == texts.path(unit)]
        where = f"x{len(here)} elsewhere in this file" if here else f"x{len(drift.usual_units)} in other files"
        yield reading.issue(
            DRIFTING_TERM,
            DRIFTING_TERM.severity if here and drift.is_confirmed else Severity.NEUTRAL,
            f"{term} is rendered two ways: “{target.text[slice(*target_span)]}” here, “{usual[0].text}” {where}",
            term=term,
            source_span=source_span,
            target_span=target_span,
            expected=(usual[0].text,),
            related=usual,
        )


def _usual(drift: Drift, unit: int, texts: _Texts, readings: dict[int, Reading]) -> tuple[Related, ...]:
    """Return where the usual rendering stands, this unit's file first."""
    nearest = sorted(drift.usual_units, key=lambda other: texts.path(other) != texts.path(unit))
    return tuple(_related(drift.usual, texts, [readings.get(texts.digests[o]) for o in nearest[:_MOST_RELATED]]))


def _related(usual: str, texts: _Texts, readings: Iterable[Reading | None]) -> Iterator[Related]:
    for reading in readings:
        span = None if reading is None else _span(usual, texts.target, reading.pair.target.text)
        if reading is not None and span is not None:
            yield Related(reading.pair.target.locate(span), reading.pair.target.text[slice(*span)])


def _span(phrase: str, side: Side, text: str) -> Span | None:
    """Return where a phrase stands in a text for the first time."""
    at = side.numbered(text).find(phrase)
    if at < 0:
        return None
    places = spans(text)
    return Span(places[at].start, places[at + len(phrase) - 1].end)


def _is_known(reading: Reading, source_span: Span, target_span: Span) -> bool:
    """Return whether the termbase knows the term, or the words that stand for it."""
    return any(o.span.covers(source_span) for o in reading.source_found.taken) or any(
        o.span.covers(target_span) for rendering in reading.renderings for o in rendering.allowed
    )


CHECK = CorpusCheck(DRIFTING_TERM, _Terms)

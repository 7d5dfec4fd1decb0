"""C004: a recurring term that no termbase knows, rendered in two ways."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.drift_texts import Texts, digest
from zhengming.tmx.checks.kind import CorpusCheck
from zhengming.tmx.drift import drifts
from zhengming.tmx.drift.words import can_tell_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.checks.drift_texts import Languages, Place
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
_FEWEST, _MOST = 20, 12_000
_MOST_RELATED = 5


class _Terms:
    """Keeps the words of each pair of languages, once there are enough pairs for anything to be usual."""

    def __init__(self) -> None:
        self._waiting: defaultdict[Languages, list[Pair]] = defaultdict(list)
        self._texts: dict[Languages, Texts] = {}
        self._found: list[tuple[Texts, list[Drift]]] = []
        self._awaited: dict[int, tuple[Texts, int]] = {}

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
                self._texts[languages] = texts = Texts(languages)
                for other in self._waiting.pop(languages):
                    texts.add(other)

    def wanted(self) -> Callable[[Pair], bool] | None:
        self._found = [(texts, drifts(texts.source, texts.target)) for texts in self._texts.values()]
        for texts, listed in self._found:
            shown = _shown(listed, texts)
            self._awaited |= {known: (texts, number) for known, number in texts.numbers.items() if number in shown}
        return (lambda pair: digest(pair) in self._awaited) if self._awaited else None

    def issues(self, readings: Iterable[Reading]) -> Iterator[Issue]:
        for reading in readings:
            texts, number = self._awaited[digest(reading.pair)]
            texts.readings.setdefault(number, reading)
        for texts, listed in self._found:
            for drift in listed:
                yield from _issues(drift, texts)


def _shown(listed: list[Drift], texts: Texts) -> set[int]:
    """Return the pairs that are to be shown."""
    return {
        texts.pair_of(shown)
        for drift in listed
        for unit in drift.units
        for shown in (unit, *_nearest(drift.usual_units, unit, texts))
    }


def _nearest(units: tuple[int, ...], unit: int, texts: Texts) -> list[int]:
    """Return a few of these units, those in the same file first."""
    return sorted(units, key=lambda other: texts.path(other) != texts.path(unit))[:_MOST_RELATED]


def _issues(drift: Drift, texts: Texts) -> Iterator[Issue]:
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


def _is_known(place: Place) -> bool:
    """Return whether the termbase knows the term, or the words that stand for it."""
    reading = place.reading
    return any(o.span.covers(place.source_span) for o in reading.source_found.taken) or any(
        o.span.covers(place.target_span) for rendering in reading.renderings for o in rendering.allowed
    )


CHECK = CorpusCheck(DRIFTING_TERM, _Terms)

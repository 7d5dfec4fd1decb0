"""C005: two source segments that differ in one word or number, and targets that have little in common."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Related
from zhengming.termbase.position import Span
from zhengming.termbase.text.script import HAN, is_unspaced_language
from zhengming.tmx.checks.kind import CorpusCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.pair import Pair
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "NEAR_DUPLICATE_DIVERGES"]

NEAR_DUPLICATE_DIVERGES = Check(
    code="C005",
    name="near-duplicate-diverges",
    mqm="inconsistent-style",
    its="inconsistency",
    severity=Severity.NEUTRAL,
)
_NUMBER = re.compile(r"\d[\d.,]*")
_TOKENS = re.compile(rf"#|[{HAN}]|[^\W\d_{HAN}]+")
#: Shorter segments are labels, and longer ones are no near duplicates by a word.
_FEWEST_WORDS, _FEWEST_CHARACTERS, _MOST_CHARACTERS = 6, 10, 1_000
#: One word in so many may differ, one Chinese character in half as many.
_ONE_IN = 8
#: Targets that begin or end alike have much in common; so much of them is looked at.
_EDGE = 12
#: Of targets that are less alike than this the difference of the sources is no explanation.
_LEAST_ALIKE = 0.4
#: Comparing takes long; more than this is a memory of two translations, and C001 has told so.
_MOST_COMPARED = 2_000


class _Seen(NamedTuple):
    """What is kept of a pair: a digest of the whole, and those of how its target begins and ends."""

    digest: int
    beginning: int
    end: int


class _Segments:
    """Keeps two digests a source, of its first and its second half: a changed word leaves one of them as it was."""

    def __init__(self) -> None:
        self._last: dict[int, _Seen] = {}
        self._suspects: dict[tuple[int, int], None] = {}

    def add(self, reading: Reading) -> None:
        pair = reading.pair
        source = _words(pair)
        if not source or not pair.target.text:
            return
        target = _masked(pair.target.text)
        seen = _Seen(_digest(pair), hash(target[:_EDGE]), hash(target[-_EDGE:]))
        middle, languages = len(source) // 2, (pair.source_language.language, pair.target_language)
        for half in (source[:middle], source[middle:]):
            key = hash((languages, len(source), half))
            before = self._last.setdefault(key, seen)
            if before.digest != seen.digest and before.beginning != seen.beginning and before.end != seen.end:
                self._suspects[before.digest, seen.digest] = None

    def _compared(self) -> list[tuple[int, int]]:
        return list(self._suspects)[:_MOST_COMPARED]

    def wanted(self) -> Callable[[Pair], bool] | None:
        digests = {digest for pair in self._compared() for digest in pair}
        return (lambda pair: _digest(pair) in digests) if digests else None

    def issues(self, readings: Iterable[Reading]) -> Iterator[Issue]:
        found: dict[int, Reading] = {}
        for reading in readings:
            found.setdefault(_digest(reading.pair), reading)
        told: set[int] = set()
        for one, other in self._compared():
            if one in found and other in found and other not in told and _diverge(found[one], found[other]):
                told.add(other)
                yield _issue(found[other], found[one])


def _digest(pair: Pair) -> int:
    return hash((pair.source_language.language, pair.target_language, pair.source.text, pair.target.text))


def _masked(text: str) -> str:
    """Return a text with a number a number, whatever its digits."""
    return _NUMBER.sub("#", text.lower())


def _words(pair: Pair) -> tuple[str, ...] | str:
    """Return the words of a source, or its characters if words are not parted; nothing if it is too short or long."""
    text = pair.source.text
    if not _FEWEST_CHARACTERS <= len(text) <= _MOST_CHARACTERS:
        return ""
    masked = _masked(text)
    if is_unspaced_language(pair.source_language.language):
        return masked
    words = tuple(masked.split())
    return words if len(words) >= _FEWEST_WORDS else ""


def _diverge(one: Reading, other: Reading) -> bool:
    """Return whether the sources are nearly alike, and the targets by no means."""
    if one.pair.source.text == other.pair.source.text:
        return False  # C001
    ones, others = _words(one.pair), _words(other.pair)
    differing = sum(first != second for first, second in zip(ones, others, strict=False))
    if differing * (_ONE_IN // 2 if isinstance(ones, str) else _ONE_IN) > len(ones):
        return False
    first, second = (_TOKENS.findall(_masked(reading.pair.target.text)) for reading in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() < _LEAST_ALIKE


def _issue(reading: Reading, model: Reading) -> Issue:
    target = model.pair.target
    return reading.issue(
        NEAR_DUPLICATE_DIVERGES,
        NEAR_DUPLICATE_DIVERGES.severity,
        f"nearly the same source, quite another target: “{target.text}” for “{model.pair.source.text}”",
        term=reading.pair.source.text,
        target_span=Span(0, len(reading.pair.target.text)),
        related=(Related(target.locate(Span(0, len(target.text))), target.text),),
    )


CHECK = CorpusCheck(NEAR_DUPLICATE_DIVERGES, _Segments)

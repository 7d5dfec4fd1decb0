"""C001: one source segment with more than one target. Never "source inconsistency": vendors mean opposite things."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Related
from zhengming.termbase.position import Span
from zhengming.termbase.text.normal import fold_characters
from zhengming.tmx.checks.kind import CorpusCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.position import Location
    from zhengming.tmx.checks.kind import Again
    from zhengming.tmx.pair import Pair
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "SAME_SOURCE_DIFFERENT_TARGETS"]

SAME_SOURCE_DIFFERENT_TARGETS = Check(
    code="C001",
    name="same-source-different-targets",
    mqm="inconsistent-style",
    its="inconsistency",
    severity=Severity.MINOR,
)
_MOST_RELATED = 5
_IGNORED = re.compile(r"[\s.,;:!?。，；：！？、\"'“”‘’()（）-]+")


class _Targets:
    """Remembers a hash for each source and target; texts are read again for the sources that have two targets."""

    def __init__(self) -> None:
        self._target_of: dict[int, int] = {}
        self._torn: set[int] = set()

    def add(self, reading: Reading) -> None:
        pair = reading.pair
        if pair.source.text.strip() and pair.target.text.strip():
            source = hash(_key(pair))
            if self._target_of.setdefault(source, target := hash(_plain(pair.target.text))) != target:
                self._torn.add(source)

    def issues(self, again: Again) -> Iterator[Issue]:
        if not self._torn:
            return
        groups: dict[tuple[str, str, str, str], list[Reading]] = defaultdict(list)
        for reading in again(lambda pair: bool(pair.target.text.strip()) and hash(_key(pair)) in self._torn):
            groups[_key(reading.pair)].append(reading)
        for readings in groups.values():
            yield from _differing(readings)


def _key(pair: Pair) -> tuple[str, str, str, str]:
    source = " ".join(fold_characters(pair.source.text).split())
    return str(pair.source_language), str(pair.target_language), source, pair.unit.context


def _plain(text: str) -> str:
    """Fold what no reader would call another translation: case, spacing, punctuation."""
    return _IGNORED.sub(" ", fold_characters(text)).strip()


def _differing(readings: list[Reading]) -> Iterator[Issue]:
    counts = Counter(_plain(reading.pair.target.text) for reading in readings)
    usual, uses = counts.most_common(1)[0]  # the first of equals, in the order of reading
    if len(counts) == 1:
        return
    model = next(reading for reading in readings if _plain(reading.pair.target.text) == usual)
    places = tuple(
        Related(_place(reading), reading.pair.target.text)
        for reading in readings
        if _plain(reading.pair.target.text) == usual
    )[:_MOST_RELATED]
    for reading in readings:
        if _plain(reading.pair.target.text) != usual:
            yield reading.issue(
                SAME_SOURCE_DIFFERENT_TARGETS,
                SAME_SOURCE_DIFFERENT_TARGETS.severity,
                f"same source, different targets: elsewhere “{model.pair.target.text}” x{uses}",
                term=reading.pair.source.text,
                target_span=Span(0, len(reading.pair.target.text)),
                expected=(model.pair.target.text,),
                related=places,
            )


def _place(reading: Reading) -> Location:
    target = reading.pair.target
    return target.locate(Span(0, len(target.text)))


CHECK = CorpusCheck(SAME_SOURCE_DIFFERENT_TARGETS, _Targets)

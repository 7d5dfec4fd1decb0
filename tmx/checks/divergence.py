"""What C001 and C002 share: one text on one side, two on the other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from zhengming.termbase.issue import Related
from zhengming.termbase.position import Span
from zhengming.termbase.text.normal import fold_characters
from zhengming.tmx.checks.kind import CorpusCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.check import Check
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.model import Segment
    from zhengming.tmx.pair import Pair
    from zhengming.tmx.render import Reading

__all__ = ["divergence_check", "key", "plain"]

_MOST_RELATED = 5
_IGNORED = re.compile(r"[\s.,;:!?。，；：！？、\"'“”‘’()（）-]+")


def divergence_check(check: Check, same: Callable[[Pair], Segment], other: Callable[[Pair], Segment]) -> CorpusCheck:
    """Return the check of pairs that are the same on one side and differ on the other."""
    return CorpusCheck(check, partial(_Divergences, check, same, other))


@dataclass(slots=True)
class _Divergences:
    """Remembers a hash for either side; texts are read again for those that have two counterparts."""

    check: Check
    same: Callable[[Pair], Segment]
    other: Callable[[Pair], Segment]
    _counterpart: dict[int, int] = field(default_factory=dict[int, int])
    _torn: set[int] = field(default_factory=set[int])

    def add(self, reading: Reading) -> None:
        pair = reading.pair
        if pair.source.text.strip() and pair.target.text.strip():
            text = hash(self._key(pair))
            if self._counterpart.setdefault(text, one := hash(plain(self.other(pair).text))) != one:
                self._torn.add(text)

    def wanted(self) -> Callable[[Pair], bool] | None:
        if not self._torn:
            return None
        return lambda pair: bool(self.other(pair).text.strip()) and hash(self._key(pair)) in self._torn

    def issues(self, readings: Iterable[Reading]) -> Iterator[Issue]:
        groups: dict[tuple[str, str, str, str], list[Reading]] = defaultdict(list)
        for reading in readings:
            groups[self._key(reading.pair)].append(reading)
        for group in groups.values():
            yield from self._differing(group)

    def _key(self, pair: Pair) -> tuple[str, str, str, str]:
        return key(pair, self.same(pair))

    def _differing(self, readings: list[Reading]) -> Iterator[Issue]:
        texts = [plain(self.other(reading.pair).text) for reading in readings]
        counts = Counter(texts)
        # Of equals the longest, not the first: a file in another order must have the same issues.
        usual, uses = min(counts.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
        if len(counts) == 1:
            return
        models = [reading for reading, text in zip(readings, texts, strict=True) if text == usual]
        model = self.other(models[0].pair).text
        places = tuple(_related(self.other(reading.pair)) for reading in models[:_MOST_RELATED])
        what = self.check.name.replace("same-", "same ").replace("-different-", ", different ")
        for reading, text in zip(readings, texts, strict=True):
            if text != usual:
                target = reading.pair.target
                yield reading.issue(
                    self.check,
                    self.check.severity,
                    f"{what}: elsewhere “{model}” x{uses}",
                    term=reading.pair.source.text,
                    target_span=Span(0, len(target.text)),
                    expected=(model,) if self.other(reading.pair) is target else (),
                    related=places,
                )


def key(pair: Pair, segment: Segment) -> tuple[str, str, str, str]:
    """Return what two pairs share if they say the same on the side of that segment."""
    text = " ".join(fold_characters(segment.text).split())
    return str(pair.source_language), str(pair.target_language), text, pair.unit.context


def plain(text: str) -> str:
    """Fold what no reader would call another text: case, spacing, punctuation."""
    return _IGNORED.sub(" ", fold_characters(text)).strip()


def _related(segment: Segment) -> Related:
    return Related(segment.locate(Span(0, len(segment.text))), segment.text)

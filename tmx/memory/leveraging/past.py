"""What memories hold, to be asked how well a segment is known."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

from zhengming.termbase.language import parse
from zhengming.tmx.memory.leveraging.nearest import Nearest
from zhengming.tmx.memory.leveraging.sources import Source, between_neighbours, passage_of
from zhengming.tmx.memory.similarity import CONTEXT, EXACT, Likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.memory.leveraging.sources import Surroundings
    from zhengming.tmx.memory.masking import Masked
    from zhengming.tmx.memory.similarity import Passage
    from zhengming.tmx.model import TranslationUnit, TranslationUnitVariant

__all__ = ["Memory", "Past"]


class Memory(Protocol):
    """Translations that can be read: a file, or what has been taken in from many."""

    def read(self, report: Callable[[Issue], None], /) -> Iterator[TranslationUnit]:
        """Yield the units; faults go to `report`."""
        ...


class Past:
    """The segments of memories in the languages wanted, whichever of a unit's languages is called its source."""

    def __init__(self, languages: Collection[str]) -> None:
        self._nearest = {language: Nearest(language) for language in languages}
        self._exact: defaultdict[bytes, list[_Known]] = defaultdict(list)

    def read(self, memory: Memory, report: Callable[[Issue], None]) -> None:
        """Take in the units of a file that have text in two languages."""
        for language in self._nearest:
            for source, around in between_neighbours(_said(memory, language, report)):
                self._add(source, around)

    def _add(self, source: Source, around: Surroundings) -> None:
        known = self._exact[_digest(source.passage.language, source.passage.text)]
        if not known:
            self._nearest[source.passage.language].add(source.passage)
        same = next((one for one in known if one.passage.codes == source.passage.codes), None)
        if same is None:
            same = _Known(source.passage)
            known.append(same)
        same.add(around)

    def score(self, source: Source, around: Surroundings, masked: Masked) -> int:
        """Return 101 for the same text in the same context, 100 for the same text, else how like the likest is."""
        same = self._exact.get(_digest(source.passage.language, source.passage.text))
        if not same:
            return self._nearest[source.passage.language].best(source.passage, masked)
        likeness = Likeness(source.passage, masked)
        scores = ((likeness.of(known.passage), known.has(around)) for known in same)
        return max(CONTEXT if score == EXACT and is_same_place else score for score, is_same_place in scores)


class _Known:
    """A text with its codes, and in which places it stood."""

    __slots__ = ("_contexts", "_neighbours", "passage")

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._contexts: set[bytes] = set()
        self._neighbours: set[bytes] = set()

    def add(self, around: Surroundings) -> None:
        if around.context:
            self._contexts.add(_digest(around.context))
        self._neighbours.add(_digest(around.before, around.after))

    def has(self, around: Surroundings) -> bool:
        return _digest(around.before, around.after) in self._neighbours or _digest(around.context) in self._contexts


def _said(memory: Memory, language: str, report: Callable[[Issue], None]) -> Iterator[Source]:
    """Yield what a memory has in a language, where there is a translation beside it."""
    for unit in memory.read(report):
        for variant in _translated(unit):
            tag = parse(variant.language) if variant.language else None
            if tag is not None and tag.language == language:
                yield Source(passage_of(variant, language), unit.context, is_locked=False)
                break


def _translated(unit: TranslationUnit) -> Iterator[TranslationUnitVariant]:
    said = [variant for variant in unit.variants if variant.segment.text.strip()]
    return iter(said if len(said) > 1 else ())


def _digest(*parts: str) -> bytes:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()

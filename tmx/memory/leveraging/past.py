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
        #: the same text, by its digest: the codes in it, and around what it stood
        self._exact: defaultdict[bytes, list[tuple[Passage, bytes, bytes]]] = defaultdict(list)

    def read(self, memory: Memory, report: Callable[[Issue], None]) -> None:
        """Take in the units of a file that have text in two languages."""
        for language in self._nearest:
            for source, around in between_neighbours(_said(memory, language, report)):
                self._add(source, around)

    def _add(self, source: Source, around: Surroundings) -> None:
        known = self._exact[_digest(source.passage.language, source.passage.text)]
        if not known:
            self._nearest[source.passage.language].add(source.passage)
        entry = (source.passage, *_of_surroundings(around))
        if entry not in known:
            known.append(entry)

    def score(self, source: Source, around: Surroundings, masked: Masked) -> int:
        """Return 101 for the same text in the same context, 100 for the same text, else how like the likest is."""
        context, neighbours = _of_surroundings(around)
        likeness = None
        best = 0
        for passage, other_context, other_neighbours in self._exact.get(
            _digest(source.passage.language, source.passage.text), ()
        ):
            likeness = likeness or Likeness(source.passage, masked)
            score = likeness.of(passage)
            is_same_place = (around.context and context == other_context) or neighbours == other_neighbours
            best = max(best, CONTEXT if score == EXACT and is_same_place else score)
        return best or self._nearest[source.passage.language].best(source.passage, masked)


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


def _of_surroundings(around: Surroundings) -> tuple[bytes, bytes]:
    return _digest(around.context), _digest(around.before, around.after)


def _digest(*parts: str) -> bytes:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()

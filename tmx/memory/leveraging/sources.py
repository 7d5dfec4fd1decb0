"""The source segments of files, in their order, each between its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.memory.similarity import Passage
from zhengming.tmx.pair import source_variant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.document import Document
    from zhengming.tmx.model import TranslationUnitVariant

__all__ = ["Source", "Surroundings", "between_neighbours", "passage_of", "sources"]

#: What stands before the first segment and behind the last.
_NOTHING = ""


class Source(NamedTuple):
    """A segment to be translated."""

    passage: Passage
    context: str
    is_locked: bool


class Surroundings(NamedTuple):
    """What a match in context has in common besides the text: what the format says, or both neighbours."""

    context: str
    before: str
    after: str


def sources(document: Document, report: Callable[[Issue], None]) -> Iterator[Source]:
    """Yield the segments of a file that have text, whether or not they are translated."""
    for unit in document.read(report):
        found = source_variant(unit, document.wanted.source_language)
        if found is not None and found[0].segment.text.strip():
            variant, tag = found
            yield Source(passage_of(variant, tag.language), unit.context, unit.is_locked)


def passage_of(variant: TranslationUnitVariant, language: str) -> Passage:
    """Return the text of a variant with its codes, to be compared."""
    return Passage(variant.segment.text, language, variant.segment.codes)


def between_neighbours(met: Iterable[Source]) -> Iterator[tuple[Source, Surroundings]]:
    """Yield each segment with what stands around it."""
    before, current = _NOTHING, None
    for following in met:
        if current is not None:
            yield current, Surroundings(current.context, before, following.passage.text)
            before = current.passage.text
        current = following
    if current is not None:
        yield current, Surroundings(current.context, before, _NOTHING)

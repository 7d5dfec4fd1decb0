"""The analysis of files before they are translated: what is known from memories, what repeats, what is new."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.memory.leveraging.nearest import Nearest
from zhengming.tmx.memory.leveraging.past import Past
from zhengming.tmx.memory.leveraging.rows import LOCKED, REPETITION, row_of
from zhengming.tmx.memory.leveraging.sources import between_neighbours, sources
from zhengming.tmx.memory.masking import mask
from zhengming.tmx.memory.similarity import EXACT, Likeness
from zhengming.tmx.memory.volume import NOTHING, Volume, volume

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.document import Document
    from zhengming.tmx.memory.leveraging.past import Memory
    from zhengming.tmx.memory.leveraging.rows import Row
    from zhengming.tmx.memory.leveraging.sources import Source
    from zhengming.tmx.memory.masking import Masked
    from zhengming.tmx.memory.similarity import Passage

__all__ = ["Analysis", "analyse", "total"]


class Analysis(NamedTuple):
    """How much of a file is what; rows that nothing is in are left out."""

    path: str
    languages: tuple[str, ...]
    volumes: dict[Row, Volume]

    @property
    def whole(self) -> Volume:
        """All of the file."""
        found = NOTHING
        for one in self.volumes.values():
            found = found.plus(one)
        return found


def analyse(
    documents: Sequence[Document], memories: Sequence[Memory], report: Callable[[Issue], None]
) -> Iterator[Analysis]:
    """Yield the analysis of each file, in their order: what has been met in one is a repetition in the next.

    A segment counts once, in the first row that is its due: locked; in a memory in the same context; met before; in a
    memory; like one in a memory or like one met before, whichever is likelier; new.
    """
    languages = {source.passage.language for document in documents for source in sources(document, _ignore)}
    past, present = Past(languages), _Present()
    for memory in memories:
        past.read(memory, report)
    for document in documents:
        volumes: defaultdict[Row, Volume] = defaultdict(lambda: NOTHING)
        spoken: dict[str, None] = {}
        for source, around in between_neighbours(sources(document, report)):
            spoken[source.passage.language] = None
            masked = mask(source.passage.text, source.passage.language)
            row = _row(source, present, past.score(source, around, masked), masked)
            volumes[row] = volumes[row].plus(volume(source.passage.text))
        yield Analysis(document.path, tuple(spoken), dict(volumes))


def _row(source: Source, present: _Present, known: int, masked: Masked) -> Row:
    if source.is_locked:
        return LOCKED
    is_repeated = present.has(source.passage, masked)
    if is_repeated and known <= EXACT:
        return REPETITION
    internal = present.best(source.passage, masked) if known < EXACT else 0
    if not is_repeated:
        present.add(source.passage, masked)
    return row_of(known, internal)


class _Present:
    """The segments met so far, each once."""

    def __init__(self) -> None:
        self._met: defaultdict[str, list[Passage]] = defaultdict(list)
        self._nearest: dict[str, Nearest] = {}

    def has(self, passage: Passage, masked: Masked) -> bool:
        """Return whether the same text with the same codes has been met."""
        met = self._met.get(passage.text, ())
        return bool(met) and any(Likeness(passage, masked).of(other) == EXACT for other in met)

    def best(self, passage: Passage, masked: Masked) -> int:
        """Return how like the likest is."""
        nearest = self._nearest.get(passage.language)
        return nearest.best(passage, masked) if nearest is not None else 0

    def add(self, passage: Passage, masked: Masked) -> None:
        """Take a segment that has not been met."""
        self._met[passage.text].append(passage)
        if passage.language not in self._nearest:
            self._nearest[passage.language] = Nearest(passage.language)
        self._nearest[passage.language].add(passage, masked)


def total(analyses: Sequence[Analysis]) -> dict[Row, Volume]:
    """Return all files together."""
    found: defaultdict[Row, Volume] = defaultdict(lambda: NOTHING)
    for analysis in analyses:
        for row, one in analysis.volumes.items():
            found[row] = found[row].plus(one)
    return dict(found)


def _ignore(issue: Issue) -> None:
    """Take a fault that is told when the file is read for its segments."""

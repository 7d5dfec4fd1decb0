"""How the files of a project use a concept: what was accepted for it and why, and where nothing was found."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zhengming.cli.checking import prepare
from zhengming.cli.notes import note
from zhengming.tmx.account import of_concept
from zhengming.tmx.render import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.settings import Settings
    from zhengming.termbase.position import Location
    from zhengming.tmx.account import Point

__all__ = ["uses"]

#: What differs from place to place, so that it would part uses that are alike.
_OF_THE_PLACE = frozenset({"before"})


def uses(concept: str, settings: Settings) -> Iterator[tuple[tuple[Point, ...], list[Location]]]:
    """Yield each way in which the concept is used, with the places, the commonest first."""
    task = prepare((), settings, note)
    reader = Reader(task.termbase, settings.english)
    places: defaultdict[tuple[Point, ...], list[Location]] = defaultdict(list)
    for document in task.documents:
        reader.begin()
        for pair in document.pairs(lambda _: None):
            reading = reader.read(pair)
            first = next(reading.source_found.of({concept}), None)
            if first is not None:
                points = [point for point in of_concept(concept, reading) if point.label not in _OF_THE_PLACE]
                places[tuple(dict.fromkeys(points))].append(pair.source.locate(first.span))
    yield from sorted(places.items(), key=lambda use: -len(use[1]))

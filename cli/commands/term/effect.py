"""What a concept would do here: how many units hold it, and which of them would be issues."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.cli.files import find
from zhengming.cli.report.summary import counted
from zhengming.termbase.concept import Standing, Termbase
from zhengming.tmx.checks import deprecated_term, missing_term
from zhengming.tmx.document import Document
from zhengming.tmx.render import Reader

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from zhengming.cli.settings import Settings
    from zhengming.termbase.concept import Concept
    from zhengming.tmx.render import Reading

__all__ = ["effect", "occurrences"]

_CHECKS = (missing_term.CHECK, deprecated_term.CHECK)


def occurrences(concepts: Collection[str], termbase: Termbase, settings: Settings) -> dict[str, int]:
    """Return in how many units of the project's files each of the concepts (by id) occurs."""
    counts: Counter[str] = Counter()
    for reading in _readings(termbase, settings):
        counts.update({rendering.concept.id for rendering in reading.renderings} & set(concepts))
    return counts


def effect(concept: Concept, termbase: Termbase, settings: Settings) -> str:
    """Return, in a line, what happens in the project's files once the concept is approved."""
    approved = replace(concept, status=Standing.APPROVED)
    units, codes = 0, Counter[str]()
    for reading in _readings(Termbase((*termbase.concepts, approved)), settings):
        if any(rendering.concept.id == concept.id for rendering in reading.renderings):
            units += 1
            found = {
                issue.check.code for check in _CHECKS for issue in check.examine(reading) if issue.concept == concept.id
            }
            codes.update(found or ["pass"])
    name = concept.terms[0].text
    if not units:
        return f"effect here: no unit holds {name}"
    passing = codes.pop("pass", 0)
    failing = [f"{count:,} would be {code}" for code, count in sorted(codes.items())]
    holding = f"{counted(units, 'unit')} {'holds' if units == 1 else 'hold'} {name}"
    return f"effect here: {holding}; {', '.join((f'{passing:,} pass', *failing))}"


def _readings(termbase: Termbase, settings: Settings) -> Iterator[Reading]:
    reader = Reader(termbase)
    for path in find((), settings, lambda _: None).documents:
        document = Document(str(path), settings.wanted, settings.choice)
        reader.begin()
        yield from map(reader.read, document.pairs(lambda _: None))

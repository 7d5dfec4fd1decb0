"""What is lost on the way to a target: counted by kind where it has no place, named where it breaks a rule there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zhengming.termbase.concept import Enforcement
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.language import agree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.target import Languages

__all__ = ["Losses", "bounded", "unheld"]


class Losses(Counter[str]):
    """How often something had no place, by kind; `refused` is a line for each thing that the target would reject."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[str] = []

    def refuse(self, concept: Concept, text: str, why: str) -> None:
        """Tell that something of this concept was left out because the target would not take it."""
        self.refused.append(f"{concept.id} “{text}”: {why}")


def unheld(concept: Concept, languages: Languages, lost: Losses, holds: Collection[str] = ()) -> None:
    """Count what the concept has beside allowed terms in the two languages, less the kinds that the target holds."""
    for kind, number in _kinds(concept, languages):
        if kind not in holds:
            lost[kind] += number


def _kinds(concept: Concept, languages: Languages) -> Iterator[tuple[str, int]]:
    served = [term for term in concept.terms if languages.include(term.language)]
    deprecated = [term for term in served if not term.is_allowed]
    wrong = [agree(languages.target, term.language) for term in deprecated if "soft" not in term.labels]
    yield "terms in other languages", len(concept.terms) - len(served)
    yield "deprecated source terms", wrong.count(False)
    yield "deprecated terms", wrong.count(True)
    yield "deprecated terms that are right elsewhere", len(deprecated) - len(wrong)
    yield "labels", sum(len(term.labels) for term in served)
    yield "subject fields", bool(concept.subject_field)
    yield "parts of speech", bool(concept.part_of_speech)
    yield "check policies", concept.check is not Enforcement.STRICT
    yield "definitions", bool(concept.definition)
    yield "notes", bool(concept.note)
    yield "sources", bool(concept.source)
    yield "confidences", bool(concept.confidence)
    yield "cells of other columns", sum(bool(cell) for _, cell in concept.others)


def bounded(data: bytes, most: int, of: str) -> bytes:
    """Return the file, which may be no larger. Raise InvalidSettings: half a glossary would be worse than none."""
    if len(data) > most:
        remedy = "export the concepts of one text only: --text FILE"
        raise InvalidSettings(f"{of} takes {most:,} bytes, this would be {len(data):,}; {remedy}")
    return data

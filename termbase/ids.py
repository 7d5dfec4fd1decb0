"""The ids of concepts: letters and a number (EC001), sorted as people sort them (C2 before C10)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.concept import Concept

__all__ = ["next_ids", "order", "prefix_of"]

_NUMBERED = re.compile(r"(?P<prefix>.*?)(?P<number>\d+)", re.DOTALL)
_PARTS = re.compile(r"(\d+)")
_NEW = "TB"
_DIGITS = 3


def order(concept_id: str) -> tuple[tuple[str, int], ...]:
    """Return the key that sorts ids: numbers by value, the letters between them as such."""
    parts = _PARTS.split(concept_id)
    return tuple((parts[i], int(parts[i + 1]) if i + 1 < len(parts) else -1) for i in range(0, len(parts), 2))


def prefix_of(concepts: Iterable[Concept], subject_field: str) -> str:
    """Return the letters that most ids of the subject field begin with; for a field without ids, "TB"."""
    found = Counter(
        match["prefix"]
        for concept in concepts
        if concept.subject_field == subject_field and (match := _NUMBERED.fullmatch(concept.id))
    )
    return found.most_common(1)[0][0] if found else _NEW


def next_ids(taken: Iterable[str], prefix: str) -> Iterable[str]:
    """Yield the ids of that prefix above the highest taken: a struck-out id is never given to another concept."""
    matches = [m for concept_id in taken if (m := _NUMBERED.fullmatch(concept_id)) and m["prefix"] == prefix]
    digits = max((len(match["number"]) for match in matches), default=_DIGITS)
    number = max((int(match["number"]) for match in matches), default=0)
    while True:
        number += 1
        yield f"{prefix}{number:0{digits}}"

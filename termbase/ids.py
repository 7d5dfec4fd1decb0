"""The ids of concepts: letters and a number (EC001), sorted as people sort them (C2 before C10)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.concept import Concept

__all__ = ["Ids", "order", "prefix_of", "prefixes"]

_DIGITS = 3
#: A longer row of digits is no number that anybody counts with, and Python makes none of 5,000.
_MOST_DIGITS = 30
_PARTS = re.compile(rf"(\d{{1,{_MOST_DIGITS}}})")


def order(concept_id: str) -> tuple[tuple[str, int], ...]:
    """Return the key that sorts ids: numbers by value, the letters between them as such."""
    parts = _PARTS.split(concept_id)
    return tuple((parts[i], int(parts[i + 1]) if i + 1 < len(parts) else -1) for i in range(0, len(parts), 2))


def prefix_of(concept_id: str) -> str:
    """Return the letters of an id, without the number at its end."""
    return _parted(concept_id)[0]


def prefixes(concepts: Iterable[Concept]) -> dict[str, str]:
    """Return, for each subject field that has numbered ids, the letters that most of them begin with."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for concept in concepts:
        prefix, number = _parted(concept.id)
        if number:
            found[concept.subject_field][prefix] += 1
    return {subject_field: counts.most_common(1)[0][0] for subject_field, counts in found.items()}


class Ids:
    """The ids that are taken, and the next free one of any prefix."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken: set[str] = set()
        self._highest: dict[str, tuple[int, int]] = {}
        for concept_id in taken:
            self.take(concept_id)

    def __contains__(self, concept_id: str) -> bool:
        return concept_id in self._taken

    def take(self, concept_id: str) -> str:
        """Return the id, which nobody else will get."""
        self._taken.add(concept_id)
        prefix, number = _parted(concept_id)
        if number:
            digits, highest = self._highest.get(prefix, (0, 0))
            self._highest[prefix] = max(digits, len(number)), max(highest, int(number))
        return concept_id

    def next(self, prefix: str) -> str:
        """Take the id above the highest of that prefix: a struck-out id is never given to another concept."""
        digits, number = self._highest.get(prefix, (_DIGITS, 0))
        concept_id = prefix
        while concept_id == prefix or concept_id in self._taken:  # C1 may be asked for as the letters of C1001
            number += 1
            concept_id = f"{prefix}{number:0{digits}}"
        self._highest[prefix] = digits, number
        return self.take(concept_id)


def _parted(concept_id: str) -> tuple[str, str]:
    """Return the letters of an id and the number at its end, or "" if it has none that counts anything."""
    prefix = concept_id.rstrip("0123456789")
    number = concept_id[len(prefix) :]
    return (prefix, number) if len(number) <= _MOST_DIGITS else (concept_id, "")

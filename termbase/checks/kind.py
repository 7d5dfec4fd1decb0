"""The one kind of check on termbases: it sees all concepts, for most faults lie between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengming.termbase.issue import Issue, Related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengming.termbase.check import Check, Severity
    from zhengming.termbase.concept import Concept, Termbase

__all__ = ["TermbaseCheck", "about", "title"]


@dataclass(frozen=True, slots=True)
class TermbaseCheck:
    """A check of a termbase; it takes time in proportion to the number of terms, or it does not belong here."""

    check: Check
    examine: Callable[[Termbase], Iterator[Issue]]


def about(
    concept: Concept,
    check: Check,
    message: str,
    *,
    severity: Severity | None = None,
    beside: Concept | None = None,
) -> Issue:
    """Return an issue at the concept's row; `beside` is the other concept that bears on it."""
    related = () if beside is None else (Related(beside.location, f"{beside.id} {title(beside)}"),)
    return Issue(
        check=check,
        severity=check.severity if severity is None else severity,
        message=message,
        location=concept.location,
        concept=concept.id,
        term=title(concept),
        related=related,
    )


def title(concept: Concept) -> str:
    """Return what to call the concept when no language is asked for: its first term."""
    return concept.terms[0].text if concept.terms else concept.id

"""G003: concepts with different names in one language that share the preferred term of another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.checks.kind import TermbaseCheck, about
from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Concept, Term, Termbase
    from zhengming.termbase.issue import Issue

__all__ = ["CHECK", "SHARED_EQUIVALENT"]

# Language does so (氧化锑 and 三氧化二锑 may both be "antimony oxide" to a translator): worth a look, no fault.
SHARED_EQUIVALENT = Check(
    code="G003", name="shared-equivalent", mqm=None, its="non-conformance", severity=Severity.NEUTRAL
)


def _examine(termbase: Termbase) -> Iterator[Issue]:
    called: defaultdict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in termbase:
        for language, text in dict.fromkeys(_preferred(concept)):
            known = called[language, text]
            # The first concept of that name speaks for all, so that a name shared by many takes no longer.
            if known and _are_apart(known[0], concept, language):
                yield about(concept, SHARED_EQUIVALENT, _message(concept, known[0], language), beside=known[0])
            known.append(concept)


def _preferred(concept: Concept) -> Iterator[tuple[str, str]]:
    for term in concept.terms:
        if term.status is AdministrativeStatus.PREFERRED:
            yield term.language.language, fold(term.text)


def _are_apart(one: Concept, other: Concept, language: str) -> bool:
    """Return whether both are named in a further language, and otherwise; if alike, they are one concept (G001)."""
    names, others = (_names(concept, language) for concept in (one, other))
    shared = {name_language for name_language, _ in names} & {name_language for name_language, _ in others}
    return bool(shared) and not names & others


def _names(concept: Concept, but: str) -> set[tuple[str, str]]:
    terms = (term for term in concept.terms if term.is_allowed and term.language.language != but)
    return {(term.language.language, fold(term.text)) for term in terms}


def _message(concept: Concept, other: Concept, language: str) -> str:
    shared = next(term for term in concept.terms if _is_preferred(term, language))
    names = f"{_name(concept, language)} and for {_name(other, language)} ({other.id})"
    return f"“{shared.text}” is preferred for {names} alike; a reader cannot tell them apart"


def _name(concept: Concept, but: str) -> str:
    return next(term.text for term in concept.terms if term.is_allowed and term.language.language != but)


def _is_preferred(term: Term, language: str) -> bool:
    return term.language.language == language and term.status is AdministrativeStatus.PREFERRED


CHECK = TermbaseCheck(SHARED_EQUIVALENT, _examine)

"""G002: a concept that allows and deprecates one and the same term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.checks.kind import TermbaseCheck, about

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Concept, Term, Termbase
    from zhengming.termbase.issue import Issue

__all__ = ["CHECK", "SELF_CONTRADICTION"]

SELF_CONTRADICTION = Check(
    code="G002", name="self-contradiction", mqm=None, its="non-conformance", severity=Severity.MAJOR
)


def _examine(termbase: Termbase) -> Iterator[Issue]:
    for concept in termbase:
        for language in dict.fromkeys(term.language.language for term in concept.terms if not term.is_allowed):
            yield from _issues(concept, [term for term in concept.terms if term.language.language == language])


def _issues(concept: Concept, terms: list[Term]) -> Iterator[Issue]:
    allowed = {form: term for term in reversed(terms) if term.is_allowed for form in _forms(term, concept)}
    for term in terms:
        if not term.is_allowed:
            same = next((found for form in _forms(term, concept) if (found := allowed.get(form)) is not None), None)
            if same is not None and _case_agrees(term, same):
                yield about(concept, SELF_CONTRADICTION, _message(term, same))


def _forms(term: Term, concept: Concept) -> list[str]:
    from zhengming.termbase.text.forms import surface_forms  # noqa: PLC0415  wanted where a termbase is checked

    return sorted(surface_forms(term.text, term.language.language, concept.part_of_speech))


def _case_agrees(one: Term, other: Term) -> bool:
    """Return whether the two are one term for the matcher too: the label `case` keeps REE and ree apart."""
    return one.text == other.text or not ("case" in one.labels or "case" in other.labels)


def _message(term: Term, same: Term) -> str:
    if term.text == same.text:
        return f"“{term.text}” is both allowed and deprecated; strike out one of the two"
    return f"“{term.text}” is deprecated, and a form of “{same.text}”, which is allowed; strike out one of the two"


CHECK = TermbaseCheck(SELF_CONTRADICTION, _examine)

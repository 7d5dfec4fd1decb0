"""G006: an allowed term inside which a term stands that the same concept deprecates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.checks.kind import TermbaseCheck, about
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_word_character

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Concept, Term, Termbase
    from zhengming.termbase.issue import Issue

__all__ = ["APPROVED_CONTAINS_DEPRECATED", "CHECK"]

APPROVED_CONTAINS_DEPRECATED = Check(
    code="G006", name="approved-contains-deprecated", mqm=None, its="non-conformance", severity=Severity.MAJOR
)


def _examine(termbase: Termbase) -> Iterator[Issue]:
    for concept in termbase:
        for term in concept.terms:
            if not term.is_allowed and "soft" not in term.labels:  # a soft one is right in other contexts
                yield from _issues(concept, term)


def _issues(concept: Concept, deprecated: Term) -> Iterator[Issue]:
    language = deprecated.language.language
    shortest = len(deprecated.text)
    longer = [t for t in concept.terms if t.is_allowed and t.language.language == language and len(t.text) > shortest]
    if not longer:
        return
    from zhengming.termbase.text.forms import surface_forms  # noqa: PLC0415  wanted where a termbase is checked

    forms = surface_forms(deprecated.text, language, concept.part_of_speech)
    for term in longer:
        folded = fold(term.text)
        if any(_holds(folded, form) for form in forms if len(form) < len(folded)):
            yield _issue(concept, term, deprecated)


def _holds(text: str, form: str) -> bool:
    """Return whether `form` stands in `text` as a word or words of its own."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        cuts_before = start > 0 and is_word_character(text[start - 1]) and is_word_character(form[0])
        cuts_after = end < len(text) and is_word_character(text[end]) and is_word_character(form[-1])
        if not cuts_before and not cuts_after:
            return True
        start = text.find(form, start + 1)
    return False


def _issue(concept: Concept, term: Term, deprecated: Term) -> Issue:
    """Return the issue. The longest term wins where both are found, so harm comes from one that may be missed."""
    message = f"“{term.text}” is allowed and holds “{deprecated.text}”, which is deprecated"
    if "case" in term.labels and "case" not in deprecated.labels:
        remedy = "written in other letters it would be flagged; take the label “case” off, or put it on both"
        return about(concept, APPROVED_CONTAINS_DEPRECATED, f"{message}: {remedy}")
    note = "no harm here, where the longest term wins, but in tools that match otherwise"
    return about(concept, APPROVED_CONTAINS_DEPRECATED, f"{message}: {note}", severity=Severity.NEUTRAL)


CHECK = TermbaseCheck(APPROVED_CONTAINS_DEPRECATED, _examine)

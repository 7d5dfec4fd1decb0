"""T006: a word that must not stand in the target whatever the source says.

It is a deprecated term of a concept that has no term in the source's language: a rule about one language alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.wording import expected_forms, quoted, restrained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["BANNED_WORD", "CHECK"]

BANNED_WORD = Check(code="T006", name="banned-word", mqm="termbase", its="terminology", severity=Severity.MAJOR)


def _examine(reading: Reading) -> Iterator[Issue]:
    spoken = reading.pair.source_language.language
    for occurrence in reading.target_found.taken:
        concept = occurrence.concept
        if occurrence.term.is_allowed or any(term.language.language == spoken for term in concept.terms):
            continue
        expected = expected_forms(concept, reading)
        remedy = f"use {quoted(expected)}" if expected else "leave it out"
        yield reading.issue(
            BANNED_WORD,
            restrained(BANNED_WORD.severity, concept),
            f"“{occurrence.form}” is not to be used; {remedy}",
            concept=concept,
            target_span=occurrence.span,
            expected=expected,
        )


CHECK = PairCheck(BANNED_WORD, _examine)

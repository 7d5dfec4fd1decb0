"""T003: a source term that stands in the target as it was, untranslated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.wording import expected_forms, lacks_a_term, quoted, weighed
from zhengming.tmx.render import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "UNTRANSLATED_TERM"]

UNTRANSLATED_TERM = Check(
    code="T003", name="untranslated-term", mqm="untranslated", its="untranslated", severity=Severity.MAJOR
)


def _examine(reading: Reading) -> Iterator[Issue]:
    for rendering in reading.renderings:
        if rendering.kind is Kind.UNTRANSLATED:
            first, expected = rendering.occurrences[0], expected_forms(rendering.concept, reading)
            yield reading.issue(
                UNTRANSLATED_TERM,
                weighed(UNTRANSLATED_TERM.severity, rendering),
                f"{first.form} is left untranslated; use {quoted(expected)}",
                rendering=rendering,
                source_span=first.span,
                target_span=rendering.untranslated[0],
                expected=expected,
            )


CHECK = PairCheck(UNTRANSLATED_TERM, _examine, lacks_a_term)

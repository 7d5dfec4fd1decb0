"""T004: a name or code that is the same in both languages, and stands otherwise in the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.wording import expected_forms, is_protected, lacks_a_term, quoted, weighed
from zhengming.tmx.render import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["ALTERED_PROTECTED_TERM", "CHECK"]

ALTERED_PROTECTED_TERM = Check(
    code="T004", name="altered-protected-term", mqm="no-translate", its="other", severity=Severity.MAJOR
)


def _examine(reading: Reading) -> Iterator[Issue]:
    for rendering in reading.renderings:
        if rendering.kind is Kind.NONE and is_protected(rendering, reading):
            first, expected = rendering.occurrences[0], expected_forms(rendering.concept, reading)
            yield reading.issue(
                ALTERED_PROTECTED_TERM,
                weighed(ALTERED_PROTECTED_TERM.severity, rendering),
                f"{first.form} is the same in both languages: expected {quoted(expected)} as written",
                rendering=rendering,
                source_span=first.span,
                expected=expected,
            )


CHECK = PairCheck(ALTERED_PROTECTED_TERM, _examine, lacks_a_term)

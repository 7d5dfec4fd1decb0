"""T001: a source term for which the target has no allowed term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Edit
from zhengming.termbase.text.convert import convert
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.wording import expected_forms, is_protected, lacks_a_term, quoted, weighed
from zhengming.tmx.render import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading, Rendering

__all__ = ["CHECK", "MISSING_TERM"]

MISSING_TERM = Check(code="T001", name="missing-term", mqm="termbase", its="terminology", severity=Severity.MAJOR)


def _examine(reading: Reading) -> Iterator[Issue]:
    for rendering in reading.renderings:
        if rendering.kind is Kind.OTHER_SCRIPT:
            yield from _in_other_script(rendering, reading)
        if rendering.kind is Kind.OTHER_TERM:
            yield _other_term(rendering, reading)
        if rendering.kind is not Kind.NONE or is_protected(rendering, reading):
            continue
        first, expected = rendering.occurrences[0], expected_forms(rendering.concept, reading)
        yield reading.issue(
            MISSING_TERM,
            weighed(MISSING_TERM.severity, rendering),
            f"{first.form}: expected {quoted(expected)}, found none of them",
            rendering=rendering,
            source_span=first.span,
            expected=expected,
        )


def _other_term(rendering: Rendering, reading: Reading) -> Issue:
    first, other = rendering.occurrences[0], rendering.others[0]
    expected = expected_forms(rendering.concept, reading)
    name = other.concept.name(reading.pair.source_language)
    return reading.issue(
        MISSING_TERM,
        weighed(MISSING_TERM.severity, rendering),
        f"{first.form}: expected {quoted(expected)}, found “{other.form}”, which is {name} ({other.concept.id})",
        rendering=rendering,
        source_span=first.span,
        target_span=other.span,
        expected=expected,
    )


def _in_other_script(rendering: Rendering, reading: Reading) -> Iterator[Issue]:
    for wrong in rendering.other_script:
        right = convert(wrong.form, reading.pair.target_language)
        yield reading.issue(
            MISSING_TERM,
            weighed(MISSING_TERM.severity, rendering),
            f"{rendering.occurrences[0].form}: “{wrong.form}” is in the other Chinese script; use “{right}”",
            rendering=rendering,
            source_span=rendering.occurrences[0].span,
            target_span=wrong.span,
            expected=(right,),
            edit=Edit(wrong.span, right, safe=True),
        )


CHECK = PairCheck(MISSING_TERM, _examine, lacks_a_term)

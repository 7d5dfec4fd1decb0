"""T002: a source term rendered by a term that the termbase deprecates for its concept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.concept import Standing
from zhengming.termbase.issue import Edit
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.replacement import replacement
from zhengming.tmx.checks.wording import expected_forms, lacks_a_term, quoted
from zhengming.tmx.render import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Term
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading, Rendering

__all__ = ["CHECK", "DEPRECATED_TERM"]

DEPRECATED_TERM = Check(code="T002", name="deprecated-term", mqm="termbase", its="terminology", severity=Severity.MAJOR)


def _examine(reading: Reading) -> Iterator[Issue]:
    for rendering in reading.renderings:
        if rendering.kind is Kind.DEPRECATED:
            yield from _issues(rendering, reading)


def _issues(rendering: Rendering, reading: Reading) -> Iterator[Issue]:
    expected = expected_forms(rendering.concept, reading)
    # As many as lack an allowed rendering; what goes beyond that speaks of something else.
    lacking = len(rendering.occurrences) - len(rendering.allowed)
    for wrong in rendering.deprecated[:lacking]:
        new = replacement(wrong, expected[0], reading.pair.target.text) if expected else None
        is_alone = len(rendering.occurrences) == len(rendering.deprecated) == 1
        is_sure = not rendering.is_doubtful and rendering.concept.status is Standing.APPROVED
        safe = new is not None and new.is_certain and is_alone and is_sure and not wrong.term.labels
        yield reading.issue(
            DEPRECATED_TERM,
            _weight(rendering, wrong.term),
            f"{rendering.occurrences[0].form}: “{wrong.form}” is deprecated; use {quoted(expected)}",
            rendering=rendering,
            source_span=rendering.occurrences[0].span,
            target_span=wrong.span,
            expected=expected,
            edit=Edit(wrong.span, new.text, safe) if new is not None else None,
        )


def _weight(rendering: Rendering, wrong: Term) -> Severity:
    """Return how grave the use of that term is.

    One right elsewhere (label `soft`) is a note beside an allowed one, and a guess where none stands; so is one never
    met in print (`unseen`). That a concept is soft excuses a missing term, not a wrong one: 品位 may be rendered in
    many ways, "taste" is none of them.
    """
    if "soft" in wrong.labels and rendering.allowed:
        return Severity.NEUTRAL
    guess = not wrong.labels.isdisjoint({"soft", "unseen"}) or rendering.concept.status is Standing.PROPOSED
    severity = Severity.MINOR if guess else DEPRECATED_TERM.severity
    return Severity(severity - 1) if rendering.is_doubtful else severity


CHECK = PairCheck(DEPRECATED_TERM, _examine, lacks_a_term)

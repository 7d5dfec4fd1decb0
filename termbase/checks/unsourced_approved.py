"""G004: a concept that is approved, and nobody can say on what ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.checks.kind import TermbaseCheck, about, title
from zhengming.termbase.concept import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue

__all__ = ["CHECK", "UNSOURCED_APPROVED"]

UNSOURCED_APPROVED = Check(
    code="G004", name="unsourced-approved", mqm=None, its="non-conformance", severity=Severity.MINOR
)


def _examine(termbase: Termbase) -> Iterator[Issue]:
    for concept in termbase:
        if concept.status is Standing.APPROVED and not concept.source:
            message = f"{title(concept)} is approved without a source; name the law, standard or text it was seen in"
            yield about(concept, UNSOURCED_APPROVED, message)


CHECK = TermbaseCheck(UNSOURCED_APPROVED, _examine)

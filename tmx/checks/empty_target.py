"""A001: a source with a target that says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "EMPTY_TARGET"]

EMPTY_TARGET = Check(code="A001", name="empty-target", mqm="untranslated", its="untranslated", severity=Severity.MAJOR)


def _examine(reading: Reading) -> Iterator[Issue]:
    pair = reading.pair
    if pair.source.text.strip() and not pair.target.text.strip():
        yield reading.issue(EMPTY_TARGET, EMPTY_TARGET.severity, "the target is empty; translate it or remove the unit")


CHECK = PairCheck(EMPTY_TARGET, _examine)

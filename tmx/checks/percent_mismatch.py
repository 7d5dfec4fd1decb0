"""N003: another percentage, or percent for percentage points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.numbers import reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "PERCENT_MISMATCH"]

PERCENT_MISMATCH = Check(code="N003", name="percent-mismatch", mqm="number", its="numbers", severity=Severity.MAJOR)


def _examine(reading: Reading) -> Iterator[Issue]:
    yield from reported(reading, PERCENT_MISMATCH)


CHECK = PairCheck(PERCENT_MISMATCH, _examine)

"""N004: another month or year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.numbers import reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "DATE_MISMATCH"]

DATE_MISMATCH = Check(code="N004", name="date-mismatch", mqm="date-time", its="numbers", severity=Severity.MINOR)


def _examine(reading: Reading) -> Iterator[Issue]:
    yield from reported(reading, DATE_MISMATCH)


CHECK = PairCheck(DATE_MISMATCH, _examine)

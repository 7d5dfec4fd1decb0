"""N001: a quantity of one side that the other does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.numbers import reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "NUMBER_MISMATCH"]

NUMBER_MISMATCH = Check(code="N001", name="number-mismatch", mqm="number", its="numbers", severity=Severity.MAJOR)


def _examine(reading: Reading) -> Iterator[Issue]:
    yield from reported(reading, NUMBER_MISMATCH)


CHECK = PairCheck(NUMBER_MISMATCH, _examine)

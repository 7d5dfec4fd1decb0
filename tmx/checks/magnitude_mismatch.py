"""N002: a quantity that is off by a power of ten: 90亿 is 9 billion, not 90."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.numbers import reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "MAGNITUDE_MISMATCH"]

MAGNITUDE_MISMATCH = Check(code="N002", name="magnitude-mismatch", mqm="number", its="numbers", severity=Severity.MAJOR)


def _examine(reading: Reading) -> Iterator[Issue]:
    yield from reported(reading, MAGNITUDE_MISMATCH)


CHECK = PairCheck(MAGNITUDE_MISMATCH, _examine)

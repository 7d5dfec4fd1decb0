"""N006: an HS heading, CAS number or other code that is not the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.numbers import reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "CODE_MISMATCH"]

CODE_MISMATCH = Check(code="N006", name="code-mismatch", mqm="number", its="numbers", severity=Severity.MAJOR)


def _examine(reading: Reading) -> Iterator[Issue]:
    yield from reported(reading, CODE_MISMATCH)


CHECK = PairCheck(CODE_MISMATCH, _examine)

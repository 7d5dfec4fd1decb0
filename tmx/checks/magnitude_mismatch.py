"""N002: a quantity that is off by a power of ten: 90亿 is 9 billion, not 90."""

from __future__ import annotations

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.numbers import number_check

__all__ = ["CHECK"]

CHECK = number_check(
    Check(code="N002", name="magnitude-mismatch", mqm="number", its="numbers", severity=Severity.MAJOR)
)

"""N004: another month, year, quarter or half-year."""

from __future__ import annotations

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.numbers import number_check

__all__ = ["CHECK"]

CHECK = number_check(Check(code="N004", name="date-mismatch", mqm="date-time", its="numbers", severity=Severity.MINOR))

"""N003: another percentage, or percent for percentage points."""

from __future__ import annotations

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.numbers import number_check

__all__ = ["CHECK"]

CHECK = number_check(Check(code="N003", name="percent-mismatch", mqm="number", its="numbers", severity=Severity.MAJOR))

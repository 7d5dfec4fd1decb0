"""N001: a quantity of one side that the other does not have."""

from __future__ import annotations

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.numbers import number_check

__all__ = ["CHECK"]

CHECK = number_check(Check(code="N001", name="number-mismatch", mqm="number", its="numbers", severity=Severity.MAJOR))

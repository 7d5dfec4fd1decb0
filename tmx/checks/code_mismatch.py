"""N006: an HS heading, CAS number, control code or formula that is not the same."""

from __future__ import annotations

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.numbers import number_check

__all__ = ["CHECK"]

CHECK = number_check(Check(code="N006", name="code-mismatch", mqm="number", its="numbers", severity=Severity.MAJOR))

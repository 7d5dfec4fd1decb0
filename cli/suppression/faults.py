"""What can be wrong with the decisions themselves: an ignore or a baseline entry that has outlived its issue."""

from __future__ import annotations

from zhengming.termbase.check import Check, Severity

__all__ = ["ALL", "IGNORE_WITHOUT_REASON", "STALE_BASELINE", "UNUSED_IGNORE"]

UNUSED_IGNORE = Check(code="S001", name="unused-ignore", mqm=None, its=None, severity=Severity.MINOR)
IGNORE_WITHOUT_REASON = Check(code="S002", name="ignore-without-reason", mqm=None, its=None, severity=Severity.MINOR)
STALE_BASELINE = Check(code="S003", name="stale-baseline", mqm=None, its=None, severity=Severity.MINOR)

ALL: tuple[Check, ...] = (UNUSED_IGNORE, IGNORE_WITHOUT_REASON, STALE_BASELINE)

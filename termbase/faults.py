"""The faults that a reader of termbases meets; what else can be wrong with one is in termbase.checks."""

from __future__ import annotations

from zhengming.termbase.check import Check, Severity

__all__ = ["MALFORMED_CELL"]

MALFORMED_CELL = Check(code="G005", name="malformed-cell", mqm=None, its="non-conformance", severity=Severity.MAJOR)

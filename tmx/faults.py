"""The faults that a reader of translations meets; what else can be wrong with a pair is in tmx.checks."""

from __future__ import annotations

from zhengming.termbase.check import Check, Severity

__all__ = ["MALFORMED_FILE", "NOT_VALID_TMX", "NOT_VALID_XLIFF", "UNKNOWN_LANGUAGE"]

MALFORMED_FILE = Check(code="F001", name="malformed-file", mqm=None, its="non-conformance", severity=Severity.CRITICAL)
UNKNOWN_LANGUAGE = Check(code="F002", name="unknown-language", mqm=None, its="non-conformance", severity=Severity.MINOR)
NOT_VALID_TMX = Check(code="F003", name="not-valid-tmx", mqm=None, its="non-conformance", severity=Severity.MAJOR)
NOT_VALID_XLIFF = Check(code="F004", name="not-valid-xliff", mqm=None, its="non-conformance", severity=Severity.MAJOR)

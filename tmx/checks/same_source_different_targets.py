"""C001: one source segment with more than one target. Never "source inconsistency": vendors mean opposite things."""

from __future__ import annotations

from operator import attrgetter

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.divergence import divergence_check

__all__ = ["CHECK"]

CHECK = divergence_check(
    Check(
        code="C001",
        name="same-source-different-targets",
        mqm="inconsistent-style",
        its="inconsistency",
        severity=Severity.MINOR,
    ),
    same=attrgetter("source"),
    other=attrgetter("target"),
)

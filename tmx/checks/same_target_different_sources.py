"""C002: one target for more than one source: a distinction that the translation has lost, or a match taken unread."""

from __future__ import annotations

from operator import attrgetter

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.divergence import divergence_check

__all__ = ["CHECK"]

CHECK = divergence_check(
    Check(
        code="C002",
        name="same-target-different-sources",
        mqm="inconsistent-style",
        its="inconsistency",
        severity=Severity.NEUTRAL,
        opt_in=True,
    ),
    same=attrgetter("target"),
    other=attrgetter("source"),
)

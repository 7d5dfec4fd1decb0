"""What can be wrong with a termbase itself: one module a check, listed in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.checks import (
    approved_contains_deprecated,
    duplicate_concept,
    malformed_cell,
    self_contradiction,
    shared_equivalent,
    unsourced_approved,
)

if TYPE_CHECKING:
    from zhengming.termbase.check import Check
    from zhengming.termbase.checks.kind import TermbaseCheck

__all__ = ["ALL", "CHECKS"]

CHECKS: tuple[TermbaseCheck, ...] = (
    duplicate_concept.CHECK,
    self_contradiction.CHECK,
    shared_equivalent.CHECK,
    unsourced_approved.CHECK,
    malformed_cell.CHECK,
    approved_contains_deprecated.CHECK,
)
ALL: tuple[Check, ...] = tuple(check.check for check in CHECKS)

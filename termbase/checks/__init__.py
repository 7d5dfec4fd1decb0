"""What can be wrong with a termbase itself: one module a check."""

from __future__ import annotations

from zhengming.termbase.faults import MALFORMED_CELL

__all__ = ["ALL"]

ALL = (MALFORMED_CELL,)

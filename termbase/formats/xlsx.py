"""The termbase itself as a workbook: the columns of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats import table
from zhengming.termbase.formats.target import Target
from zhengming.termbase.formats.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGET"]


def _write(concepts: Iterable[Concept], _languages: Languages, lost: Losses) -> bytes:
    return workbook(table.cells(concepts), lost)


TARGET = Target("xlsx", _write, (".xlsx",), is_text=False)

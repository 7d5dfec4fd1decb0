"""Decisions made elsewhere, carried out all at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from zhengming.cli.deciding import decision, sheet
from zhengming.cli.deciding.carrier import Carrier
from zhengming.cli.deciding.desk import Desk
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from zhengming.cli.checking import Task
    from zhengming.cli.deciding.decision import Decision
    from zhengming.termbase.issue import Issue

__all__ = ["apply", "read"]

_SHEETS = frozenset({".csv", ".xlsx"})


def read(path: Path) -> tuple[Decision, ...]:
    """Return the decisions in a decisions.json, or in a report in which they have been filled in."""
    if path.suffix.lower() in _SHEETS:
        return sheet.read(path)
    return decision.parsed(path.read_bytes(), str(path))


def apply(
    decisions: Iterable[Decision], issues: Iterable[Issue], task: Task, note: Callable[[str], None]
) -> tuple[list[str], int]:
    """Carry the decisions out; return what was done, and how many could not be. `note` is told of those.

    Nothing is written before all have been looked at. Raise ZhengmingError where a file cannot be written.
    """
    by_name: dict[str, list[Issue]] = {}
    for issue in issues:
        by_name.setdefault(issue.fingerprint, []).append(issue)
    desk = Desk()
    carrier = Carrier(task, desk, date.today())  # noqa: DTZ011  the day where the translator is
    done: list[str] = []
    failed = 0
    for one in dict.fromkeys(decisions):
        try:
            done.append(carrier.carry(one, by_name.get(one.fingerprint, [])))
        except ZhengmingError as error:
            failed += 1
            note(str(error))
    desk.save()
    return done, failed

"""From termbases to a Result: what is wrong with them, one by one and between them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from zhengming.cli import termbases
from zhengming.cli.checking import ORDERS
from zhengming.cli.result import Result
from zhengming.cli.rules import Rules
from zhengming.termbase.checks import CHECKS
from zhengming.termbase.concept import Termbase
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.issue import Issue
from zhengming.tmx.faults import MALFORMED_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from zhengming.cli.settings import Settings
    from zhengming.termbase.formats.source import Sides

__all__ = ["lint"]


def lint(paths: Iterable[Path], settings: Settings, by: str = "term") -> Result:
    """Examine these termbases and return what was found, in the order to be shown.

    One that belongs to the settings is compared with the others that do; what is wrong with those alone is not told.
    Raise InvalidSettings where a file is no termbase.
    """
    started = time.perf_counter()
    rules = Rules.of(settings)
    named = list(paths)
    sides = termbases.sides(settings)
    found: list[Issue] = []
    unreadable: list[Issue] = []
    parts = [part for path in named if (part := _read(path, found, unreadable, sides)) is not None]
    beside = [part for path in _others(named, settings) if (part := _read(path, [], [], sides)) is not None]
    whole = Termbase.joined((*beside, *parts))
    shown = {str(path) for path in named}
    for check in CHECKS:
        found += (issue for issue in check.examine(whole) if issue.location.path in shown)
    chosen = (rules.applied(issue) for issue in found if issue.check.code in rules.codes)
    issues = [*unreadable, *(issue for issue in chosen if issue is not None)]
    return Result(
        issues=tuple(sorted(issues, key=ORDERS[by])),
        files=len(named),
        units=0,
        seconds=time.perf_counter() - started,
        has_unreadable=bool(unreadable),
        concepts=len(whole),
    )


def _read(path: Path, malformed: list[Issue], unreadable: list[Issue], sides: Sides) -> Termbase | None:
    try:
        return termbases.read(path, malformed.append, sides)
    except UnreadableFile as error:
        severity = MALFORMED_FILE.severity
        unreadable.append(
            Issue(check=MALFORMED_FILE, severity=severity, message=error.problem, location=error.location)
        )
        return None


def _others(named: list[Path], settings: Settings) -> list[Path]:
    """Return the settings' termbases that are not named, if one that is belongs to them."""
    resolved = {path.resolve() for path in named}
    ours = [path for path in termbases.termbase_paths(settings, must_exist=False) if path.exists()]
    others = [path for path in ours if path.resolve() not in resolved]
    return others if len(others) < len(ours) else []

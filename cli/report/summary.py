"""The last lines of a report for people: how much was read and what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.report.group import is_fixable
from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue

__all__ = ["counted", "summary"]


def summary(result: Result, listed: list[Issue] | None = None) -> Iterator[str]:
    """Yield the lines. `listed` are the issues that were shown, if not all."""
    if not result.files:
        yield "No file was checked"
        return
    standing = len(result.standing)
    if listed is not None:
        yield from _left_out(result, listed)
    passed = f" ({result.passed_over:,} left out: drafts or locked)" if result.passed_over else ""
    read = f"{counted(result.files, 'file')}, {counted(result.units, 'unit')}{passed}, {result.seconds:.2f} s"
    yield f"{_issues(result, standing)} in {read}{_fixable(result)}"
    kept = list(_kept(result))
    if kept:
        yield "; ".join(kept)


def _left_out(result: Result, listed: list[Issue]) -> Iterator[str]:
    notes = result.count(Severity.NEUTRAL) - sum(not issue.severity for issue in listed)
    others = len(result.standing) - len(listed) - notes
    if others:
        yield f"{others:,} more not listed: --max-issues {len(result.standing)}"
    elif notes:
        yield f"{counted(notes, 'note')} not listed: -v"


def _kept(result: Result) -> Iterator[str]:
    """Yield what decisions and the baseline let stand, and what the baseline need not hold any more."""
    suppressed = result.suppressed()
    if old := suppressed["baseline"]:
        yield f"{counted(old, 'older issue')} {'is' if old == 1 else 'are'} in the baseline"
    if ignored := suppressed["ignore"]:
        yield f"{counted(ignored, 'issue')} ignored"
    if result.stale:
        one = result.stale == 1
        yield f"{result.stale:,} of the baseline no longer {'occurs' if one else 'occur'}: zhengming baseline prune"


def counted(number: int, one: str, many: str = "") -> str:
    """Return the number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _issues(result: Result, standing: int) -> str:
    if not standing:
        return "No issues"
    weights = [(result.count(severity), severity) for severity in sorted(Severity, reverse=True)]
    return f"{counted(standing, 'issue')} ({', '.join(f'{count:,} {name}' for count, name in weights if count)})"


def _fixable(result: Result) -> str:
    number = sum(map(is_fixable, result.standing))
    return f"; [*] {number:,} safe to replace" if number else ""

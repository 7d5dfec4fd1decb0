"""Where broken rules of a format are reported: all of one file under one check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Severity
from zhengming.termbase.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.check import Check
    from zhengming.termbase.position import Location

__all__ = ["Judge"]


class Judge:
    """Reports what is wrong with one file, as it is read."""

    def __init__(self, check: Check, report: Callable[[Issue], None]) -> None:
        self._check = check
        self._report = report
        self._said: set[tuple[str, str]] = set()

    def fault(self, rule: str, location: Location, problem: str, severity: Severity = Severity.MAJOR) -> None:
        """Report that the rule of that name is broken."""
        message = f"{rule}: {problem}"
        self._report(Issue(check=self._check, severity=severity, message=message, location=location))

    def trait(self, rule: str, value: str, location: Location, problem: str) -> None:
        """Report, at its first place only, a minor thing that a tool does throughout the file."""
        if (rule, value) not in self._said:
            self._said.add((rule, value))
            self.fault(rule, location, problem, Severity.MINOR)

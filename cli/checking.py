"""From paths and settings to a Result: what `check`, `fix` and `baseline` have in common."""

from __future__ import annotations

import fnmatch
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengming.cli.registry import codes_of, selection
from zhengming.cli.result import Result
from zhengming.termbase.position import Position
from zhengming.tmx.document import Document
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from zhengming.cli.settings import Settings
    from zhengming.termbase.check import Severity
    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue

__all__ = ["Rules", "examine"]


@dataclass(frozen=True, slots=True)
class Rules:
    """Which checks run, and what their issues weigh, file by file."""

    codes: frozenset[str]
    severities: dict[str, Severity]
    overrides: tuple[tuple[tuple[str, ...], frozenset[str], dict[str, Severity]], ...]

    @classmethod
    def of(cls, settings: Settings) -> Rules:
        """Return the rules that the settings ask for. Raise InvalidSettings for unknown codes."""
        overrides = tuple(
            (override.files, frozenset(selection(override.ignore, (), ())), _by_code(override.severity))
            for override in settings.override
        )
        codes = selection(settings.select, settings.extend_select, settings.ignore)
        return cls(frozenset(codes), _by_code(settings.severity), overrides)

    def applied(self, issue: Issue) -> Issue | None:
        """Return the issue with the severity that the settings give it, or None if they ignore it."""
        code = issue.check.code
        severity = self._given(issue, self.severities)
        for files, ignored, severities in self.overrides:
            if any(fnmatch.fnmatch(issue.location.path, pattern) for pattern in files):
                if code in ignored:
                    return None
                severity = self._given(issue, severities, severity)
        return issue if severity is issue.severity else _weighing(issue, severity)

    @staticmethod
    def _given(issue: Issue, severities: dict[str, Severity], otherwise: Severity | None = None) -> Severity:
        """Return the severity set for the code; what evidence has made lighter than the check's own stays lighter."""
        given = severities.get(issue.check.code)
        if given is None:
            return issue.severity if otherwise is None else otherwise
        return min(given, issue.severity) if issue.severity < issue.check.severity else given


def _by_code(severities: Mapping[str, Severity]) -> dict[str, Severity]:
    pairs = severities.items()
    return {code: severity for word, severity in pairs for code in codes_of(word)}


def _weighing(issue: Issue, severity: Severity) -> Issue:
    from dataclasses import replace  # noqa: PLC0415

    return replace(issue, severity=severity)


def examine(files: Iterable[Path], content: bytes | None, termbase: Termbase, settings: Settings, by: str) -> Result:
    """Check the files and return what was found, in the order to be shown. `content` stands for one file's bytes."""
    rules = Rules.of(settings)
    started = time.perf_counter()
    documents = [Document(str(path), settings.source_language, settings.target_language, content) for path in files]
    found = (rules.applied(issue) for issue in review(documents, termbase, rules.codes))
    issues = sorted((issue for issue in found if issue is not None), key=_ORDERS[by])
    return Result(
        issues=tuple(issues),
        files=len(documents),
        units=sum(document.units for document in documents),
        seconds=time.perf_counter() - started,
        has_unreadable=any(document.is_unreadable for document in documents),
        concepts=len(termbase),
    )


def _place(issue: Issue) -> tuple[str, Position]:
    return issue.location.path, issue.location.start or Position(0, 0, 0)


_ORDERS = {
    "term": lambda issue: (issue.term or "", issue.concept or "", issue.check.code, *_place(issue), issue.message),
    "file": lambda issue: (*_place(issue), issue.check.code, issue.message),
    "check": lambda issue: (issue.check.code, *_place(issue), issue.message),
}

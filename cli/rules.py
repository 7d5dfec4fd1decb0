"""Rules: which checks run, and what their issues weigh, file by file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zhengming.cli.patterns import matches, within
from zhengming.cli.registry import codes_of, selection
from zhengming.tmx.faults import MALFORMED_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from zhengming.cli.settings import Settings
    from zhengming.termbase.check import Severity
    from zhengming.termbase.issue import Issue

__all__ = ["Rules"]

#: A file that was not read must never look like one without faults.
_ALWAYS = frozenset({MALFORMED_FILE.code})


@dataclass(frozen=True, slots=True)
class Rules:
    """The codes that are wanted, the severities set for them, and what [[override]] says of some files."""

    codes: frozenset[str]
    severities: dict[str, Severity]
    overrides: tuple[tuple[tuple[str, ...], frozenset[str], dict[str, Severity]], ...]
    folder: Path

    @classmethod
    def of(cls, settings: Settings) -> Rules:
        """Return the rules that the settings ask for. Raise InvalidSettings for unknown codes."""
        overrides = tuple(
            (override.files, frozenset(selection(override.ignore, (), ())) - _ALWAYS, _by_code(override.severity))
            for override in settings.override
        )
        codes = selection(settings.select, settings.extend_select, settings.ignore) | _ALWAYS
        return cls(frozenset(codes), _by_code(settings.severity), overrides, settings.folder)

    def applied(self, issue: Issue) -> Issue | None:
        """Return the issue with the severity that the settings give it, or None if they ignore it."""
        code = issue.check.code
        severity = _given(issue, self.severities, issue.severity)
        path = within(issue.location.path, self.folder) if self.overrides else ""
        for files, ignored, severities in self.overrides:
            if matches(path, files):
                if code in ignored:
                    return None
                severity = _given(issue, severities, severity)
        return issue if severity is issue.severity else replace(issue, severity=severity)


def _given(issue: Issue, severities: dict[str, Severity], otherwise: Severity) -> Severity:
    """Return the severity set for the code; what evidence has made lighter than the check's own stays lighter."""
    given = severities.get(issue.check.code)
    if given is None:
        return otherwise
    return min(given, issue.severity) if issue.severity < issue.check.severity else given


def _by_code(severities: Mapping[str, Severity]) -> dict[str, Severity]:
    return {code: severity for word, severity in severities.items() for code in codes_of(word) - _ALWAYS}

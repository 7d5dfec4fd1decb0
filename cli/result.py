"""What a check of some files came to, for a report to show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.concept import Termbase

if TYPE_CHECKING:
    from zhengming.termbase.check import Severity
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.survey import Survey

__all__ = ["Result", "Volume"]


class Volume(NamedTuple):
    """How much source text of a file was looked at; `unit` is what `size` counts, words or characters."""

    path: str
    size: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Issues in the order to be shown, the suppressed among them, and what was read to find them."""

    issues: tuple[Issue, ...]
    files: int
    units: int
    seconds: float
    passed_over: int = 0
    """Units that were not looked at, for their state or because they are locked."""
    has_unreadable: bool = False
    stale: int = 0
    """Baseline entries that no longer occur."""
    concepts: int = 0
    termbase: Termbase = field(default_factory=lambda: Termbase(()))
    survey: Survey | None = None
    """How each concept is rendered, where a report wants it."""
    volumes: tuple[Volume, ...] = ()
    unserved: tuple[tuple[str, str], ...] = ()
    """Pairs of languages that were met and for which the termbase has not one concept."""

    @property
    def standing(self) -> list[Issue]:
        """The issues that are not suppressed."""
        return [issue for issue in self.issues if issue.suppressed is None]

    def count(self, severity: Severity) -> int:
        """Return how many unsuppressed issues weigh exactly that much."""
        return sum(issue.severity is severity for issue in self.issues if issue.suppressed is None)

    def suppressed(self) -> Counter[str]:
        """Return how many issues each kind of suppression hides."""
        return Counter(issue.suppressed for issue in self.issues if issue.suppressed is not None)

    def fails(self, threshold: Severity | None) -> bool:
        """Return whether an issue reaches the threshold; None is a threshold that nothing reaches."""
        return threshold is not None and any(issue.severity >= threshold for issue in self.standing)

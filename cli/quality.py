"""MQM score: what the issues weigh, set against how much text there is.

The raw score of MQM's linear model (themqm.org, “The MQM scoring models”; Lommel et al. 2024, “The Multi-Range Theory
of Translation Quality Measurement”): 100 x (1 - penalties / size), with 0, 1, 5 and 25 points for a neutral, minor,
major and critical issue. The size is the source's: words, or characters in a language that writes no spaces.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue

__all__ = ["FORMULA", "PENALTIES", "Quality", "quality", "quality_of_files"]

PENALTIES = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}
FORMULA = "100 x (1 - penalty / size); neutral 0, minor 1, major 5, critical 25 (MQM, linear model, raw score)"
#: Families of checks whose issues are faults of a translation; those of files, termbases and decisions are not.
_OF_TRANSLATIONS = frozenset("TCNLMA")


class Quality(NamedTuple):
    """The score of one file, or of all. `unit` says what the size counts: "words", "characters" or, for both, "mixed".

    Without any text there is no score.
    """

    path: str
    size: int
    unit: str
    penalty: int

    @property
    def score(self) -> float | None:
        """From 100 down; below 0 if there are more penalty points than words."""
        return round(100 * (1 - self.penalty / self.size), 2) if self.size else None


def quality_of_files(result: Result) -> Iterator[Quality]:
    """Yield the quality of each file, in the order of paths."""
    penalties = _penalties(result.issues)
    for volume in sorted(result.volumes):
        yield Quality(volume.path, volume.size, volume.unit, penalties[volume.path])


def quality(result: Result) -> Quality:
    """Return the quality of all files together; its path is empty."""
    units = {volume.unit for volume in result.volumes if volume.size}
    size = sum(volume.size for volume in result.volumes)
    unit = units.pop() if len(units) == 1 else "mixed" if units else "words"
    return Quality("", size, unit, sum(_penalties(result.issues).values()))


def _penalties(issues: Iterable[Issue]) -> Counter[str]:
    """Return the points of each file. What is ignored has been judged right; what is in the baseline is still wrong."""
    points: Counter[str] = Counter()
    for issue in issues:
        if issue.check.code[0] in _OF_TRANSLATIONS and issue.suppressed != "ignore":
            points[issue.location.path] += PENALTIES[issue.severity]
    return points

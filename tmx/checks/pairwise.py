"""The checks of pairs, run together: those that a quick test lets off are not called."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.checks.kind import PairCheck
    from zhengming.tmx.render import Reading

__all__ = ["examiner"]


def examiner(checks: Iterable[PairCheck]) -> Callable[[Reading], list[Issue]]:
    """Return what tells the issues of a pair, in the order of the checks."""
    # Neighbours with one test in common are let off together: eight checks of numbers cost one test.
    groups = [
        (concerns, [check.examine for check in alike])
        for concerns, alike in groupby(checks, key=lambda check: check.concerns)
    ]

    def examine(reading: Reading) -> list[Issue]:
        found: list[Issue] = []
        for concerns, examinations in groups:
            if concerns is None or concerns(reading):
                for examination in examinations:
                    found.extend(examination(reading))
        return found

    return examine

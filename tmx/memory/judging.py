"""Whether what was translated before keeps to the termbase of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.checks import CHECKS
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.render import Reader

if TYPE_CHECKING:
    from collections.abc import Collection

    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.pair import Pair

__all__ = ["Judge"]


class Judge:
    """Looks at single pairs, with the checks named by `codes` that look at pairs."""

    def __init__(self, termbase: Termbase, codes: Collection[str], spelling: str = "any") -> None:
        self._reader = Reader(termbase, spelling)
        self._checks = [check for check in CHECKS if isinstance(check, PairCheck) and check.check.code in codes]

    def issues(self, pair: Pair) -> tuple[Issue, ...]:
        """Return what is wrong with the pair, whatever was read before it."""
        self._reader.begin()
        reading = self._reader.read(pair)
        concerned = (check for check in self._checks if check.concerns is None or check.concerns(reading))
        return tuple(issue for check in concerned for issue in check.examine(reading))

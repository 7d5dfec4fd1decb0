"""Narrowing: what a review is to be about, where that is said: C003, C003:MG005, or a fingerprint."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.issue import Issue

__all__ = ["Wanted", "split"]

_CODE = re.compile(r"([A-Z]\d{3})(?::(.+))?")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


class Wanted(NamedTuple):
    """Issues of a code, of a code and concept, or of a fingerprint."""

    code: str = ""
    concept: str = ""
    fingerprint: str = ""

    def covers(self, issue: Issue) -> bool:
        """Return whether the issue is wanted."""
        if self.fingerprint:
            return issue.fingerprint == self.fingerprint
        return issue.check.code == self.code and self.concept in {"", issue.concept}


def split(arguments: Iterable[str]) -> tuple[list[Path], list[Wanted]]:
    """Tell paths from what is wanted; a file that is there is a file, however it is called."""
    paths: list[Path] = []
    wanted: list[Wanted] = []
    for argument in arguments:
        if not Path(argument).exists() and (match := _CODE.fullmatch(argument)):
            wanted.append(Wanted(code=match[1], concept=match[2] or ""))
        elif not Path(argument).exists() and _FINGERPRINT.fullmatch(argument):
            wanted.append(Wanted(fingerprint=argument))
        else:
            paths.append(Path(argument))
    return paths, wanted

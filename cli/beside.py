"""Texts side by side: which file is the translation of which, by the setting `pairs`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli.patterns import within
from zhengming.cli.termbases import seen_from_here
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from pathlib import Path

    from zhengming.cli.settings import Settings

__all__ = ["NAME", "SideBySide", "demand_patterns", "side_by_side"]

#: What stands for the part of the path that both texts have in common.
NAME = "{name}"


class SideBySide(NamedTuple):
    """A text and its translation."""

    source: Path
    target: Path


def demand_patterns(source: str, target: str) -> None:
    """Raise InvalidSettings unless both name what the two paths have in common, and are not the same."""
    for pattern in (source, target):
        if pattern.count(NAME) != 1:
            raise InvalidSettings(f"“{pattern}” must hold {NAME} once, for what both paths have in common")
    if source == target:
        raise InvalidSettings(f"“{source}” stands for both texts; say what tells them apart")


def side_by_side(path: Path, settings: Settings) -> SideBySide | None:
    """Return the two texts of which `path` is one, whether or not the other is there; None if it is none."""
    name = within(str(path), settings.folder)
    for source, target in settings.pairs:
        if match := _compiled(source).fullmatch(name):
            return SideBySide(path, _other(target, match[1], settings))
        if match := _compiled(target).fullmatch(name):
            return SideBySide(_other(source, match[1], settings), path)
    return None


def _other(pattern: str, name: str, settings: Settings) -> Path:
    return seen_from_here(settings.folder / pattern.replace(NAME, name))


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    before, _, behind = pattern.partition(NAME)
    return re.compile(f"{re.escape(before)}(.+){re.escape(behind)}", re.DOTALL)

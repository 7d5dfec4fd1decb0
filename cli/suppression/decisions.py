"""Decisions: what is written down in the folder .zhengming of a project."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengming.cli.suppression import baseline, ignore
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from pathlib import Path

    from zhengming.cli.settings import Settings
    from zhengming.cli.suppression.baseline import Entry
    from zhengming.cli.suppression.ignore import Ignore

__all__ = ["Decisions", "baseline_path", "ignore_path", "load", "shown"]

_FOLDER = ".zhengming"
_BASELINE = "baseline.jsonl"
_IGNORES = "ignore.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Ignores and baseline. `folder` is where the ignores' patterns of files begin; `baseline` the file's name."""

    folder: Path
    ignores: tuple[Ignore, ...] = ()
    entries: tuple[Entry, ...] = ()
    baseline: str = _BASELINE


def baseline_path(settings: Settings) -> Path:
    """Return where the project keeps its baseline, whether or not it has one."""
    return settings.folder / _FOLDER / _BASELINE


def ignore_path(settings: Settings) -> Path:
    """Return where the project keeps its ignores, whether or not it has any."""
    return settings.folder / _FOLDER / _IGNORES


def load(settings: Settings, *, other_baseline: Path | None = None, has_baseline: bool = True) -> Decisions:
    """Read the project's decisions; what is not there decides nothing, but a baseline that is named must be.

    Raise InvalidSettings with the place and the remedy.
    """
    ignores = ignore_path(settings)
    kept = other_baseline or baseline_path(settings)
    if other_baseline is not None and not other_baseline.is_file():
        raise InvalidSettings(f"{other_baseline}: there is no such baseline; `zhengming baseline create` makes one")
    return Decisions(
        folder=settings.folder,
        ignores=ignore.read(ignores, shown(ignores)) if ignores.is_file() else (),
        entries=baseline.read(kept, shown(kept)) if has_baseline and kept.is_file() else (),
        baseline=shown(kept),
    )


def shown(path: Path) -> str:
    """Return the path as a person in the working folder would write it."""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive of Windows
        return str(path)

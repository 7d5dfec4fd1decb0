"""The two versions of a termbase that a person wants compared: files, revisions of git, or the working tree."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli import git, termbases
from zhengming.termbase.concept import Termbase
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.cli.settings import Settings
    from zhengming.termbase.issue import Issue

__all__ = ["Version", "at", "read"]


class Version(NamedTuple):
    """A termbase as it was somewhere. `commit` is None for a file, "" for the working tree."""

    name: str
    termbase: Termbase
    commit: str | None = None


def read(arguments: Sequence[str], settings: Settings) -> tuple[Version, Version]:
    """Return the two versions meant: two of files and revisions, `A..B`, `A...B`, or one against the working tree.

    Raise InvalidSettings where a name is of neither, or neither version has a termbase.
    """
    before, after = _named(arguments, settings)
    if not (before.termbase.paths or after.termbase.paths):
        raise InvalidSettings(f"neither {before.name} nor {after.name} has a termbase: {', '.join(settings.termbase)}")
    return before, after


def _named(arguments: Sequence[str], settings: Settings) -> tuple[Version, Version]:
    if len(arguments) == 2:  # noqa: PLR2004  before and after
        return _version(arguments[0], settings), _version(arguments[1], settings)
    [name] = arguments or ("HEAD",)
    one, dots, other = name.partition("..")
    if dots and not Path(name).is_file():
        parted = other.startswith(".")
        one, other = one or "HEAD", other.removeprefix(".") or "HEAD"
        after = _at(other, settings)
        return (_parting(one, other, settings) if parted else _at(one, settings)), after
    return _at(name, settings), _standing(settings)


def _version(name: str, settings: Settings) -> Version:
    path = Path(name)
    if path.is_file():
        return Version(name, termbases.read(path, _ignore))
    if ":" in name:
        data = git.content(Path.cwd(), name) if not name.startswith("-") else None
        if data is None:
            raise InvalidSettings(f"“{name}”: git has no such file")
        return Version(name, termbases.parsed(data, name, _ignore))
    return _at(name, settings)


def _at(name: str, settings: Settings) -> Version:
    commit = git.commit(settings.folder, name)
    if commit is None:
        if Path(name).is_file():
            raise InvalidSettings(f"“{name}” is compared with what? Name a second file or a revision")
        raise InvalidSettings(f"“{name}” is neither a file nor a revision of git in {settings.folder}")
    return Version(name, at(commit, settings, name), commit)


def _parting(one: str, other: str, settings: Settings) -> Version:
    """Return the version from which both have come: `A...B` is what B has changed since it left A."""
    commits = [_at(name, settings).commit or "" for name in (one, other)]
    found = git.answer(settings.folder, "merge-base", *commits)
    if found is None:
        raise InvalidSettings(f"“{one}...{other}”: the two have no commit in common")
    commit = found.decode("ascii").strip()
    name = f"{commit[:7]} (where {other} left {one})"
    return Version(name, at(commit, settings, commit[:7]), commit)


def at(commit: str, settings: Settings, name: str = "") -> Termbase:
    """Return the termbase of the settings as it was in that commit; a file that was not there adds nothing."""
    parts: list[Termbase] = []
    for path in dict.fromkeys(settings.termbase):
        relative = os.path.relpath(settings.folder / path, settings.folder).replace(os.sep, "/")
        data = git.content(settings.folder, f"{commit}:./{relative}")
        if data is not None:
            parts.append(termbases.parsed(data, f"{name or commit}:{path}", _ignore))
    return Termbase.joined(parts)


def _standing(settings: Settings) -> Version:
    paths = [path for path in termbases.termbase_paths(settings, must_exist=False) if path.exists()]
    existing = (termbases.parsed(path.read_bytes(), str(path), _ignore) for path in paths)
    return Version("the working tree", Termbase.joined(existing), "")


def _ignore(issue: Issue) -> None:
    """Let a fault of a termbase pass: `term lint` tells it."""

"""Which files have changed, by git: what a commit, a branch or a day's work has touched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli import git
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from zhengming.cli.settings import Settings

__all__ = ["Changes", "changes", "decides_for_all"]

#: What git compares a first commit with.
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_DECISIONS = (".zhengming/baseline.jsonl", ".zhengming/ignore.toml")


class Changes(NamedTuple):
    """Files below the working folder that are new or other than before; for staged ones, what is staged of them."""

    paths: frozenset[Path]
    staged: dict[Path, bytes]


def changes(*, is_staged: bool, since: str = "") -> Changes:
    """Return what differs from the last commit, in the index or in the working tree, or since `since` branched off.

    Raise InvalidSettings outside a repository, or for a revision that is none.
    """
    here = Path()
    if git.answer(here, "rev-parse", "--git-dir") is None:
        raise InvalidSettings("no git repository here; name the files instead")
    if is_staged:
        names = _names("diff", "--cached", _head(here))
        return Changes(_resolved(names), {Path(name).resolve(): _staged(here, name) for name in names})
    base = _head(here)
    if since:
        common = git.answer(here, "merge-base", since, "HEAD")
        if since.startswith("-") or common is None:
            raise InvalidSettings(f"--since: git knows no revision “{since}” that this branch goes back to")
        base = common.decode().strip()
    untracked = _listed(git.answer(here, "ls-files", "-z", "--others", "--exclude-standard"))
    return Changes(_resolved([*_names("diff", base), *untracked]), {})


def decides_for_all(found: Changes, settings: Settings) -> bool:
    """Return whether a file has changed by which every other one is judged: termbase, settings, decisions."""
    judging = [*(settings.folder / name for name in (*settings.termbase, *_DECISIONS))]
    judging += [settings.path] if settings.path else []
    return not found.paths.isdisjoint(path.resolve() for path in judging)


def _head(folder: Path) -> str:
    return "HEAD" if git.answer(folder, "rev-parse", "--verify", "--quiet", "HEAD") else _EMPTY_TREE


def _names(*arguments: str) -> list[str]:
    return _listed(git.answer(Path(), *arguments, "--name-only", "-z", "--relative", "--diff-filter=d", "--no-renames"))


def _listed(answer: bytes | None) -> list[str]:
    return [os.fsdecode(name) for name in (answer or b"").split(b"\0") if name]


def _resolved(names: list[str]) -> frozenset[Path]:
    return frozenset(Path(name).resolve() for name in names)


def _staged(folder: Path, name: str) -> bytes:
    # The prefix makes git read the path from here and not from the root.
    return git.answer(folder, "show", f":./{name}") or b""

"""Questions to git, asked so that a repository which came from somewhere can make it run nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["answer", "commit", "content"]

#: A folder's own .git/config may name a program here, which git would start to learn what has changed.
_GIT = ("git", "-c", "core.fsmonitor=false")


def answer(folder: Path, *arguments: str) -> bytes | None:
    """Return what git prints; None if there is no git, or none that trusts this folder, or it says no."""
    import subprocess  # noqa: PLC0415  a file named on the command line needs no git

    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run([*_GIT, *arguments], cwd=folder, env=environment, capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def commit(folder: Path, revision: str) -> str | None:
    """Return the full name of the commit that a person calls so, or None if there is none."""
    found = answer(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return None if found is None else found.decode("ascii", "replace").strip()


def content(folder: Path, name: str) -> bytes | None:
    """Return the file of that name (`COMMIT:path`) as git keeps it, past filters; None if it is not there."""
    return answer(folder, "cat-file", "blob", name)

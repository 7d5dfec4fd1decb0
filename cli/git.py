"""Questions to git, asked so that a repository which came from somewhere can make it run nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["answer"]

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

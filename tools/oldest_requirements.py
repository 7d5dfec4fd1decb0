"""Print the core dependencies at their lower bounds, one a line, for an environment of the oldest versions promised."""

from __future__ import annotations

import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def oldest() -> list[str]:
    """Return each core dependency pinned to its lower bound."""
    dependencies = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    return [dependency.replace(">=", "==") for dependency in dependencies]


if __name__ == "__main__":
    print("\n".join(oldest()))

"""What commands that write translations have in common: they write over nothing unasked, and say what is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.notes import note
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

__all__ = ["demand_absent", "tell_lost"]


def demand_absent(path: Path, *, force: bool) -> None:
    """Raise ZhengmingError if something is there that would be written over."""
    if path.exists() and not force:
        raise ZhengmingError(f"{path} exists, and nothing is overwritten; name another file, or say --force")


def tell_lost(name: str, lost: Mapping[str, int], unsaid: Container[str] = ()) -> None:
    """Say what the format of that name has no place for, and how often, but for the kinds `unsaid`."""
    if kinds := [f"{kind} ({count:,})" for kind, count in sorted(lost.items()) if count and kind not in unsaid]:
        note(f"{name} has no place for: {', '.join(kinds)}")

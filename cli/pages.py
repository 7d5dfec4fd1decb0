"""The pages of the checks: docs/checks, which is installed with the tool."""

from __future__ import annotations

import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from zhengming.termbase.check import Check

__all__ = ["folder", "page"]


def folder() -> Path:
    """Return where the pages are."""
    # An editable installation leaves them where they are.
    beside = Path(__file__).resolve().parent.parent / "docs" / "checks"
    return beside if beside.is_dir() else Path(sysconfig.get_path("data")) / "share" / "zhengming" / "checks"


def page(check: Check) -> str:
    """Return the check's page, in Markdown. Raise ZhengmingError if it was not installed."""
    path = folder() / check.page
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ZhengmingError(f"{path}: {error.strerror}; install zhengming again to have its pages") from error

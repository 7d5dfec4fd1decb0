"""The signs that the full report draws with, and its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from zhengming.cli.report.page import Page

__all__ = ["SEVERITY_COLOURS", "Signs", "signs_for"]

SEVERITY_COLOURS = {
    Severity.CRITICAL: "magenta",
    Severity.MAJOR: "red",
    Severity.MINOR: "yellow",
    Severity.NEUTRAL: "cyan",
}


class Signs(NamedTuple):
    """What stands for what; `source` and `target` underline."""

    place: str
    related: str
    bar: str
    source: str
    target: str
    dots: str


_DRAWN = Signs("╭▸", "╰▸", "│", "─", "━", "…")
_ASCII = Signs("->", "=>", "|", "-", "^", "...")


def signs_for(page: Page) -> Signs:
    """Return the signs that the page can show."""
    return _ASCII if page.is_ascii else _DRAWN

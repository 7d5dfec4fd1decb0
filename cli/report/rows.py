"""An issue as a row of a table: for spreadsheets, and back from them with a decision in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

__all__ = ["COLUMNS", "row"]

#: `decision`, `text` and `reason` are for the reader to fill in: `zhengming review --apply` takes them back.
COLUMNS = (
    "path",
    "unit",
    "line",
    "code",
    "severity",
    "concept",
    "source",
    "target",
    "found",
    "expected",
    "message",
    "decision",
    "text",
    "reason",
    "fingerprint",
)


def row(issue: Issue) -> tuple[str, ...]:
    """Return the cells of the issue, those to be filled in empty."""
    passage, start = issue.passage, issue.location.start
    return (
        issue.location.path,
        (passage.unit or "") if passage else "",
        issue.location.part or (str(start.line) if start else ""),
        issue.check.code,
        str(issue.severity),
        issue.concept or "",
        passage.source if passage else "",
        passage.target if passage else "",
        issue.found or "",
        " | ".join(issue.expected),
        issue.message,
        "",
        "",
        "",
        issue.fingerprint,
    )

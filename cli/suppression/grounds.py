"""On what grounds an issue is let stand: the decision, who took it and why; or the baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.patterns import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.suppression.decisions import Decisions
    from zhengming.termbase.issue import Issue

__all__ = ["grounds"]


def grounds(issue: Issue, decisions: Decisions) -> Iterator[str]:
    """Yield a line for each ground on which an issue that is marked as suppressed is let stand."""
    if issue.suppressed == "ignore":
        path = within(issue.location.path, decisions.folder)
        for ignore in decisions.ignores:
            if ignore.covers(issue, path):
                taken = " ".join(filter(None, (ignore.by, str(ignore.date or ""))))
                yield f"{ignore.location}: {ignore.reason or 'no reason given'}{f' ({taken})' if taken else ''}"
        for written in issue.passage.ignores if issue.passage else ():
            yield f"{written.location}: with the unit: {written.text}"
    if issue.suppressed == "baseline":
        entry = next(entry for entry in decisions.entries if entry.fingerprint == issue.fingerprint)
        yield f"{decisions.baseline}: an issue of old, counted x{entry.count}"

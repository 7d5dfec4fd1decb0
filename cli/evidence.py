"""What `explain` says of an issue and of the uses of a concept: the evidence, a point a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.explanation import entry
from zhengming.cli.report.cells import wrapped
from zhengming.cli.report.full import lines_of
from zhengming.cli.report.group import Group
from zhengming.tmx.account import account

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.cli.report.page import Page
    from zhengming.cli.tracing import Trace
    from zhengming.termbase.position import Location
    from zhengming.tmx.account import Point

__all__ = ["trace_shown", "uses_shown"]

_MOST_PLACES = 3


def trace_shown(trace: Trace, page: Page) -> Iterator[str]:
    """Yield the issue as the report has it, then what it rests on and why it is let stand."""
    issue = trace.issue
    yield from lines_of(Group((issue,)), page)
    yield ""
    if trace.reading is not None:
        yield from _listed(account(issue, trace.reading), page.width)
    others = [str(other.location) for other in trace.others]
    remarks = (
        ("also at", _places(others)),
        ("let stand", "; ".join(trace.grounds)),
        ("fingerprint", issue.fingerprint),
        ("more", f"zhengming explain {issue.check.code}"),
    )
    for label, text in remarks:
        yield from entry(label, text, page.width) if text else ()


def uses_shown(used: Iterable[tuple[tuple[Point, ...], list[Location]]], width: int) -> Iterator[str]:
    """Yield each way in which a concept is used, with how often and the first places."""
    for points, places in used:
        yield ""
        yield from wrapped(f"x{len(places)}  {_places(list(map(str, places)))}", width)
        yield from _listed(points, width)


def _places(places: list[str]) -> str:
    more = len(places) - _MOST_PLACES
    return ", ".join(places[:_MOST_PLACES]) + (f" and {more} more" if more > 0 else "")


def _listed(points: Iterable[Point], width: int) -> Iterator[str]:
    before = ""
    for label, text in points:
        yield from entry("" if label == before else label, text, width)
        before = label

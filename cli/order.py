"""The orders in which issues can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhengming.termbase.position import Position

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.issue import Issue

__all__ = ["ORDERS"]


def _place(issue: Issue) -> tuple[str, Position]:
    return issue.location.path, issue.location.start or Position(0, 0, 0)


def _by_term(issue: Issue) -> tuple[Any, ...]:
    return issue.term or "", issue.concept or "", issue.check.code, *_place(issue), issue.message


def _by_file(issue: Issue) -> tuple[Any, ...]:
    return *_place(issue), issue.check.code, issue.message


def _by_check(issue: Issue) -> tuple[Any, ...]:
    return issue.check.code, issue.term or "", *_place(issue), issue.message


#: Sort keys. Whatever comes first, the rest makes the order that of places, and the same on every run.
ORDERS: dict[str, Callable[[Issue], tuple[Any, ...]]] = {"term": _by_term, "file": _by_file, "check": _by_check}

"""Group: issues in sequence that say the same of different places, so that it need be said once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.issue import Issue, Related

__all__ = ["Group", "grouped", "headline", "is_fixable", "remark", "remedy_of"]


@dataclass(frozen=True, slots=True)
class Group:
    """Issues of one check, severity and concept."""

    issues: tuple[Issue, ...]

    @property
    def runs(self) -> list[tuple[str, list[Issue]]]:
        """The issues that are worded alike, in sequence, with their headline."""
        return [(line, list(issues)) for line, issues in groupby(self.issues, key=headline)]

    @property
    def fix(self) -> str:
        """What can be said of replacements, or ""."""
        if all(issue.edit is None for issue in self.issues):
            return ""
        safe = sum(map(is_fixable, self.issues))
        if safe == len(self.issues):
            return "replace (safe)"
        unsafe = "replace, then read the sentence again"
        return f"{unsafe}; safe in {safe} of {len(self.issues)}" if safe else unsafe

    def names_concept(self, related: Related) -> bool:
        """Return whether that is the concept's own place, and its id stands beside the source already."""
        first = self.issues[0]
        return first.source_span is not None and related.text.startswith(f"{first.concept} ")


def is_fixable(issue: Issue) -> bool:
    """Return whether there is a replacement that can be made without a person's decision."""
    return issue.edit is not None and issue.edit.safe and issue.severity > Severity.NEUTRAL


def remedy_of(issue: Issue) -> str:
    """Return what to write in place of the wrong words, in their inflection if that is known; "" if nobody knows."""
    if issue.edit is not None:
        return issue.edit.replacement
    return issue.expected[0] if issue.expected else ""


def headline(issue: Issue) -> str:
    """Return the message without its remedy, where that is to stand beside the text."""
    if issue.target_span is not None:
        for form in (remedy_of(issue), *issue.expected[:1]):
            if issue.message.endswith(ending := f"; use “{form}”"):
                return issue.message.removesuffix(ending)
    return issue.message


def remark(issue: Issue) -> str:
    """Return what to say of the underlined text: what to write instead, unless the headline has said it."""
    remedy = remedy_of(issue)
    return f"use “{remedy}”" if remedy and f"“{remedy}”" not in headline(issue) else ""


def grouped(issues: Iterable[Issue]) -> Iterator[Group]:
    """Yield the groups, in the order of the issues. Without a concept, the wording must be the same."""
    for _, same in groupby(issues, key=_kind):
        yield Group(tuple(same))


def _kind(issue: Issue) -> tuple[str, int, str]:
    return issue.check.code, issue.severity, issue.concept or headline(issue)

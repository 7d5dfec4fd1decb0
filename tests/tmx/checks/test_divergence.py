"""One text on one side, two on the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

Issues = Callable[..., list["Issue"]]
Review = Callable[..., list[str]]


def test_two_sources_of_one_target(issues_of: Issues) -> None:
    pairs = [("暂停实施。", "It is suspended."), ("暂停实施。", "It is suspended."), ("停止实施。", "It is suspended.")]
    (issue,) = issues_of(*pairs, select="C002")
    assert issue.message == "same target, different sources: elsewhere “暂停实施。” x2"
    assert issue.passage is not None
    assert issue.passage.unit == "u3"
    assert issue.expected == ()  # which of the two is wrong nobody knows
    assert [related.text for related in issue.related] == ["暂停实施。", "暂停实施。"]


def test_two_targets_of_one_source(review_of: Review) -> None:
    pairs = [("暂停。", "It is suspended."), ("暂停。", "It is terminated.")]
    assert review_of(*pairs, select="C001") == [
        "C001 minor same source, different targets: elsewhere “It is terminated.” x1"
    ]


def test_case_spacing_and_punctuation_make_no_other_text(review_of: Review) -> None:
    assert review_of(("暂停", "Suspended"), ("暂停！", "Suspended"), select="C002") == []
    assert review_of(("暂停", "Suspended"), ("暂停", "suspended."), select="C001") == []

"""Mojibake in either text, with its repair."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

Issues = Callable[..., list["Issue"]]
Review = Callable[..., list[str]]


def test_what_is_whole_is_repaired(issues_of: Issues) -> None:
    (issue,) = issues_of(("中国的决定", "China鈥檚 decision"), select="L004")
    assert issue.message == "“鈥檚” is UTF-8 read as GBK: “’s”"
    assert issue.edit is not None
    assert (issue.edit.replacement, issue.edit.safe) == ("’s", True)


def test_what_is_lost_is_told_and_left(issues_of: Issues) -> None:
    (issue,) = issues_of(("决定", "the \ufffd decision"), select="L004")
    assert issue.message == "“\ufffd” is what is left of characters that were lost; take them from the original"
    assert issue.edit is None


def test_a_source_is_told_and_never_changed(issues_of: Issues) -> None:
    (issue,) = issues_of(("鍑哄彛绠″埗", "export control"), select="L004")
    assert issue.message.startswith("“鍑哄彛绠″埗” is UTF-8 read as GBK: “出口管制”, in the source")
    assert issue.edit is None


def test_a_byte_order_mark_stands_for_nothing(review_of: Review) -> None:
    assert review_of(("你好", "ï»¿Hello"), select="L004") == [
        "L004 major “ï»¿” is UTF-8 read as Windows-1252 and stands for nothing"
    ]

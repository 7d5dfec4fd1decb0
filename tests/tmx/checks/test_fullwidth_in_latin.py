"""Full-width forms in English, and where they belong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

Issues = Callable[..., list["Issue"]]


@pytest.mark.parametrize(
    ("english", "mended"),
    [
        ("The tariff is 25％.", "The tariff is 25%."),
        ("antimony，gallium and germanium", "antimony, gallium and germanium"),
        ("Announcement No. ６１", "Announcement No. 61"),
        ("dysprosium（Dy）is heavy", "dysprosium (Dy) is heavy"),
        ("1，000 tonnes", "1,000 tonnes"),
        ("It is over。", "It is over."),
        ("「Entity List」", "“Entity List”"),
    ],
)
def test_each_run_is_told_with_its_half_width_form(issues_of: Issues, english: str, mended: str) -> None:
    issues = issues_of(("稀土。", english), select="L001")
    assert issues
    for issue in reversed(issues):
        assert issue.edit is not None
        start, end = issue.edit.span
        english = english[:start] + issue.edit.replacement + english[end:]
    assert english == mended


def test_chinese_that_is_quoted_keeps_its_own(issues_of: Issues) -> None:
    assert issues_of(("条例", "the Regulations (《稀土管理条例》，“条例”)"), select="L001") == []


def test_a_chinese_target_is_full_width_by_right(issues_of: Issues) -> None:
    assert issues_of(("Rare earths.", "稀土，２５％。"), select="L001", languages=("en", "zh-CN")) == []

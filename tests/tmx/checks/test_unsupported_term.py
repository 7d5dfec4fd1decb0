"""T007: a term of which the source says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.issue import Issue

Review = "Callable[..., list[str]]"


def test_a_term_dropped_in_is_found(issues_of: Callable[..., list[Issue]]) -> None:
    (issue,) = issues_of(("该厂生产马达。", "The factory makes antimony oxide and motors."), select="T007")
    assert issue.found == "antimony oxide"
    assert issue.concept == "C4"
    assert str(issue.severity) == "minor"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("该厂生产氧化锑。", "The factory makes antimony oxide."),
        ("该厂生产三氧化二锑。", "The factory makes antimony oxide."),
        ("该厂出口氧化物。", "The factory exports antimony oxide."),
        ("美国公布了清单。", "The United States published the Entity List."),
        ("该公司很大。", "The company is state-owned."),
        ("他们绕过关卡。", "They circumvent the checkpoint."),
        ("该厂生产马达。", "The factory makes magnet material."),
    ],
    ids=["spoken of", "kindred", "a part of the name", "short for it", "a general word", "soft", "proposed"],
)
def test_what_is_silent(issues_of: Callable[..., list[Issue]], zh: str, en: str) -> None:
    found = issues_of((zh, en), select="T007")
    assert [issue.found for issue in found if issue.concept != "C7"] == []


def test_from_english_the_words_of_the_name_are_looked_for(issues_of: Callable[..., list[Issue]]) -> None:
    pairs = [("The factory makes motors.", "该厂生产氧化锑。"), ("The factory oxidises antimony.", "该厂生产氧化锑。")]
    (issue,) = issues_of(*pairs, select="T007", languages=("en", "zh-CN"))
    assert issue.passage is not None
    assert issue.passage.source == "The factory makes motors."

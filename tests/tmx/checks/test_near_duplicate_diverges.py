"""C005: sources that differ by a number or a word, and targets that have little in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.issue import Issue

ONE = ("本批废旧电机共420台，已全部登记入库。", "All 420 scrapped motors of this lot have been registered and stored.")


@pytest.fixture
def said(issues_of: Callable[..., list[Issue]]) -> Callable[..., list[str]]:
    def check(*pairs: tuple[str, str], languages: tuple[str, str] = ("zh-CN", "en")) -> list[str]:
        issues = issues_of(*pairs, select="C005", languages=languages)
        return [f"{issue.severity} {issue.found} < {issue.related[0].text}" for issue in issues]

    return check


def test_another_number_and_another_sentence(said: Callable[..., list[str]]) -> None:
    other = ("本批废旧电机共380台，已全部登记入库。", "Registration is complete: 380 units, nothing left outside.")
    assert said(ONE, other) == [f"neutral {other[1]} < {ONE[1]}"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (ONE[0], "Registration is complete, nothing left outside."),
        ("本批废旧电机共380台，已全部登记入库。", "All 380 scrapped motors of the delivery were entered."),
        ("本批废旧电机共380台，均未登记，露天存放。", "Registration is not complete: 380 units, left outside."),
        ("本批废旧电机共380台，已全部登记入库。", ""),
    ],
    ids=["the same source", "like targets", "unlike sources", "an empty target"],
)
def test_what_is_silent(said: Callable[..., list[str]], source: str, target: str) -> None:
    assert said(ONE, (source, target)) == []


def test_one_word_of_a_long_english_sentence(said: Callable[..., list[str]]) -> None:
    one = ("The licence is valid for one year from the date of issue.", "许可证自签发之日起一年内有效。")
    other = ("The permit is valid for one year from the date of issue.", "逾期未使用者，应当重新提出申请。")
    assert said(one, other, languages=("en", "zh-CN")) == [f"neutral {other[1]} < {one[1]}"]


def test_a_segment_is_told_once(said: Callable[..., list[str]]) -> None:
    other = ("本批废旧电机共380台，已全部登记入库。", "Registration is complete: 380 units, nothing left outside.")
    assert len(said(ONE, ONE, other)) == 1

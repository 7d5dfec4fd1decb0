"""Quantities that differ, and those that only look different."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Review = Callable[..., list[str]]
NUMBERS = "N001 N002 N003 N004 N006 N007"


@pytest.mark.parametrize(
    ("chinese", "english", "message"),
    [
        (
            "投资90亿元。",
            "Investment came to 90 billion yuan.",
            "N002 major “90亿” is 9 billion; “90 billion” is 10× too large",
        ),
        ("投资3.2万吨。", "3,200 tonnes were shipped.", "N002 major “3.2万” is 32,000; “3,200” is 10× too small"),
        ("出口530万件。", "Exports of 540 units.", "N001 major “530万” is 5.3 million; found “540”"),
        (
            "税率下调24个百分点。",
            "The rate fell by 24%.",
            "N003 major “24个百分点” is 24 percentage points; found “24%”",
        ),
        ("纯度99.99%。", "Purity of 99.999%.", "N003 major “99.99%”; found “99.999%”"),
        ("7月22日公布。", "Announced on 22 June.", "N004 minor “7月” is July; found “June”"),
        ("税号8505.11.10。", "Heading 8505.11.90.", "N006 major “8505.11.10”; found “8505.11.90”"),
        (
            "产量增长了6倍。",
            "Output grew to six times its level.",
            "N001 major “6倍” is 7 times the base; found “six times”",
        ),
        ("持股50%及以上。", "A stake of more than 50%.", "N007 minor “50%”: at least 50%; the target says more than"),
        ("环比增长8%。", "Up 8% year on year.", "N001 major “环比” is on the previous period; found “year on year”"),
        ("共有56家企业。", "There are companies.", "N001 minor “56” is not in the target"),
        ("共有企业。", "There are 56 companies.", "N001 minor “56” is not in the source"),
    ],
)
def test_faults(review_of: Review, chinese: str, english: str, message: str) -> None:
    assert review_of((chinese, english), select=NUMBERS) == [message]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("5.54万吨", "55,400 tonnes"),
        ("12亿元", "1.2 billion yuan"),
        ("4月4日", "April 4"),
        ("增长6倍", "rose by 600%"),
        ("增长6倍", "increased sevenfold"),
        ("增长6倍", "rose by six times"),
        ("三成", "30%"),
        ("利率由0.75厘上调至1厘", "raised from 0.75% to 1%"),
        ("第三季度", "the third quarter"),
        ("三分之一", "one third"),
        ("2025年第61号公告", "Announcement No. 61 of 2025"),
        ("去年出口增长", "Exports grew in 2024"),
        ("两家公司", "both companies"),
        ("50%及以上", "50% or more"),
        ("2016年至2017年", "2016-17"),
        ("同比增长5%", "up 5% from a year earlier"),
        ("环比增长5%", "up 5% on the previous month"),
        ("按年升5%", "up 5% year-on-year"),
    ],
)
def test_the_same_quantity_said_otherwise(review_of: Review, chinese: str, english: str) -> None:
    assert review_of((chinese, english), select=NUMBERS) == []
    assert review_of((english, chinese), select=NUMBERS, languages=("en", "zh-CN")) == []


def test_the_expected_value_is_written_in_the_target_language(review_of: Review) -> None:
    found = review_of(("Investment came to 9 billion yuan.", "投资9亿元。"), select=NUMBERS, languages=("en", "zh-CN"))
    assert found == ["N002 major “9 billion” is 90亿; “9亿” is 10× too small"]

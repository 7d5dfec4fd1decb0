"""Quantities that differ, and those that only look different."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from zhengming.tmx.quantity import discrepancies, quantities

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


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("进口150万吨。", "Imports of one and a half million tonnes."),
        ("投资1亿2千万元。", "Investment of 120 million yuan."),
        ("2025.4.4公布。", "Announced on 4 April 2025."),
        ("2025.06.30止。", "Until June 30, 2025."),
        ("2025-04-04公布。", "Announced on 2025/4/4."),
        ("收入1500万美元。", "Revenue of US$15 m."),
        ("产量1500万吨。", "Output of 15 Mt."),
        ("装载15吨。", "A load of 15 mt."),
        ("上调25个基点。", "Raised by 0.25 percentage points."),
        ("上调0.25个百分点。", "Raised by 25 basis points."),
        ("下调25点子。", "Lowered by 25 basis points."),
        ("远期汇率达负615点子。", "Forward points reached -615 pips."),
        ("上调25至50个基点。", "Raised by 25 to 50 basis points."),
        ("长10公里。", "It is 10,000 metres long."),
        ("重100克。", "It weighs 0.1 kg."),
        ("长1000米。", "It is 1 km long."),
        ("税号2805.30.11。", "Code 28053011."),
        ("税号8505.11.10。", "Code 8505 11 10."),
        ("工作7½小时。", "Worked 7.5 hours."),
        ("收入100万元。", "Income was RMB1 million²."),
    ],
)
def test_forms_of_the_same_quantity(review_of: Review, chinese: str, english: str) -> None:
    assert review_of((chinese, english), select=NUMBERS) == []
    assert review_of((english, chinese), select=NUMBERS, languages=("en", "zh-CN")) == []


def test_a_unit_kept_with_another_value_is_no_conversion(review_of: Review) -> None:
    found = review_of(("长10公里。", "It is 10,000 km long."), select=NUMBERS)
    assert found == ["N002 major “10”; “10,000” is 1,000× too large"]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("9" * 5000, "9" * 4999), ("一" + "万" * 4000, "million " * 3000), ("9" * 30 + "万亿", "half " * 3000 + "and 1")],
)
def test_what_nobody_can_count_is_reviewed_all_the_same(review_of: Review, chinese: str, english: str) -> None:
    assert len(review_of((chinese, english), select=NUMBERS)) <= 1


@pytest.mark.parametrize("shift", [0, 2])
def test_a_table_of_numbers_takes_no_time_to_speak_of(shift: int) -> None:
    source = quantities("、".join(f"{7 * row + 1000}吨" for row in range(1500)), "zh")
    target = quantities(", ".join(f"{7 * row + 1000 + shift} tonnes" for row in range(1500)), "en")
    assert source is not None
    assert target is not None
    begun = time.process_time()
    assert len(discrepancies(source, target)) == (1500 if shift else 0)
    assert time.process_time() - begun < 5  # comparing all with all took half a minute

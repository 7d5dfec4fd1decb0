"""What a candidate may begin and end with."""

from __future__ import annotations

import pytest

from zhengming.tmx.extraction.edges import can_be_term, can_end, can_stand_alone, can_stand_inside


def may_be_term(*words: str) -> bool:
    return can_be_term(list(words), can_stand_alone)


@pytest.mark.parametrize(
    "words",
    [
        ["出口", "管制"],
        ["最终", "用户"],
        ["长期", "贷款"],
        ["上游", "企业"],
        ["美元", "汇率"],
        ["货币", "及", "金融", "稳定"],
        ["持", "牌", "人"],
        ["稀土"],
        ["export", "control"],
        ["certificate", "of", "origin"],
        ["end", "use"],
        ["annual", "report"],
        ["praseodymium"],
    ],
)
def test_names(words: list[str]) -> None:
    assert may_be_term(*words)


@pytest.mark.parametrize(
    "words",
    [
        ["的", "出口"],
        ["出口", "应当"],
        ["不断", "提高"],
        ["第一", "季度"],
        ["届", "研讨会"],
        ["稀土", "的", "出口"],
        ["陈", "先生"],
        ["者", "出口"],
        ["土"],
        ["the", "control"],
        ["exports", "rose"],
        ["company", "said"],
        ["strictly", "controlled"],
        ["remains", "stable"],
        ["hong", "kong", "financial"],
        ["activities"],
        ["programmes"],
        ["corrosive"],
        ["ore"],
        ["b"],
    ],
)
def test_no_names(words: list[str]) -> None:
    assert not may_be_term(*words)


def test_one_who_does_something_is_the_end_of_a_name_and_no_beginning() -> None:
    assert can_end("者", is_first=False)
    assert not can_end("者", is_first=True)


def test_a_conjunction_may_stand_inside_and_a_particle_not() -> None:
    assert can_stand_inside("及")
    assert not can_stand_inside("的")
    assert can_stand_inside("of")
    assert not can_stand_inside("with")

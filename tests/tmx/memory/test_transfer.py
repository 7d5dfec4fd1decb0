from __future__ import annotations

import pytest

from zhengming.tmx.memory.transfer import transferred


@pytest.mark.parametrize(
    ("old", "new", "target", "expected"),
    [
        ("出口增长3%。", "出口增长5%。", "Exports rose 3 percent.", "Exports rose 5 percent."),
        ("出口5.54万吨。", "出口3.2万吨。", "Exports were 55,400 tonnes.", "Exports were 32,000 tonnes."),
        ("出口950吨。", "出口12000吨。", "Exports were 950 tonnes.", "Exports were 12,000 tonnes."),
        ("总额90亿元。", "总额125亿元。", "The total is 9 billion yuan.", "The total is 12.5 billion yuan."),
        ("2024年5月3日生效。", "2025年7月4日生效。", "Effective 3 May 2024.", "Effective 4 July 2025."),
        ("从3%升至5%。", "从5%升至7%。", "From 3% to 5%.", "From 5% to 7%."),
    ],
)
def test_numbers_go_where_their_values_stood(old: str, new: str, target: str, expected: str) -> None:
    assert transferred(old, new, target, "zh", "en") == expected


@pytest.mark.parametrize(
    ("old", "new", "target"),
    [
        ("出口增长3%。", "进口增长5%。", "Exports rose 3 percent."),  # other words too
        ("出口增长3%。", "出口增长5%。", "Exports rose sharply."),  # it has no place
        ("第3条和第3款", "第4条和第5款", "Article 3, paragraph 3"),  # which is which?
        ("出口增长3%，进口增长3%。", "出口增长4%，进口增长4%。", "Exports and imports rose 3% and 3%."),  # twice
        ("出口增长3%。", "出口增长5%。", "Exports rose 30 percent."),  # the old pair is wrong itself
        ("HS编码8505.11", "HS编码8505.19", "HS code 8505.11"),  # a code is no value
    ],
)
def test_what_is_not_certain_is_left_alone(old: str, new: str, target: str) -> None:
    assert transferred(old, new, target, "zh", "en") is None


def test_of_a_language_whose_numbers_are_not_known_nothing_is_changed() -> None:
    assert transferred("增长3%", "增长5%", "um 3 % gestiegen", "zh", "de") is None

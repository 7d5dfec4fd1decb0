"""What speaks for a term, and how much."""

from __future__ import annotations

import math

import pytest

from zhengming.tmx.drift.corpus import Side
from zhengming.tmx.extraction.termhood import Factors, c_values, log_ratio
from zhengming.tmx.extraction.words import cutter, key

USUAL = Factors(c_value=20.0, entropy=1.5, log_ratio=10.0, association=0.9)


def test_a_part_counts_only_where_it_stands_by_itself() -> None:
    side = Side("zh", cutter("zh"), key)
    side.add("重稀土")
    heavy, part = side.numbered("重稀土"), side.numbered("稀土")
    values = c_values({heavy: 6, part: 8}, side)
    assert values[heavy] == pytest.approx(math.log2(3) * 6)
    assert values[part] == pytest.approx(math.log2(2) * (8 - 6))


def test_a_single_english_word_has_a_c_value_too() -> None:
    side = Side("en", cutter("en"), key)
    side.add("dysprosium")
    assert c_values({side.numbered("dysprosium"): 4}, side) == {side.numbered("dysprosium"): 4.0}


def test_what_is_rare_in_general_weighs_more() -> None:
    assert log_ratio(["钕", "铁", "硼"], 5, 1000) > log_ratio(["公司", "公告"], 5, 1000) > log_ratio(["我们"], 5, 1000)


@pytest.mark.parametrize(
    "worse",
    [
        USUAL._replace(c_value=2.0),
        USUAL._replace(entropy=0.5),
        USUAL._replace(log_ratio=3.0),
        USUAL._replace(association=0.2),
        USUAL._replace(association=0.0),
        USUAL._replace(log_ratio=None, is_single_word=True),
    ],
)
def test_each_factor_counts(worse: Factors) -> None:
    assert 0 < worse.score < USUAL.score


def test_a_phrase_that_is_never_free_or_never_by_itself_is_no_term() -> None:
    assert USUAL._replace(entropy=0.0).score == USUAL._replace(c_value=-3.0).score == 0


def test_freedom_beyond_a_point_counts_no_more() -> None:
    assert USUAL._replace(entropy=2.0).score == USUAL._replace(entropy=5.0).score

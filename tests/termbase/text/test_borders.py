"""Where Chinese terms end."""

from __future__ import annotations

import pytest

from zhengming.termbase.text.borders import border_cost, hiding_words


def test_a_short_term_hides_in_longer_words() -> None:
    hiding = hiding_words(["银", "石墨", "国防部"])
    assert {"银行", "石墨粉", "国防部长"} <= hiding


def test_what_has_the_term_for_its_head_is_a_kind_of_it() -> None:
    assert "白银" not in hiding_words(["银"])  # silver is silver


def test_a_compound_of_two_words_keeps_the_first() -> None:
    assert "金融机构" not in hiding_words(["金融"])


@pytest.mark.parametrize("terms", [[], ["出口管制清单"], ["bis"]])
def test_long_and_latin_terms_hide_nowhere(terms: list[str]) -> None:
    assert hiding_words(terms) == set()


@pytest.mark.parametrize(
    ("text", "term", "is_chance"),
    [
        ("中国有大量稀土", "国有", True),
        ("国有企业", "国有", False),
        ("南京市长江大桥", "市长", True),
        ("近年金融市场", "年金", True),
        ("氧化锑出口", "氧化锑", False),
        ("中國有大量稀土", "國有", True),
    ],
)
def test_two_halves_of_other_words_cost_more(text: str, term: str, *, is_chance: bool) -> None:
    start = text.index(term)
    assert (border_cost(text, start, start + len(term)) >= 3) is is_chance

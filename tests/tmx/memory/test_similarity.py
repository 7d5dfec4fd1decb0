from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.tmx.memory.similarity import Likeness, Passage, similarity
from zhengming.tmx.model import InlineCode

BOLD = (InlineCode("bpt", 0, (("i", "1"), ("type", "bold")), "<b>"), InlineCode("ept", 5, (("i", "1"),), "</b>"))


def zh(one: str, other: str) -> int:
    return similarity(Passage(one, "zh"), Passage(other, "zh"))


def en(one: str, other: str) -> int:
    return similarity(Passage(one, "en"), Passage(other, "en"))


def test_the_same_text_is_exact() -> None:
    assert zh("对稀土实施出口管制。", "对稀土实施出口管制。") == 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023年出口5.54万吨。", "2024年出口3.2万吨。"),
        ("对氧化锑实施出口管制。", "對氧化銻實施出口管制。"),
        ("HS编码见附件。", "ＨＳ编码见附件。"),
        ("见 附件 {0}", "见 附件 {1}"),
    ],
)
def test_what_differs_in_numbers_codes_script_or_width_alone_is_99(one: str, other: str) -> None:
    assert zh(one, other) == 99


def test_other_numbers_and_other_codes_are_two_points() -> None:
    assert zh("第3页，共{0}页", "第4页，共{1}页") == 98


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("稀土永磁体出口", "稀土永磁材出口", 85),  # one character of seven
        ("稀土永磁体出口", "稀土永磁材料出口", 75),  # a character becomes two, of eight
        ("对稀土实施出口管制。", "对稀土实施出口管制！", 94),  # punctuation weighs half: 1 of 19
        ("稀土永磁体出口", "三季度财务报表", 0),
    ],
)
def test_chinese_counts_characters(one: str, other: str, score: int) -> None:
    assert zh(one, other) == score


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Export control of rare earths", "Export control of rare metals", 80),  # one word of five
        ("Export control of rare earths", "Export controls of rare earths", 90),  # the same word inflected: half
        ("Export control of rare earths", "export control of rare earths", 99),
        ("Export control of rare earths", "Export control of rare earths.", 95),  # a mark weighs a quarter: 1 of 21
    ],
)
def test_english_counts_words(one: str, other: str, score: int) -> None:
    assert en(one, other) == score


def test_words_of_other_languages_count_as_inflected_if_they_begin_alike() -> None:
    assert similarity(Passage("seltene Erden", "de"), Passage("seltenen Erden", "de")) == 75


def test_inline_codes_cost_a_point() -> None:
    assert similarity(Passage("Entity List", "en", BOLD), Passage("Entity List", "en")) == 99


def test_the_numbering_of_inline_codes_is_nothing() -> None:
    renumbered = tuple(code._replace(attributes=(("i", "7"), *code.attributes[1:])) for code in BOLD)
    assert similarity(Passage("Entity List", "en", BOLD), Passage("Entity List", "en", renumbered)) == 100


def test_a_form_below_the_least_is_none() -> None:
    likeness = Likeness(Passage("稀土永磁体出口", "zh"))
    assert likeness.of_form("稀土永磁材料出口", 75) == 75
    assert likeness.of_form("稀土永磁材料出口", 76) == 0


TEXTS = st.text(st.sampled_from("稀土出口，。 3a {0}"), max_size=12)


@settings(deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["zh", "en", "de"]))
def test_a_score_is_the_same_either_way_round_and_100_means_equal(one: str, other: str, language: str) -> None:
    score = similarity(Passage(one, language), Passage(other, language))
    assert score == similarity(Passage(other, language), Passage(one, language))
    assert (score == 100) == (one == other)
    assert 0 <= score <= 100

"""Words as drift counts them: where they stand, and which of them are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.text.normal import fold
from zhengming.tmx.drift.words import can_tell_words, is_content, is_verb, root, spans, words


def test_chinese_is_cut_into_words_of_two_characters_and_single_ones() -> None:
    assert words("对稀土实施出口管制") == ["对", "稀土", "实施", "出口", "管制"]


def test_a_word_of_three_characters_is_not_cut_into_two_and_one() -> None:
    assert words("透明度通道") == ["透明度", "通道"]
    assert words("病毒性肺炎") == ["病毒性", "肺炎"]


def test_three_characters_are_cut_where_the_third_begins_a_word() -> None:
    assert words("稀土管制") == ["稀土", "管制"]


def test_traditional_and_simplified_are_cut_alike() -> None:
    assert words("實施出口管制") == words("实施出口管制")


def test_a_hyphen_parts_words_and_punctuation_stands_between_them() -> None:
    assert words("Dual-use items, 12 in all") == ["dual", "use", "items", ",", "12", "in", "all"]


@pytest.mark.parametrize(
    ("one", "other"), [("bank", "banks"), ("supervision", "supervisory"), ("policy", "policies"), ("store", "stored")]
)
def test_words_of_one_root_have_one_key(one: str, other: str) -> None:
    assert root(one, "en") == root(other, "en")


def test_words_of_two_roots_have_two_keys() -> None:
    assert root("terbium", "en") != root("erbium", "en")
    assert root("管制", "zh") != root("限制", "zh")


def test_an_unknown_language_is_cut_short() -> None:
    assert root("conversion", "es") == root("conversiones", "es")


def test_what_names_something() -> None:
    assert is_content("管制")
    assert is_content("control")
    assert not any(map(is_content, ("the", "的", "12", "，", "x")))


def test_verbs_of_any_text_in_all_their_forms() -> None:
    assert is_verb("announces")
    assert is_verb("加强")
    assert not is_verb("control")


def test_words_of_japanese_cannot_be_told() -> None:
    assert [can_tell_words(language) for language in ("zh", "en", "fr", "ja", "th")] == [True, True, True, False, False]


@given(st.text(alphabet="稀土出口管制的，。 NdFeB-'12é銻"))
def test_each_word_stands_where_its_span_says(text: str) -> None:
    assert [fold(text)[slice(*span)] for span in spans(text)] == words(text)

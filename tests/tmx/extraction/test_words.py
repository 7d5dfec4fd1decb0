"""Words as candidates are made of them: as long as the dictionary has them, and no longer."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.text.normal import fold
from zhengming.tmx.drift.words import spans
from zhengming.tmx.extraction.words import can_cut, cutter, key

chinese, english, japanese = cutter("zh"), cutter("en"), cutter("ja")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("透明度通道", ["透明度", "通道"]),
        ("對稀土實施出口管制", ["对", "稀土", "实施", "出口", "管制"]),
        ("氧化锑、氧化镝", ["氧化", "锑", ",", "氧化", "镝"]),
        ("NdFeB磁体 5 吨", ["ndfeb", "磁体", "5", "吨"]),
        ("", []),
    ],
)
def test_chinese_is_cut_into_the_likeliest_words(text: str, words: list[str]) -> None:
    assert list(chinese(text)) == words


def test_a_long_run_is_cut_like_a_short_one() -> None:
    assert chinese("出口管制" * 40) == ["出口", "管制"] * 40


def test_space_between_chinese_names_parts_them() -> None:
    assert chinese("商务部 海关") == ["商务部", " ", "海关"]


def test_english_words_lose_case_hyphens_and_the_owner_s() -> None:
    assert english("The plant’s dual-use items, R&D") == ["the", "plant", "dual", "use", "items", ",", "r", "&", "d"]


def test_japanese_is_cut_where_its_script_changes() -> None:
    assert japanese("レアアースの輸出管理を強化") == ["レアアース", "の", "输出管理", "を", "强化"]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [("controls", "control", "en"), ("programmes", "program", "en"), ("Erden", "Erde", "de"), ("管制", "管制", "zh")],
)
def test_forms_of_one_word_have_one_key(one: str, other: str, language: str) -> None:
    assert key(one.lower(), language) == key(other.lower(), language)


def test_words_that_only_look_alike_have_two() -> None:
    assert key("terbium", "en") != key("erbium", "en")
    assert key("supervision", "en") != key("supervisory", "en")


def test_which_languages_can_be_cut() -> None:
    assert [can_cut(language) for language in ("zh", "en", "de", "ja", "th", "ko")] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]


@given(st.text(alphabet="稀土出口管制氧化锑了的,。 a-b1'’", max_size=40), st.sampled_from(["zh", "en", "ja"]))
def test_every_word_has_its_place_in_the_text(text: str, language: str) -> None:
    cut = cutter(language)
    words, places = cut(text), spans(text, cut)
    assert [fold(text[slice(*place)]) for place in places] == [fold(word) for word in words]
    assert all(one.end <= other.start for one, other in pairwise(places))

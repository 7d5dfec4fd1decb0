"""Comparison forms: what is one and the same for a reader, character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.text.normal import fold, fold_characters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Export Control", "export control"),
        ("end-user", "end user"),
        ("end–user", "end‑user"),
        ("and/or", "and or"),
        ("entrepôt", "entrepot"),
        ("ＢＩＳ", "bis"),
        ("99.999％", "99.999%"),
        ("Sb₂O₃", "Sb2O3"),
        ("m³", "m3"),
        ("稀土\u3000永磁", "稀土 永磁"),
        ("氧化銻", "氧化锑"),
        ("釹鐵硼", "钕铁硼"),
        ("“管制”", '"管制"'),
        ("Müller’s", "muller's"),
        ("10~12", "10～12"),
    ],
)
def test_two_ways_of_writing_one_thing(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("铽", "铒"), ("terbium", "erbium"), ("①", "1"), ("99.99%", "99.999%"), ("管制", "限制"), ("½", "1")],
)
def test_two_things(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_script_may_be_left_alone() -> None:
    assert fold_characters("氧化銻") != fold_characters("氧化锑")
    assert fold_characters("ＢＩＳ") == fold_characters("bis")


@given(st.text())
def test_every_character_stays_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(fold_characters(text)) == len(text)


@given(st.text(st.characters(min_codepoint=0x3000, max_codepoint=0x323AF, exclude_categories=("Cs",))))
def test_even_those_beyond_the_first_plane(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(), st.text())
def test_a_part_is_folded_as_in_the_whole(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@pytest.mark.parametrize("letter", ["Ø", "Ł", "Đ", "ẞ"])
def test_capitals_with_a_stroke_are_folded_like_small_letters(letter: str) -> None:
    assert fold(letter) == fold(letter.lower())

"""Scripts."""

from __future__ import annotations

import pytest

from zhengming.termbase.text.script import is_han, is_unspaced_language, is_word_character


@pytest.mark.parametrize("character", "稀銻〇𨧀𬭊")
def test_han_characters_beyond_the_first_plane_too(character: str) -> None:
    assert is_han(character)


@pytest.mark.parametrize("character", ["a", "あ", "한", "，", "々", "", "稀土"])
def test_what_is_no_han_character(character: str) -> None:
    assert not is_han(character)


def test_languages_without_spaces() -> None:
    assert [is_unspaced_language(tag) for tag in ("zh", "ja", "th", "ko", "en", "vi")] == [True] * 4 + [False] * 2


def test_a_latin_word_ends_at_a_chinese_character() -> None:
    assert [is_word_character(character) for character in "aé9的 -"] == [True, True, True, False, False, False]

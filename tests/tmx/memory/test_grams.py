from __future__ import annotations

from zhengming.tmx.memory.grams import BITS, Grams


def test_every_chinese_character_begins_a_gram() -> None:
    assert Grams("zh").of("氧化锑") == {("氧", "化"), ("化", "锑"), ("锑", "\n")}


def test_words_are_known_by_their_stems_alone_and_with_the_next() -> None:
    grams = Grams("en")
    assert grams.of("export controls") == grams.of("exports control")
    assert grams.of("export control") == {("export", ""), ("control", ""), ("export", "control"), ("control", "\n")}


def test_a_text_within_another_shares_its_inner_grams() -> None:
    grams = Grams("zh")
    assert set(grams.within("氧化锑")) <= grams.numbers("高纯氧化锑出口")
    assert len(grams.within("氧化锑")) == 2


def test_numbers_tell_grams_apart_and_have_room() -> None:
    grams = Grams("zh")
    assert grams.number(("化", "锑")) != grams.number(("锑", "化"))
    assert max(grams.numbers("\U0010ffff\U0010ffff")) < 1 << BITS


def test_nothing_has_no_grams() -> None:
    assert Grams("zh").of("") == set()

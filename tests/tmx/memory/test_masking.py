from __future__ import annotations

import pytest

from zhengming.tmx.memory.masking import CODE, NUMBER, mask


def test_chinese_is_compared_by_characters_and_numbers_are_all_alike() -> None:
    masked = mask("去年出口 5.54万吨，同比增长3%。", "zh")
    assert masked.form == f"去年出口{NUMBER}万吨,同比增长{NUMBER}%。"
    assert masked.numbers == ("5.54", "3")


def test_english_is_compared_by_words_and_marks() -> None:
    masked = mask("Exports of rare-earth magnets rose 3% to 5,540 t.", "en")
    assert masked.form == f"exports of rare earth magnets rose {NUMBER} % to {NUMBER} t ."
    assert masked.numbers == ("3", "5,540")


@pytest.mark.parametrize("text", ["对氧化锑实施出口管制", "對氧化銻實施出口管制", "对 氧化锑 实施出口管制"])
def test_script_and_spaces_are_folded_away(text: str) -> None:
    assert mask(text, "zh").form == "对氧化锑实施出口管制"


def test_width_and_case_are_folded_away() -> None:
    assert mask("ＨＳ编码２８０５．３０", "zh") == mask("hs编码2805.30", "zh")


def test_codes_are_all_alike() -> None:
    masked = mask("Write to info@example.org or see https://example.org/a, {name}: %s", "en")
    assert masked.form == f"write to {CODE} or see {CODE} {CODE} : {CODE}"
    assert masked.codes == ("info@example.org", "https://example.org/a,", "{name}", "%s")


def test_a_chinese_sentence_goes_on_after_an_address() -> None:
    assert mask("见https://example.org/a的公告", "zh").form == f"见{CODE}的公告"

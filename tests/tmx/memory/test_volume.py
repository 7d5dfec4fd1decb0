"""How much a text is, as an invoice has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.tmx.memory.volume import NOTHING, Volume, volume


@pytest.mark.parametrize(
    ("text", "words", "characters"),
    [
        ("对氧化镝实施出口管制。", 10, 11),
        ("export controls on dysprosium oxide", 5, 31),
        ("rare-earth magnets — don't ship", 4, 27),
        ("向 12 家 NdFeB 企业发放许可证", 11, 16),
        ("ジスプロシウムの輸出", 10, 10),
        ("희토류 수출 통제", 3, 7),
        ("10.5% (2024)", 2, 11),
        ("— / …", 0, 3),
        ("", 0, 0),
    ],
)
def test_words_and_characters(text: str, words: int, characters: int) -> None:
    assert volume(text) == Volume(1, words, characters)


@given(st.lists(st.sampled_from(["镝", "tariff", "5", " ", "，"])))
def test_parts_with_space_between_add_up(parts: list[str]) -> None:
    whole = NOTHING
    for part in parts:
        whole = whole.plus(volume(part))
    together = volume(" ".join(parts))
    assert (together.words, together.characters) == (whole.words, whole.characters)

"""Chinese script conversion: characters change, words never."""

from __future__ import annotations

import pytest

from zhengming.termbase.language import Tag
from zhengming.termbase.text.convert import convert, is_foreign, simplified_characters

TAIWAN, HONG_KONG = Tag("zh", "Hant", "TW"), Tag("zh", "Hant", "HK")


@pytest.mark.parametrize(
    ("text", "language", "converted"),
    [
        ("最终用户", TAIWAN, "最終用戶"),  # not 終端使用者
        ("最终用户", HONG_KONG, "最終用户"),
        ("氧化锑", Tag("zh", "Hant"), "氧化銻"),
        ("氧化銻", Tag("zh", "Hans"), "氧化锑"),
        ("氧化銻", Tag("zh", "Hans", "CN"), "氧化锑"),
        ("export control", Tag("en"), "export control"),
        ("氧化銻", Tag("ja"), "氧化銻"),
        ("里面", Tag("zh", "Hant", "MO"), "裏面"),
    ],
)
def test_text_in_another_script(text: str, language: Tag, converted: str) -> None:
    assert convert(text, language) == converted


def test_each_character_has_one_simple_form() -> None:
    table = simplified_characters()
    assert (table["銻"], table["釹"], table["檯"]) == ("锑", "钕", "台")
    assert all(len(one) == len(other) == 1 and one != other for one, other in table.items())


@pytest.mark.parametrize(
    ("character", "script", "foreign"),
    [
        ("銻", "Hans", True),
        ("锑", "Hans", False),
        ("锑", "Hant", True),
        ("銻", "Hant", False),
        ("着", "Hant", False),
        ("乾", "Hans", False),
        ("昇", "Hans", False),
        ("稀", "Hans", False),
        ("a", "Hant", False),
    ],
)
def test_which_script_a_character_betrays(character: str, script: str, *, foreign: bool) -> None:
    assert is_foreign(character, script) is foreign

"""Texts that are not in the language or script that their tag says."""

from __future__ import annotations

import pytest

from zhengming.termbase.language import parse
from zhengming.tmx.memory.cleaning.language import other_language, other_script


def language(text: str, tag: str) -> str:
    found = parse(tag)
    assert found is not None
    return other_language(text, found)


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("对镝实施出口管制", "en", "Chinese characters"),
        ("export controls on dysprosium", "zh-CN", "Latin letters"),
        ("экспортный контроль", "zh-CN", "Cyrillic"),
        ("экспортный контроль", "en", "Cyrillic"),
        ("輸出管理の対象となる", "zh-TW", "kana"),
        ("수출 통제 대상", "zh-CN", "Hangul"),
        ("对镝实施出口管制", "ko", ""),
        ("export controls", "ru", ""),
        ("export controls on dysprosium", "ru", "Latin letters"),
    ],
)
def test_another_script_is_another_language(text: str, tag: str, expected: str) -> None:
    assert language(text, tag) == expected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("NdFeB", "zh-CN"),
        ("iPhone 15 Pro Max", "zh-CN"),
        ("BIS、OFAC 与 MOFCOM", "zh-CN"),
        ("蝙蝠 (Bat SARS-like coronavirus WIV1) 冠状病毒", "zh-CN"),
        ("the term 稀土 (rare earths)", "en"),
        ("α-Fe₂O₃", "zh-CN"),
        ("123", "zh-CN"),
        ("コ", "zh-CN"),
        ("Извоз", "sr"),
        ("izvoz retkih zemalja", "sr"),
        ("ការនាំចេញ", "km"),
    ],
)
def test_names_codes_and_glosses_are_at_home_anywhere(text: str, tag: str) -> None:
    assert language(text, tag) == ""


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("Die Ausfuhr von Seltenen Erden ist für das Jahr nicht mit den Zahlen zu vergleichen", "en", "German"),
        ("Die Ausfuhr von Seltenen Erden ist für das Jahr nicht mit den Zahlen zu vergleichen", "de", ""),
        ("TMXEditor permet de convertir en TMX les fichiers INX et IDML", "fr", ""),
        ("Tipos de documentos: INX = Adobe InDesign Interchange, IDML", "es", ""),
        ("rare earths, magnets, alloys", "fr", ""),
        ("les exportations des terres rares dans les pays qui ont signé avec une licence", "pl", ""),
    ],
)
def test_small_words_tell_languages_of_one_script_apart(text: str, tag: str, expected: str) -> None:
    assert language(text, tag) == expected


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("對鏑實施出口管制", "zh-CN", "Traditional"),
        ("对镝实施出口管制", "zh-TW", "Simplified"),
        ("对镝实施出口管制", "zh-CN", ""),
        ("陳、張二人對镝实施出口管制，发放许可证", "zh-CN", ""),
        ("出口管制", "zh-TW", ""),
        ("對鏑實施出口管制", "ja", ""),
    ],
)
def test_the_script_of_most_telling_characters_decides(text: str, tag: str, expected: str) -> None:
    found = parse(tag)
    assert found is not None
    assert other_script(text, found) == expected

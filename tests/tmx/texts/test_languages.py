"""What the name of a text says of its language."""

from __future__ import annotations

import pytest

from zhengming.tmx.texts.languages import language_of


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("news.zh.md", "zh-Hans"),
        ("README.zh-CN.md", "zh-Hans-CN"),
        ("news_zh_TW.txt", "zh-Hant-TW"),
        ("news-en-GB.docx", "en-GB"),
        ("en.md", "en"),
        ("docs/zh-Hant/news.md", "zh-Hant"),
        ("docs/en/news.zh.md", "zh-Hans"),
        ("README.md", "None"),
        ("news.xq.md", "None"),
        ("frozen.md", "None"),
    ],
)
def test_the_end_of_the_name_or_a_folder(path: str, language: str) -> None:
    assert str(language_of(path)) == language

"""What tools call languages."""

from __future__ import annotations

import pytest

from zhengming.termbase.formats.locales import locale, name, plain_name
from zhengming.termbase.language import parse


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("zh-Hans", ("zh-CN", "Chinese (Simplified, PRC)", "Chinese (PRC)")),
        ("zh-Hant", ("zh-TW", "Chinese (Traditional, Taiwan)", "Chinese (Taiwan)")),
        ("zh-Hant-HK", ("zh-HK", "Chinese (Traditional, Hong Kong SAR)", "Chinese (Hong Kong SAR)")),
        ("en", ("en-US", "English (United States)", "English (United States)")),
        ("en-GB", ("en-GB", "English (United Kingdom)", "English (United Kingdom)")),
        ("de", ("de-DE", "German (Germany)", "German (Germany)")),
        ("cy", ("cy-GB", "cy-GB", "cy-GB")),
    ],
)
def test_a_language_has_a_locale_and_names(tag: str, expected: tuple[str, str, str]) -> None:
    language = parse(tag)
    assert language is not None
    assert (locale(language), name(language), plain_name(language)) == expected

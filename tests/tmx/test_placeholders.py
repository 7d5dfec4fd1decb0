"""Placeholders are found one by one, and masked so that nobody counts their figures."""

from __future__ import annotations

import pytest

from zhengming.tmx.placeholders import masked, placeholders


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("列%1%2", ["%1", "%2"]),
        ("层级%1, %L2.", ["%1", "%L2"]),
        ("第%2$s页，共%1$s页", ["%2$s", "%1$s"]),
        ("共{0}项，{name}", ["{0}", "{name}"]),
        ("增长5%，占比50%。", []),
        ("纯度99.99%d级", []),
        ("%1.5倍", []),
    ],
)
def test_placeholders_are_told_from_percentages(text: str, found: list[str]) -> None:
    assert list(placeholders(text)) == found


def test_a_masked_text_keeps_its_length() -> None:
    assert masked("列%1%2，占5%") == "列\ufffc\ufffc\ufffc\ufffc，占5%"
    assert masked("占5%") == "占5%"

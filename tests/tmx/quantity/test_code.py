"""Codes that look like numbers or dates."""

from __future__ import annotations

import pytest

from zhengming.tmx.quantity import Kind, quantities


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("税号为2008.11.10的货物", "zh"),
        ("税则号列：2008.11.10", "zh"),
        ("tariff item 2008.11.10", "en"),
        ("classified under 2008.11.10", "en"),
    ],
)
def test_a_tariff_item_is_no_date(text: str, language: str) -> None:
    assert [(found.kind, found.code) for found in quantities(text, language) or ()] == [(Kind.CODE, "2008.11.10")]


def test_a_date_is_no_tariff_item() -> None:
    assert [found.kind for found in quantities("公告于2008.11.10发布", "zh") or ()][:2] == [Kind.NUMBER, Kind.MONTH]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", ["1C902", "1C902.a", "3A001.b.2"])
def test_control_codes(text: str, language: str) -> None:
    (found,) = (one for one in quantities(f"({text})", language) or () if one.kind is Kind.CODE)
    assert found.code == text

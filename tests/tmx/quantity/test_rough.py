"""Quarters, halves and orders of magnitude."""

from __future__ import annotations

import pytest

from zhengming.tmx.quantity import Kind
from zhengming.tmx.quantity.rough import named_periods, rough_quantities


@pytest.mark.parametrize(
    ("text", "language", "kind", "value"),
    [
        ("数十亿元", "zh", Kind.ORDER, 10**9),
        ("數百萬噸", "zh", Kind.ORDER, 10**6),
        ("tens of billions of yuan", "en", Kind.ORDER, 10**10),
        ("Hundreds of firms", "en", Kind.ORDER, 100),
        ("第三季度", "zh", Kind.QUARTER, 3),
        ("二季度", "zh", Kind.QUARTER, 2),
        ("the fourth quarter", "en", Kind.QUARTER, 4),
        ("下半年", "zh", Kind.HALF, 2),
        ("the first half of the year", "en", Kind.HALF, 1),
    ],
)
def test_what_is_said_without_a_figure(text: str, language: str, kind: Kind, value: int) -> None:
    (found,) = rough_quantities(text, language)
    assert (found.kind, found.values) == (kind, (value,))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("前三季度", "zh"),
        ("上季度", "zh"),
        ("数据", "zh"),
        ("three quarters", "en"),
        ("the first half of the decade", "en"),
    ],
)
def test_what_is_none(text: str, language: str) -> None:
    assert rough_quantities(text, language) == []


def test_named_periods_are_written_alike_in_both_languages() -> None:
    assert [(one.kind, one.values[0]) for one in named_periods("Q3、1H25和2Q")] == [
        (Kind.QUARTER, 3),
        (Kind.HALF, 1),
        (Kind.QUARTER, 2),
    ]

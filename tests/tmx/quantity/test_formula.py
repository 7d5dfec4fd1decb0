"""Chemical formulas."""

from __future__ import annotations

import pytest

from zhengming.tmx.quantity.formula import formulas


@pytest.mark.parametrize(
    ("text", "code"),
    [("Nd₂Fe₁₄B磁体", "Nd2Fe14B"), ("Nd2Fe14B magnets", "Nd2Fe14B"), ("Sb₂O₃", "Sb2O3"), ("排放CO2", "CO2")],
)
def test_a_formula(text: str, code: str) -> None:
    assert [found.code for found in formulas(text)] == [code]


@pytest.mark.parametrize("text", ["NdFeB", "G20", "Q3", "B2B2Btext", "PM2.5", "iPhone15"])
def test_what_is_none(text: str) -> None:
    assert list(formulas(text)) == []

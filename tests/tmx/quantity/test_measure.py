"""Numbers with the unit or currency beside them."""

from __future__ import annotations

import pytest

from zhengming.tmx.quantity import quantities


@pytest.mark.parametrize(
    ("text", "language", "measured", "unit"),
    [
        ("3.2万多吨", "zh", "3.2万多吨", "tonnes"),
        ("港币3亿元", "zh", "港币3亿", "Hong Kong dollars"),
        ("5亿美元", "zh", "5亿美元", "US dollars"),
        ("25℃", "zh", "25℃", "°C"),
        ("US$5 million", "en", "US$5 million", "US dollars"),
        ("CA$275 million", "en", "CA$275 million", "Canadian dollars"),
        ("5 metric tons", "en", "5 metric tons", "tonnes"),
        ("4 sq. km", "en", "4 sq. km", "km²"),
        ("25 degrees Celsius", "en", "25 degrees Celsius", "°C"),
        ("a 100-hectare site", "en", "100-hectare", "hectares"),
    ],
)
def test_number_and_unit(text: str, language: str, measured: str, unit: str) -> None:
    (measure,) = (found.measure for found in quantities(text, language) or () if found.measure)
    assert text[slice(*measure.span)] == measured
    assert measure.units[0].name == unit


@pytest.mark.parametrize(("text", "language"), [("5克朗", "zh"), ("3码头", "zh"), ("5 groups", "en"), ("25%", "en")])
def test_no_unit(text: str, language: str) -> None:
    assert [found.measure for found in quantities(text, language) or ()] == [None]

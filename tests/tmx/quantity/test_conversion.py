"""Whether two measures say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.tmx.quantity import quantities
from zhengming.tmx.quantity.conversion import changed_units, is_converted, ratio

if TYPE_CHECKING:
    from zhengming.tmx.quantity.measure import Measure


def measure(text: str, language: str) -> Measure:
    (found,) = (quantity.measure for quantity in quantities(text, language) or () if quantity.measure)
    return found


@pytest.mark.parametrize(
    ("chinese", "english", "converted"),
    [
        ("15亩", "1 hectare", True),
        ("100亩", "6.7 hectares", True),
        ("100亩", "7 hectares", True),
        ("100亩", "8 hectares", False),
        ("30摄氏度", "86 °F", True),
        ("30摄氏度", "90 °F", False),
        ("5吨", "5.1 tonnes", False),  # the same unit is no conversion
        ("5亿元", "70 million US dollars", False),
    ],
)
def test_conversions_are_rounded(chinese: str, english: str, *, converted: bool) -> None:
    assert is_converted(measure(chinese, "zh"), measure(english, "en")) is converted


def test_by_how_much_two_measures_differ() -> None:
    assert ratio(measure("5吨", "zh"), measure("5 kg", "en")) == 1000
    assert ratio(measure("5吨", "zh"), measure("5 km", "en")) is None


def test_another_number_in_that_unit_explains_it() -> None:
    source, target = quantities("5吨和5公斤", "zh") or [], quantities("5 kg", "en") or []
    assert list(changed_units(source, target, is_yuan=True)) == []

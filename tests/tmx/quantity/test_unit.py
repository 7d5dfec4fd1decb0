"""The table of units."""

from __future__ import annotations

from fractions import Fraction

from zhengming.tmx.quantity.unit import CHINESE_NAMES, CURRENCY, UNITS


def test_fifteen_mu_are_a_hectare() -> None:
    (mu,), (hectare,) = UNITS["亩"], UNITS["hectares"]
    assert mu.base(Fraction(15)) == hectare.base(Fraction(1))


def test_water_boils_alike_in_both_scales() -> None:
    (celsius,), (fahrenheit,) = UNITS["摄氏度"], UNITS["华氏度"]
    assert celsius.base(Fraction(100)) == fahrenheit.base(Fraction(212))


def test_a_word_may_mean_several_units() -> None:
    assert {unit.name for unit in UNITS["ton"]} == {"tonnes", "short tons", "long tons"}
    assert {unit.dimension for unit in UNITS["pounds"]} == {"mass", CURRENCY}


def test_a_chinese_name_means_first_of_all_its_unit() -> None:
    for name, chinese in CHINESE_NAMES.items():
        assert UNITS[chinese][0].name == name

"""How a value is written in a language: 9 billion, 90亿."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.quantity.model import Kind, Quantity
from zhengming.tmx.quantity.unit import CHINESE_NAMES

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = ["factor", "in_unit", "written"]

_SCALES = {
    "en": ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")),
    "zh": ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
}
_UNITS = {
    ("en", Kind.PERCENT): "%",
    ("zh", Kind.PERCENT): "%",
    ("en", Kind.POINTS): " percentage points",
    ("zh", Kind.POINTS): "个百分点",
    ("en", Kind.LEVEL): " times the base",
    ("zh", Kind.LEVEL): "倍",
}
_BASES = (("year on year", "on the previous period"), ("同比", "环比"))
_PERIODS = {
    Kind.QUARTER: (
        tuple(f"the {place} quarter" for place in "first second third fourth".split()),
        tuple(f"第{place}季度" for place in "一二三四"),
    ),
    Kind.HALF: (("the first half", "the second half"), ("上半年", "下半年")),
}
_ORDERS, _SCALES_EN = ("", "tens", "hundreds"), ("", "thousands", "millions", "billions", "trillions")
_ORDERS_ZH, _SCALES_ZH = ("", "十", "百", "千"), ("", "万", "亿", "万亿")
_MONTHS = "January February March April May June July August September October November December".split()
_YEARS = range(1900, 2100)
#: More digits than this make a scale word no help: 1,234,567 is no 1.234567 million.
_MOST_DECIMALS = 3


def written(quantity: Quantity, language: str) -> str:
    """Return the quantity as the language writes it; codes as they are."""
    if not quantity.values:
        return quantity.code
    value = quantity.values[0]
    if quantity.kind is Kind.BASIS:
        return _BASES[language == "zh"][int(value) - 1]
    if quantity.kind in _PERIODS:
        return _PERIODS[quantity.kind][language == "zh"][int(value) - 1]
    if quantity.kind is Kind.ORDER:
        return _order(value, language)
    if quantity.kind is Kind.MONTH and value.denominator == 1 and 0 < value <= len(_MONTHS):
        return _MONTHS[int(value) - 1] if language == "en" else f"{value}月"
    return _number(value, language) + _UNITS.get((language, quantity.kind), "")


def in_unit(quantity: Quantity, language: str) -> str:
    """Return the quantity with its unit: 5 tonnes, 5吨."""
    if quantity.measure is None:
        return written(quantity, language)
    name = quantity.measure.units[0].name
    value = _number(quantity.measure.value, language)
    return f"{value}{CHINESE_NAMES.get(name, f' {name}')}" if language == "zh" else f"{value} {name}"


def _order(value: Fraction, language: str) -> str:
    power = len(str(int(value))) - 1
    if language == "zh":
        within, scale = power % len(_ORDERS_ZH), power // len(_ORDERS_ZH)
        return f"数{_ORDERS_ZH[within]}{_SCALES_ZH[scale]}"
    within, scale = power % len(_ORDERS), power // len(_ORDERS)
    if scale == 0:
        return _ORDERS[within]
    return f"{_ORDERS[within]} of {_SCALES_EN[scale]}" if within else _SCALES_EN[scale]


def _number(value: Fraction, language: str) -> str:
    for scale, word in _SCALES.get(language, ()):
        if abs(value) >= scale and _decimals(value / scale) <= _MOST_DECIMALS:
            return f"{_plain(value / scale)}{word}"
    return _plain(value)


def _plain(value: Fraction) -> str:
    if value.denominator == 1 and value in _YEARS:
        return str(value)  # 2,025 would be no year
    return f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):,.10g}"


def _decimals(value: Fraction) -> int:
    decimals = 0
    while value.denominator != 1 and decimals <= _MOST_DECIMALS:
        value, decimals = value * 10, decimals + 1
    return decimals


def factor(source: Quantity, target: Quantity) -> str | None:
    """Return by what power of ten the target is off ("10× too large"), or None if it is not by one."""
    if not source.values or not target.values or not source.values[0] or not target.values[0]:
        return None
    ratio = target.values[0] / source.values[0]
    word = "large" if ratio > 1 else "small"
    ratio = max(ratio, 1 / ratio)
    power = len(str(ratio.numerator)) - 1
    return f"{10**power:,}× too {word}" if ratio == 10**power and power else None

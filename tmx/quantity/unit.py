"""Units of measurement and currencies: what they are called in Chinese and English, and how large they are.

A word may mean several units ("ton", "pound", 度, 元): it agrees with whatever agrees with one of them. Currencies are
told apart and never converted.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CHINESE_NAMES", "CURRENCY", "PARTS", "UNITS", "Unit"]

CURRENCY = "currency"


class Unit(NamedTuple):
    """A unit of some dimension: its size in the dimension's base, and where its zero lies."""

    name: str
    dimension: str
    size: Fraction = Fraction(1)
    zero: Fraction = Fraction(0)

    def base(self, value: Fraction) -> Fraction:
        """Return so many of the unit in the base of its dimension."""
        return self.zero + value * self.size


#: dimension; then for each unit the name shown, its size in the base, and what it is called (of English the singular)
_TABLE = (
    ("length", (
        ("km", "1000", "公里 千米 km kilometre kilometer"),
        ("m", "1", "米 公尺 m metre meter"),
        ("cm", "1/100", "厘米 公分 cm centimetre centimeter"),
        ("mm", "1/1000", "毫米 mm millimetre millimeter"),
        ("µm", "1/1000000", "微米 µm μm um micron micrometre micrometer"),
        ("nm", "1/1000000000", "纳米 奈米 nm nanometre nanometer"),
        ("li", "500", "里 华里 市里 li"),
        ("miles", "1609.344", "英里 mile"),
        ("nautical miles", "1852", "海里 浬 nautical~mile"),
        ("feet", "0.3048", "英尺 呎 foot feet ft"),
        ("inches", "0.0254", "英寸 吋 inch inches"),
        ("yards", "0.9144", "码 yard"),
    )),
    ("area", (
        ("km²", "1000000", "平方公里 平方千米 km· km2 sq~km square~kilometre square~kilometer"),
        ("m²", "1", "平方米 平米 m· m2 sq~m square~metre square~meter"),
        ("hectares", "10000", "公顷 hectare ha"),
        ("mu", "10000/15", "亩 mu"),
        ("acres", "4046.8564224", "英亩 acre"),
        ("square feet", "0.09290304", "平方英尺 平方呎 sq~ft square~foot square~feet"),
        ("square miles", "2589988.110336", "平方英里 sq~mi square~mile"),
    )),
    ("mass", (
        ("tonnes", "1000000", "吨 公吨 tonne metric~ton metric~tonne ton t mt"),
        ("short tons", "907184.74", "短吨 short~ton ton"),
        ("long tons", "1016046.9088", "长吨 long~ton ton"),
        ("kilotonnes", "1000000000", "kiloton kilotonne kt"),
        ("megatonnes", "1000000000000", "megaton megatonne mt"),
        ("kg", "1000", "公斤 千克 kg kilogram kilogramme kilo"),
        ("g", "1", "克 公克 g gram gramme"),
        ("mg", "1/1000", "毫克 mg milligram"),
        ("µg", "1/1000000", "微克 µg μg ug mcg microgram"),
        ("jin", "500", "斤 市斤 jin catty catties"),
        ("catties", "604.78982", "司马斤 斤 catty catties"),
        ("Taiwan catties", "600", "台斤 斤 catty catties"),
        ("liang", "50", "两 市两 liang tael"),
        ("taels", "37.5", "台两 两 tael"),
        ("pounds", "453.59237", "磅 pound lb"),
        ("ounces", "28.349523125", "盎司 安士 ounce oz"),
        ("troy ounces", "31.1034768", "金衡盎司 盎司 安士 ounce oz troy~ounce"),
        ("carats", "0.2", "克拉 carat ct"),
    )),
    ("volume", (
        ("barrels", "158.987294928", "桶 barrel bbl"),
        ("litres", "1", "升 公升 litre liter"),
        ("ml", "1/1000", "毫升 ml millilitre milliliter"),
        ("m³", "1000", "立方米 立方公尺 m· m3 cubic~metre cubic~meter cu~m"),
        ("gallons", "3.785411784", "加仑 gallon"),
        ("imperial gallons", "4.54609", "英制加仑 加仑 gallon imperial~gallon"),
    )),
    ("energy", (
        ("Wh", "1", "瓦时 wh watt-hour"),
        ("kWh", "1000", "千瓦时 千瓦小时 度 kwh kilowatt-hour kilowatt~hour"),
        ("MWh", "1000000", "兆瓦时 兆瓦小时 mwh megawatt-hour megawatt~hour"),
        ("GWh", "1000000000", "吉瓦时 gwh gigawatt-hour gigawatt~hour"),
        ("TWh", "1000000000000", "太瓦时 twh terawatt-hour terawatt~hour"),
    )),
    ("power", (
        ("W", "1", "瓦 瓦特 w watt"),
        ("kW", "1000", "千瓦 kw kilowatt"),
        ("MW", "1000000", "兆瓦 mw megawatt"),
        ("GW", "1000000000", "吉瓦 gw gigawatt"),
    )),
    ("ratio", (
        ("ppm", "1/1000000", "ppm parts~per~million part~per~million"),
        ("ppb", "1/1000000000", "ppb parts~per~billion part~per~billion"),
    )),
)  # fmt: skip
_TEMPERATURES = (
    ("°C", Fraction(1), Fraction(0), "摄氏度 ℃ °c 度 ° degree~celsius degrees~celsius degrees~centigrade degree"),
    ("°F", Fraction(5, 9), Fraction(-160, 9), "华氏度 ℉ °f 度 ° degree~fahrenheit degrees~fahrenheit degree"),
    ("K", Fraction(1), Fraction("-273.15"), "开尔文 kelvin"),
)
#: “元” and “dollars” alone are those of the place.
_CURRENCIES = (
    ("yuan", "元 人民币 元人民币 rmb cny yuan renminbi ¥ ￥"),
    ("US dollars", "美元 美金 us$ usd dollar $ us~dollar u.s.~dollar american~dollar"),
    ("Hong Kong dollars", "港元 元 港币 hk$ hkd dollar $ hong~kong~dollar"),
    ("Taiwan dollars", "新台币 元 台币 nt$ twd dollar $ new~taiwan~dollar taiwan~dollar"),
    ("Macao patacas", "澳门元 元 澳门币 mop pataca macao~pataca"),
    ("Australian dollars", "澳元 澳大利亚元 a$ au$ aud dollar $ australian~dollar"),
    ("Canadian dollars", "加元 加拿大元 c$ ca$ cad dollar $ canadian~dollar"),
    ("Singapore dollars", "新元 新加坡元 坡元 s$ sgd dollar $ singapore~dollar"),
    ("New Zealand dollars", "新西兰元 nz$ nzd dollar $ new~zealand~dollar"),
    ("euros", "欧元 € eur euro"),
    ("yen", "日元 日圆 ¥ ￥ jpy yen japanese~yen"),
    ("pounds sterling", "英镑 £ gbp pound pounds~sterling"),
    ("won", "韩元 韩圆 krw won south~korean~won korean~won"),
    ("Swiss francs", "瑞士法郎 瑞郎 chf swiss~franc"),
    ("roubles", "卢布 rub rouble ruble"),
    ("rupees", "卢比 印度卢比 inr rupee indian~rupee"),
    ("baht", "泰铢 thb baht thai~baht"),
    ("dong", "越南盾 vnd dong vietnamese~dong"),
)


def _named() -> Iterator[tuple[Unit, list[str]]]:
    for dimension, units in _TABLE:
        for name, size, words in units:
            numerator, _, denominator = size.partition("/")
            yield Unit(name, dimension, Fraction(numerator) / Fraction(denominator or 1)), words.split()
    for name, degree, zero, words in _TEMPERATURES:
        yield Unit(name, "temperature", degree, zero), words.split()
    for name, words in _CURRENCIES:
        yield Unit(name, CURRENCY), words.split()


def _by_word() -> dict[str, tuple[Unit, ...]]:
    found: dict[str, tuple[Unit, ...]] = {}
    for unit, words in _named():
        plurals = [f"{word}s" for word in words if word.isascii() and len(word) > 1 and word[-1].isalpha()]
        for word in dict.fromkeys([*words, *plurals]):
            found[word.replace("~", " ")] = (*found.get(word.replace("~", " "), ()), unit)
    return found


#: Each unit that a word means, the word in lower case and Simplified characters.
UNITS = _by_word()
#: A share as such: 百万分之五十 are 50 ppm.
PARTS = (Unit("", "ratio"),)
#: What to call a unit in Chinese, by its name.
CHINESE_NAMES = {unit.name: words[0] for unit, words in _named() if not words[0].isascii()}

"""What a number in a sentence is worth."""

from __future__ import annotations

from fractions import Fraction

import pytest

from zhengming.tmx.quantity import Kind, Quantity, quantities
from zhengming.tmx.quantity.model import Bound


def firm(text: str, language: str) -> list[tuple[str, Kind]]:
    found = quantities(text, language)
    assert found is not None
    kept = (q for q in found if q.is_firm and q.values and q.kind not in {Kind.ORDER, Kind.QUARTER, Kind.HALF})
    return [(str(float(q.values[0])).removesuffix(".0"), q.kind) for q in kept]


def only(text: str, language: str) -> Quantity:
    (quantity,) = quantities(text, language) or ()
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("90亿元", "9000000000", Kind.NUMBER),
        ("3.2万亿", "3200000000000", Kind.NUMBER),
        ("5.54万吨", "55400", Kind.NUMBER),
        ("12亿5000万", "1250000000", Kind.NUMBER),
        ("600多万", "6000000", Kind.NUMBER),
        ("五亿人", "500000000", Kind.NUMBER),
        ("每吨41.2万元", "412000", Kind.NUMBER),
        ("１２．５％", "12.5", Kind.PERCENT),
        ("百分之十二点五", "12.5", Kind.PERCENT),
        ("24个百分点", "24", Kind.POINTS),
        ("1.75厘", "1.75", Kind.PERCENT),
        ("产量增长了6倍", "7", Kind.LEVEL),
        ("增长到6倍", "6", Kind.LEVEL),
        ("民国114年", "2025", Kind.NUMBER),
        ("20世纪80年代", "1980", Kind.NUMBER),
        ("18.9千米", "18.9", Kind.NUMBER),
        ("2 0 1 5 年", "2015", Kind.NUMBER),
        ("128 , 700人", "128700", Kind.NUMBER),
        ("1亿2千万", "120000000", Kind.NUMBER),
        ("一亿二千万", "120000000", Kind.NUMBER),
        ("三万五千亿", "3500000000000", Kind.NUMBER),
        ("3亿2千万", "320000000", Kind.NUMBER),
        ("1千2百万", "12000000", Kind.NUMBER),
        ("3百50万", "3500000", Kind.NUMBER),
        ("25个基点", "0.25", Kind.POINTS),
        ("7½小时", "7.5", Kind.NUMBER),
        ("10⁶吨", "10", Kind.NUMBER),
        ("见表1²", "1", Kind.NUMBER),
        ("为4.7%³。", "4.7", Kind.PERCENT),
        ("为4.7%3。", "4.7", Kind.PERCENT),
    ],
)
def test_chinese(text: str, value: str, kind: Kind) -> None:
    assert firm(text, "zh") == [(value, kind)]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("US$9 billion", "9000000000", Kind.NUMBER),
        ("$5m", "5000000", Kind.NUMBER),
        ("5m wide", "5", Kind.NUMBER),
        ("1.25bn yuan", "1250000000", Kind.NUMBER),
        ("three hundred million people", "300000000", Kind.NUMBER),
        ("half a million", "500000", Kind.NUMBER),
        ("12.5 per cent", "12.5", Kind.PERCENT),
        (".08%", "0.08", Kind.PERCENT),
        ("the mid-1990s", "1990", Kind.NUMBER),
        ("$300+ billion", "300000000000", Kind.NUMBER),
        ("24 percentage points", "24", Kind.POINTS),
        ("grew sevenfold", "7", Kind.LEVEL),
        ("six times its level", "6", Kind.LEVEL),
        ("in July", "7", Kind.MONTH),
        ("one and a half million tonnes", "1500000", Kind.NUMBER),
        ("two and a half million", "2500000", Kind.NUMBER),
        ("one and a half times", "1.5", Kind.LEVEL),
        ("US$15 m", "15000000", Kind.NUMBER),
        ("£5 m", "5000000", Kind.NUMBER),
        ("CNY 5 m", "5000000", Kind.NUMBER),
        ("5 m wide", "5", Kind.NUMBER),
        ("3 kt", "3000", Kind.NUMBER),
        ("25 basis points", "0.25", Kind.POINTS),
        ("7½ million", "7500000", Kind.NUMBER),
        ("10⁶ tonnes", "10", Kind.NUMBER),
        ("RMB1 million²", "1000000", Kind.NUMBER),
        ("İzmir had 5 MILLION", "5000000", Kind.NUMBER),
    ],
)
def test_english(text: str, value: str, kind: Kind) -> None:
    assert firm(text, "en") == [(value, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "一心一意",
        "千方百计",
        "万一",
        "数十亿",
        "第三季度",
        "上午9时30分",
        "百万富翁",
        "80年代",
        "列%1%2",
        "占%1$s",
        "共%d项",
        "第{0}页",
    ],
)
def test_chinese_that_counts_nothing_for_sure(text: str) -> None:
    assert firm(text, "zh") == []


@pytest.mark.parametrize(
    "text",
    [
        "two companies",
        "G20 leaders",
        "it may rise",
        "9:30 a.m.",
        "a four-phase plan",
        "Col %1%2",
        "%2$d of %1$d",
        "page {0}",
    ],
)
def test_english_that_counts_nothing_for_sure(text: str) -> None:
    assert firm(text, "en") == []


def test_a_date_is_a_year_a_month_and_a_day() -> None:
    assert firm("2025年7月22日", "zh") == [("2025", Kind.NUMBER), ("7", Kind.MONTH), ("22", Kind.NUMBER)]
    assert firm("22 July 2025", "en") == [("22", Kind.NUMBER), ("7", Kind.MONTH), ("2025", Kind.NUMBER)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", ["2025.6.30", "2025.06.30", "2025-06-30", "2025/6/30"])
def test_a_date_in_figures(text: str, language: str) -> None:
    assert firm(text, language) == [("2025", Kind.NUMBER), ("6", Kind.MONTH), ("30", Kind.NUMBER)]


def test_the_first_of_a_range_has_the_unit_and_scale_of_the_last() -> None:
    first, _ = quantities("2,000至3,000亿", "zh") or ()
    assert Fraction(2000 * 10**8) in first.values
    first, _ = quantities("US$200–300 billion", "en") or ()
    assert Fraction(200 * 10**9) in first.values
    first, _ = quantities("0.25-0.5%", "en") or ()
    assert first.kind is Kind.PERCENT


def test_codes_are_kept_as_written() -> None:
    assert only("8505.11.10", "zh").code == "8505.11.10"
    assert only("HS 8505.11", "en").code == "8505.11"
    assert only("税号2008.11.10", "zh").code == "2008.11.10"


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("50%及以上", "zh", Bound.AT_LEAST),
        ("超过50%", "zh", Bound.MORE_THAN),
        ("50%以上", "zh", None),  # inclusive in law, not always in the press
        ("50% or more", "en", Bound.AT_LEAST),
        ("more than 50%", "en", Bound.MORE_THAN),
        ("up to 50%", "en", Bound.AT_MOST),
        ("less than 50%", "en", Bound.LESS_THAN),
    ],
)
def test_thresholds(text: str, language: str, bound: Bound | None) -> None:
    assert only(text, language).bound is bound


def test_spans_are_those_of_the_text() -> None:
    text = "报价为每吨41.2万元。"
    (quantity,) = quantities(text, "zh") or ()
    assert text[slice(*quantity.span)] == "41.2万"


def test_other_languages_have_no_grammar_yet() -> None:
    assert quantities("12 %", "de") is None

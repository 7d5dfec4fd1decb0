"""What is told without the grammars, held to what the checks say with them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.termbase.language import Tag
from zhengming.termbase.match import Found
from zhengming.tmx.checks import CHECKS
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.model import Header, Segment, TranslationUnit, TranslationUnitVariant
from zhengming.tmx.pair import Pair
from zhengming.tmx.quantity.plain import plainly_agree
from zhengming.tmx.render import Reading

EXAMINATIONS = [c.examine for c in CHECKS if isinstance(c, PairCheck) and c.check.code.startswith("N")]


def said(source: str, target: str, languages: tuple[str, str]) -> list[str]:
    """Return what the number checks say, each asked whatever its quick test tells."""
    one, other = (
        TranslationUnitVariant(tag, Segment(text)) for tag, text in zip(languages, (source, target), strict=True)
    )
    unit = TranslationUnit((one, other), Header())
    pair = Pair(unit, one, other, Tag(languages[0]), Tag(languages[1]), one.segment, other.segment)
    reading = Reading(pair, [], Found(), Found())
    return [issue.message for examine in EXAMINATIONS for issue in examine(reading)]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2025年4月4日起，对七类中重稀土实施出口管制。", "Export controls on seven kinds took effect on 4 April 2025."),
        ("去年出口5.54万吨，同比增长12.5%。", "Exports came to 55,400 tonnes last year, up 12.5 percent year on year."),
        ("这3家企业上缴了2000万元。", "The three companies paid 20 million yuan."),
        ("税率提高2个百分点。", "The rate rises by 2 percentage points."),
        ("这是第15号公告，共三条。", "This is Announcement No. 15, in three articles."),
        ("公司设在包头。", "The company is based in Baotou."),
        ("出口5吨氧化镝。", "Five tonnes of dysprosium oxide were exported."),
    ],
)
def test_ordinary_pairs_need_no_grammar(zh: str, en: str) -> None:
    assert plainly_agree(zh, en, "zh", "en")
    assert plainly_agree(en, zh, "en", "zh")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("出口5.54万吨。", "Exports came to 5,540 tonnes."),
        ("出口5吨。", "Exports came to 5 kg."),
        ("出口三吨。", "Exports came to three kilograms."),
        ("增长12%。", "An increase of 12 percentage points."),
        ("3月起实施。", "It takes effect on 4 March, as of April."),
        ("增长两倍。", "It grew twofold."),
        ("不超过50吨。", "At most 50 tonnes."),
        ("税号8505.11。", "Heading 8505.11."),
        ("10至12吨。", "10 to 12 tonnes."),
        ("半年。", "Half a year."),
        ("第七条。", "The eighth article."),
        ("5吨、5吨。", "5 tonnes and three tonnes."),
        ("5吨、5吨和3吨。", "5 tonnes, 3 tonnes and 3 tonnes."),
        ("共5吨。", "It is in tonnes: {5}."),
    ],
)
def test_what_differs_or_is_hard_is_left_to_the_grammars(zh: str, en: str) -> None:
    assert not plainly_agree(zh, en, "zh", "en")


def test_other_languages_are_left_to_the_grammars() -> None:
    assert not plainly_agree("5 Tonnen", "5 tonnes", "de", "en")
    assert not plainly_agree("5 tonnes", "5 tonnes", "en", "en")


NUMBERS = st.one_of(
    st.integers(0, 40).map(str),
    st.sampled_from("1,200 2025 3.2 12.50 8505.11 99.999 2025-04-04 10-12 0.5 ２５".split()),
)
CHINESE = """
    万 亿 万亿 % ％ 个百分点 年 月 日 吨 公斤 元 美元 倍 成 折 半 半导体 同比 环比 按年 翻一番 至 到 或
    不超过 至少 以上 高于 约 多 余 个 分之 百分之 点 时 期 第 号 季 数 几 去年 ， 。 、 （ ） 稀土 税号 HS
    - / Nd² 万一 月份 月内 级 第七条 第八 {0} %1 <x/> 24小时 年代 世纪 万余 进制
"""
ENGLISH = """
    thousand million billion % percent per cent percentage points basis times fold tonnes kg yuan dollars US$ $ one
    two three twelve twenty hundred dozen half a an third quarter first second doubled twice twofold March may Apr.
    4th 1990s at least up to more than from to or and - – / , . ( ) exports year on year than earlier last HS heading
    Q3 5pm k m bn rare earths half-year seventh eighth May may {0} %1 <x/> 24/7 + kilobases decade
    decades 18TH 3sec Bayer2
"""
ZH = st.one_of(NUMBERS, st.text("〇一二三五十百千万亿两", min_size=1, max_size=4), st.sampled_from(CHINESE.split()))
EN = st.one_of(NUMBERS, st.sampled_from(ENGLISH.split()))


@given(
    st.lists(ZH, max_size=7).map("".join),
    st.lists(st.tuples(EN, st.sampled_from(["", " "])), max_size=8).map(lambda parts: "".join(map("".join, parts))),
    st.sampled_from([("zh", "en"), ("en", "zh")]),
)
@settings(max_examples=400)
def test_whatever_is_told_quickly_the_checks_would_tell_too(zh: str, en: str, languages: tuple[str, str]) -> None:
    source, target = (zh, en) if languages[0] == "zh" else (en, zh)
    if plainly_agree(source, target, *languages):
        assert said(source, target, languages) == []


@given(
    st.integers(0, 10**7),
    st.sampled_from(["", "万", "亿", "%"]),
    st.sampled_from(["吨", "公斤", "元", "美元", "年", "个", "日"]),
)
def test_a_number_alone_is_told_quickly_and_rightly(value: int, scale: str, unit: str) -> None:
    digits = {"": f"{value:,}", "万": f"{value * 10**4:,}", "亿": f"{value * 10**8:,}", "%": f"{value}%"}[scale]
    words = {"吨": " tonnes", "公斤": " kg", "元": " yuan", "美元": " US dollars"}.get(unit, " years")
    zh, en = f"为{value}{scale}{'' if scale == '%' else unit}。", f"It is {digits}{'' if scale == '%' else words}."
    assert plainly_agree(zh, en, "zh", "en")
    assert said(zh, en, ("zh", "en")) == []
    wrong = en.replace(digits, f"9{digits}")
    assert not plainly_agree(zh, wrong, "zh", "en")

"""Quantities in Chinese: 3.2万亿, 五亿, 三成, 百分之十, 24个百分点, 增长6倍, 50%及以上, 2025年7月22日."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_han
from zhengming.tmx.quantity.code import CONTROL_CODE, is_tariff_item, spelt
from zhengming.tmx.quantity.date import DATE, dated
from zhengming.tmx.quantity.measure import BASIS_POINTS, Measure, measured
from zhengming.tmx.quantity.model import Bound, Kind, Quantity, basis_points, ranged
from zhengming.tmx.quantity.numerals import (
    SUPERSCRIPTS,
    VULGAR,
    chinese_value,
    combined,
    is_too_long,
    rounded,
    vulgar,
)
from zhengming.tmx.quantity.unit import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["RANGE", "folded", "quantities"]

_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
#: Text taken from PDF may space out its digits: 2 0 1 5 年.
_DIGITS = (
    r"\d{1,3}(?:\s{0,3},\s{0,3}\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\s{1,3}\d{3})+(?![\d年])(?:\.\d+)?"
    r"|\d(?:\ \d){3}(?=\ ?年)|1\ \d(?=\ ?月)|\d+(?:\.\d+)?"
)
_NUMERAL = "[〇零一二两三四五六七八九十百千万亿]"
#: 千米, 百分点 and 兆瓦 are units; their first character is no multiplier.
_UNIT = "[克米瓦伏赫帕卡焦]|兆[瓦伏赫帕焦]|分[之点]|字节"
_UNIT_NEXT = re.compile(_UNIT)

_QUANTITY = rf"""
    (?P<heading>(?:(?<=hs\ )|(?<=hs)|(?<=税号)|(?<=税目)|(?<=编码)|(?<=编码\ )|(?<=品目)|(?<=号列))
      \d{{4}}(?:\.\d{{2}}){{1,3}}(?!\d))
  | {DATE}
  | (?P<code>\d{{4}}(?:\.\d{{2}}){{2,}} | (?<!\d)(?!19|20)\d{{4}}(?:\ \d{{2}}){{2,3}}(?!\d|[,.]\d)
      | \d{{2,7}}-\d{{2}}-\d\b | {CONTROL_CODE} | (?<![\d.])\d{{4}}\.\d{{2}}(?=[项目等]))
  | (?P<basis>同比|环比|按年|按月|按季)
  | 百分之(?P<percent>{_DIGITS}|{_NUMERAL}+(?:点{_NUMERAL}+)?)
  | (?P<parts>{_NUMERAL}+)分之(?P<share>{_NUMERAL}+)
  | (?P<doubled>翻了?(?P<redoubled>[一两二三四五])?番)
  | (?:(?P<century>\d{{1,2}}|{_NUMERAL}{{1,3}})\s?世纪\s?)?(?P<decade>[1-9]0|[一二三四五六七八九]?十)\s?年代
  | (?P<bare>(?<![\d〇零一二两三四五六七八九十百千万亿数几])[万亿])(?=[余多](?!一))
  | (?P<roc>民国\s*(?P<rocyear>\d{{2,3}})年)
  | (?P<sum>(?:{_DIGITS})(?:\s?[多余几]?[百千]?[万亿]{{1,2}}|[百千](?=\d))
      (?:\s?(?:{_DIGITS})[百千]?[万亿]{{1,2}}|\d[百千](?=\d))*
      \s?(?:{_DIGITS})[百千]?[万亿]{{0,2}}(?![\d.%]))
  | (?P<number>(?<![\d.])(?:{_DIGITS})|(?<![a-z\d)])\.\d+)(?P<part>{VULGAR})?
    (?:\s?[多余几]?(?P<scale>[十百千万亿兆](?!{_UNIT})(?:[十百千万亿兆](?!{_UNIT})){{0,3}}))?
  | (?P<half>(?<!一)半(?![年数导径岛]))
  | (?P<words>(?<![数几]){_NUMERAL}+(?:点[〇零一二三四五六七八九]+)?)
    """
#: Where a quantity can begin; the grammar is tried there only.
_START = re.compile(rf"\.?\d|[{_NUMERAL[1:-1]}翻半民同环按]")
_AFTER = re.compile(
    r"\s?(?:(?P<percent>%(?:(?![a-z\d])|(?=\d(?![a-z\d])))|个百分比|厘(?!米))|(?P<points>个?(?:百分点|百分點))|(?P<basis>个?基点)|(?P<pips>点子)|(?P<tenths>折(?![合算旧叠扣磨])|成半|成[一二三四五六七八九](?![\d一二三四五六七八九十百千万亿])|成(?![立为本员功就果长交熟都分因绩]))"
    r"|(?P<rich>富翁)|(?P<times>倍)|(?P<month>月(?![份]?[内度])|月份)|(?P<ordinal>[届期版章条款项次周]|世纪|年代)|(?P<clock>[时点分秒:]\d*|(?<=24)小时|进制))"
)
#: 两年半, 三个半小时: half of what is counted comes after it.
_AND_A_HALF = re.compile("(?:个|[年天岁倍吨斤里米]|小时)半(?![数导径岛])")
#: Before a number these make no count of it: #1, &#160;, and the mark of a footnote in 4.7%3.
_HOLDERS = frozenset("&#%")
RANGE = re.compile(r"\s?(?:-|–|—|~|至|到|或)\s?")
_GROWN = re.compile(r"(?:增长|上涨|提高|增加|上升|扩大|飙升|暴涨|激增)(?:了|超过|约|近|逾)*\s?$")
#: 以上 alone includes the value in law and not always in the press, so only 及以上 is taken at its word.
_BOUND_AFTER = re.compile(r"[%\w元吨个]{0,4}?(?:(?P<at_least>[及或含]以上)|(?P<at_most>[及或含]以下))")
_BOUND_BEFORE = re.compile(
    r"(?:(?P<at_least>大于等于|不低于|不少于|至少|≥)|(?P<at_most>小于等于|不高于|不超过|至多|≤)"
    r"|(?P<more_than>超过|大于|高于|多于|逾|>)|(?P<less_than>低于|小于|少于|不足|不到|<))\s?$"
)
_BOUNDS = {
    "at_least": Bound.AT_LEAST,
    "at_most": Bound.AT_MOST,
    "more_than": Bound.MORE_THAN,
    "less_than": Bound.LESS_THAN,
}
#: A numeral alone counts for sure only from ten thousand on, and not in 千万 or 亿万.
_FIRM_WORDS = re.compile(r"[一二两三四五六七八九十百千][万亿]$")


_KEPT = re.compile("[-/]")
_SUPERSCRIPT = re.compile(f"[{''.join(map(chr, SUPERSCRIPTS))}]")


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a Chinese text in either script."""
    found = list(_quantities(folded(text)))
    return [ranged(one, after, text, RANGE) for one, after in zip_longest(found, found[1:])]


def folded(text: str) -> str:
    """Fold width and script but keep hyphens and slashes: 1309-64-4 is one number, 358/457 are two."""
    if _SUPERSCRIPT.search(text):
        text = text.translate(SUPERSCRIPTS)
    plain = fold(text)
    if "-" not in text and "/" not in text:
        return plain
    characters = list(plain)
    for mark in _KEPT.finditer(text):
        characters[mark.start()] = mark.group()
    return "".join(characters)


@cache
def _grammar() -> re.Pattern[str]:
    # Compiled when it is wanted: it takes as long as a hundred pairs do, and most pairs are told without it.
    return re.compile(_QUANTITY, re.VERBOSE)


def _quantities(folded: str) -> Iterator[Quantity]:
    grammar, at = _grammar(), 0
    while start := _START.search(folded, at):
        match = grammar.match(folded, start.start())
        if match is None and len(start[0]) > 1:  # a full stop before a figure
            match = grammar.match(folded, start.start() + 1)
        at = match.end() if match else start.end()
        if match is None or is_too_long(match[0]):
            continue
        if match["dated"] and not is_tariff_item(folded, *match.span()):
            yield from dated(match)
        elif quantity := _quantity(match, folded):
            yield quantity


def _quantity(match: re.Match[str], folded: str) -> Quantity | None:  # noqa: PLR0911  one for each way to write it
    span = Span(*match.span())
    if code := match["heading"] or match["code"] or (match["dated"] and match[0]):
        return Quantity((), Kind.CODE, span, code=spelt(code))
    if match["basis"]:
        return Quantity((Fraction(1 if match["basis"] in {"同比", "按年"} else 2),), Kind.BASIS, span)
    if match["percent"]:
        return Quantity((_value(match["percent"]),), Kind.PERCENT, span, bound=_bound(folded, span))
    if match["decade"]:
        return _decade(match["century"], match["decade"], span)
    if match["bare"]:  # 万余吨
        return Quantity((Fraction(_SCALES[match["bare"]]),), Kind.NUMBER, span, is_firm=False)
    if match["roc"]:
        return Quantity((Fraction(int(match["rocyear"]) + 1911),), Kind.NUMBER, span)
    if match["sum"]:
        total = _sum(match["sum"])
        return Quantity((total,), Kind.NUMBER, span, measure=measured(total, folded, *span))
    if match["number"]:
        return _digits(match, folded)
    return _words(match, folded) if match["words"] else _share(match, folded)


def _decade(century: str | None, decade: str, span: Span) -> Quantity:
    """Return the first year of 20世纪30年代; of 30年代 alone in any of the last centuries."""
    years = _value(decade)
    if century is not None:
        return Quantity(((_value(century) - 1) * 100 + years,), Kind.NUMBER, span)
    return Quantity((years, years + 1900, years + 2000, years + 1800), Kind.NUMBER, span, is_firm=False)


def _share(match: re.Match[str], folded: str) -> Quantity | None:
    """Return 三分之一, 半吨, 翻两番, each of which may be a figure of speech."""
    span = Span(*match.span())
    if match["parts"]:
        parts, share = chinese_value(match["parts"]), chinese_value(match["share"])
        if not parts or not share:
            return None
        value = share / parts
        values = (value, *rounded(value))
        return Quantity(values, Kind.NUMBER, span, is_firm=False, measure=Measure(value, PARTS, span))
    if match["doubled"]:  # 翻一番 doubles, 翻两番 doubles twice
        times = chinese_value(match["redoubled"] or "一") or Fraction(1)
        return Quantity((Fraction(2**times),), Kind.LEVEL, span, is_firm=False)
    measure = measured(Fraction(1, 2), folded, *span)
    return Quantity((Fraction(1, 2),), Kind.NUMBER, span, is_firm=False, measure=measure) if measure else None


def _digits(match: re.Match[str], folded: str) -> Quantity:
    value = _value(match["number"]) + vulgar(match["part"] or "")
    for scale in match["scale"] or "":
        value *= _SCALES[scale]
    values: tuple[Fraction, ...] = (value,)
    if "兆" in (match["scale"] or ""):
        values = (value, value / 10**6)
    return _qualified(values, match, folded, is_firm=not _is_part_of_a_name(match, folded))


def _words(match: re.Match[str], folded: str) -> Quantity | None:
    value = chinese_value(match["words"])
    if value is None or (match["words"] in _SCALES and _UNIT_NEXT.match(folded, match.end())):
        return None
    return _qualified((value,), match, folded, is_firm=_FIRM_WORDS.search(match["words"]) is not None)


def _qualified(values: tuple[Fraction, ...], match: re.Match[str], folded: str, *, is_firm: bool) -> Quantity:
    """Return the quantity with what follows it taken into account."""
    start, end = match.span()
    after = _AFTER.match(folded, end)
    kind = Kind.NUMBER
    if after is not None:
        end = after.end()
        if after["percent"]:
            kind, is_firm = Kind.PERCENT, True
        elif after["points"]:
            kind, is_firm = Kind.POINTS, True
        elif after["basis"]:
            return basis_points(values[0], Span(start, end), _bound(folded, Span(start, end)))
        elif after["pips"]:  # basis points of a rate of interest, pips of a rate of exchange
            span = Span(start, end)
            return Quantity(values, kind, span, is_firm, measure=Measure(values[0], BASIS_POINTS, span))
        elif after["tenths"]:
            kind, values = Kind.PERCENT, _tenths(values[0], after["tenths"])
        elif after["times"]:
            grown = _GROWN.search(folded, max(0, start - 8), start)
            kind, values = Kind.LEVEL, tuple(value + 1 for value in values) if grown else values
        elif after["month"]:
            kind, is_firm = Kind.MONTH, match["number"] is not None
        else:
            is_firm, end = False, match.end()
    if "半" in folded[end : end + 3] and _AND_A_HALF.match(folded, end):
        values = (*values, values[0] + Fraction(1, 2))
    span = Span(start, end)
    measure = measured(values[0], folded, start, end) if kind is Kind.NUMBER else None
    return Quantity(values, kind, span, is_firm, _bound(folded, span), measure=measure)


def _tenths(value: Fraction, word: str) -> tuple[Fraction, ...]:
    """Return 三成, 七成半 and 六五折 as percentages; of the last, what is paid and, in English, what is taken off."""
    if word == "折":
        return value * 10, 100 - value * 10
    rest = word.removeprefix("成")
    return (value * 10 + (5 if rest == "半" else chinese_value(rest) or 0),)


def _bound(folded: str, span: Span) -> Bound | None:
    found = _BOUND_AFTER.match(folded, span.end) or _BOUND_BEFORE.search(folded, max(0, span.start - 5), span.start)
    return _BOUNDS[found.lastgroup] if found and found.lastgroup else None


def _is_part_of_a_name(match: re.Match[str], folded: str) -> bool:
    """Return whether letters touch the number: G20, Q3, 5G, COVID-19, Nd2Fe14B."""
    before, after = folded[max(0, match.start() - 1) : match.start()], folded[match.end() : match.end() + 1]
    if len(match[0]) == 1 and is_han(before) and after in "。,;)" and before != "第":
        return True  # a footnote mark: 平均水平2。
    return any(letter.isascii() and letter.isalpha() for letter in (before, after)) or before in _HOLDERS


def _value(text: str) -> Fraction:
    return Fraction(re.sub(r"[,\s]", "", text)) if text[0] in ".0123456789" else chinese_value(text) or Fraction(0)


def _sum(text: str) -> Fraction:
    return combined(part if part in _SCALES else _value(part) for part in re.findall(rf"{_DIGITS}|[百千万亿]", text))

"""The plain numbers of a Chinese text: 5.54万, 2025年7月22日, 12.5%, 三."""

from __future__ import annotations

import re

from zhengming.tmx.quantity.chinese import RANGE, folded
from zhengming.tmx.quantity.numerals import MOST_DIGITS, VULGAR, chinese_value
from zhengming.tmx.quantity.plain.side import BASES, BASIS, ONE, Side, is_range, size, take_unit

__all__ = ["plain_side"]

#: All that the grammar may begin with. What has no name here counts nothing, but for what `_SIGN` knows.
_PIECE = re.compile(
    r"""(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>万亿|[万亿])?
          (?:(?P<percent>%)|(?P<points>个?百分点)|(?P<month>月份?)|(?P<name>[届期版章条款项次周]|世纪|年代))?
      | (?P<yearly>同比|按年)|(?P<periodic>环比|按[月季])
      | (?P<numeral>[〇零一二两三四五六七八九十百千万亿]+)
      | [翻半民同环按数几季]""",
    re.VERBOSE,
)
_SCALES = {None: 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_SIGN = re.compile("翻了?.?番|半(?![导径岛])|民国|[数几][十百千万亿]|季")
#: What follows a numeral, or digits, and makes something else of them.
_AFTER_NUMERAL = re.compile(r"\s?[\d%厘折成倍富月]|\s?个?(?:百分|基点)|点[子〇零一二三四五六七八九]|分[之点]")
_AFTER_DIGITS = re.compile(
    rf"\.?\d|\s{{0,3}},\s{{0,3}}\d|\s{{1,3}}\d|\s?[%厘月折成倍富多余来几十百千万亿兆时点分秒:]|\s?个?(?:百分|基点)"
    rf"|[-/a-z·]|\s?{VULGAR}"
)
_AFTER_KIND = {"percent": re.compile(r"[a-z\d]"), "points": re.compile("$^"), "month": re.compile("[内度]")}
_BEFORE_DIGITS = re.compile(r"[-/a-z.%{&#·]")
_TARIFF_ITEM = re.compile(r"\d{4}\.\d\d")
_BOUND = re.compile(r"(?:[大小高低多少等]于|至[少多]|超过|不[足到]|[逾<>≥≤])\s?$")
_LONGEST_BOUND = 5
_LARGE = frozenset("万亿")


def plain_side(text: str) -> Side | None:
    """Return what the text says, or None if there is anything in it that only the grammar can read."""
    text = folded(text)
    if "以上" in text or "以下" in text:
        return None
    side = Side(set(), set(), {}, set(), [])
    before = -1  # where the number before ends
    for match in _PIECE.finditer(text):
        start = match.start()
        if match.lastgroup is None:
            if _SIGN.match(text, start):
                return None
            continue
        if match.lastgroup in BASES:
            side.say(BASIS, BASES[match.lastgroup])
            continue
        if _BOUND.search(text, max(0, start - _LONGEST_BOUND), start) or is_range(text, before, start, RANGE):
            return None
        is_read = _take_numeral(match, text, side) if match["numeral"] else _take_digits(match, text, side)
        if not is_read:
            return None
        before = match.end("scale") if match["scale"] else match.end("digits") if match["digits"] else match.end()
    return side


def _take_numeral(match: re.Match[str], text: str, side: Side) -> bool:
    """Take a number in characters, which may answer another and asks for nothing; return whether it is one."""
    words, end = match["numeral"], match.end()
    if _AFTER_NUMERAL.match(text, end) or len(words) > MOST_DIGITS or (words[-1] in _LARGE and len(words) > 1):
        return False
    value = chinese_value(words)
    if value is not None:
        whole = value.numerator * ONE
        if len(words) > 1 or words not in "十百千":  # 千 alone may be the beginning of a unit
            side.say("number", whole, is_firm=False)
        take_unit(side, whole, text, match.start(), end)
    return True


def _take_digits(match: re.Match[str], text: str, side: Side) -> bool:
    start, end = match.span()
    number_end = match.end("scale") if match["scale"] else match.end("digits")
    value = size(match["digits"], _SCALES[match["scale"]])
    if (
        value is None
        or (start and _BEFORE_DIGITS.match(text, start - 1))
        or (end - start == 1 and (end == len(text) or text[end] in ",。;)"))  # it may be the mark of a footnote
        or _TARIFF_ITEM.fullmatch(match["digits"])
    ):
        return False
    kind = str(match.lastgroup)
    if kind in _AFTER_KIND:
        side.say(kind, value)
        if kind != "month":
            side.digits.append(value)
        return _AFTER_KIND[kind].match(text, end) is None
    side.say("number", value, is_firm=kind != "name")
    side.digits.append(value)
    take_unit(side, value, text, start, number_end)
    return _AFTER_DIGITS.match(text, end) is None

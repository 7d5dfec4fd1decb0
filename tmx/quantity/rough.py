"""What both languages say without a figure: 数十亿, tens of billions; 第三季度, Q3; 上半年, the first half.

One side may leave it out; it is a fault only where both sides say it and do not agree.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.tmx.quantity.model import Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["named_periods", "rough_quantities"]

_TIMES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}
_CHINESE_ORDER = re.compile("[数數][十百千万亿萬億]+")
_CHINESE_PERIOD = re.compile("(?:第|(?<![前首上下近每后後余续續、\\d]))\\s?([一二三四1-4])\\s?季度?|([上下])半年")
_QUARTERS = {numeral: number for number, numeral in enumerate("一二三四", 1)} | {str(n): n for n in range(1, 5)}

_SCALES = {
    "tens": 10, "dozens": 10, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12,
}  # fmt: skip
_ENGLISH_ORDER = re.compile(
    r"\b(?<!\d )(?:(tens|dozens|hundreds|thousands) of )?(hundreds|dozens|thousands|millions|billions|trillions)\b",
    re.IGNORECASE,
)
_ENGLISH_PERIOD = re.compile(
    r"\b(first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]quarter\b"
    r"|\b(first|second|latter)[ -]half\b(?! of (?!(?:the|this|last) year|20))",
    re.IGNORECASE,
)
_NAMED_PERIOD = re.compile(r"\b(?:Q([1-4])|H([12]))(?!\w)|\b(?:([1-4])Q|([12])H)(?=\d\d|\b)", re.ASCII)
_PLACES = {word: place for place, word in enumerate("first second third fourth".split(), 1)}
_PLACES |= {"final": 4, **{str(place): place for place in range(1, 5)}}
_PLACES |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "latter": 2}


def rough_quantities(text: str, language: str) -> list[Quantity]:
    """Return what the text says of that kind; none for a language that is not known here."""
    found = _GRAMMARS.get(language)
    return [] if found is None else list(found(text))


def _chinese(text: str) -> Iterator[Quantity]:
    if "数" in text or "數" in text:
        for match in _CHINESE_ORDER.finditer(text):
            value = 1
            for character in match.group()[1:]:
                value *= _TIMES[character]
            yield Quantity((Fraction(value),), Kind.ORDER, Span(*match.span()))
    if "季" in text or "半年" in text:
        for match in _CHINESE_PERIOD.finditer(text):
            kind = Kind.QUARTER if match[1] else Kind.HALF
            place = _QUARTERS[match[1]] if match[1] else "上下".index(match[2]) + 1
            yield Quantity((Fraction(place),), kind, Span(*match.span()))


def _english(text: str) -> Iterator[Quantity]:
    if any(end in text for end in ("lions", "sands", "reds", "dozens")):
        for match in _ENGLISH_ORDER.finditer(text):
            value = _SCALES[match[2].lower()] * (_SCALES[match[1].lower()] if match[1] else 1)
            yield Quantity((Fraction(value),), Kind.ORDER, Span(*match.span()))
    if "quarter" in text or "half" in text:
        for match in _ENGLISH_PERIOD.finditer(text):
            yield _period(match, match[1], match[2])


def named_periods(text: str) -> Iterator[Quantity]:
    """Yield Q3 and 1H25, which are written alike in both languages."""
    for match in _NAMED_PERIOD.finditer(text):
        yield _period(match, match[1] or match[3], match[2] or match[4])


def _period(match: re.Match[str], quarter: str | None, half: str | None) -> Quantity:
    kind = Kind.QUARTER if quarter else Kind.HALF
    place = _PLACES[(quarter or half or "").lower()]
    return Quantity((Fraction(place),), kind, Span(*match.span()))


_GRAMMARS: dict[str, Callable[[str], Iterator[Quantity]]] = {"zh": _chinese, "en": _english}

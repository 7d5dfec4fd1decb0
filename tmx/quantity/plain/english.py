"""The plain numbers of an English text: 55,400 tonnes, 22 July 2025, 12.5 per cent, three."""

from __future__ import annotations

import re

from zhengming.tmx.quantity.english import BASIS_OF_COMPARISON, MONTHS, RANGE, WORDS, folded
from zhengming.tmx.quantity.numerals import VULGAR, english_value
from zhengming.tmx.quantity.plain.side import BASES, BASIS, ONE, Side, is_range, size, take_unit

__all__ = ["plain_side"]

_PIECE = re.compile(
    r"""(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
        (?:[ ](?P<scale>thousand|million|billion|trillion)\b)?
        (?:(?P<percent>%|[ ]per[ ]?cent\b)|(?P<points>[ ]percentage[ ]points?\b)|(?P<ordinal>(?:st|nd|rd|th)\b))?""",
    re.VERBOSE,
)
_SCALES = {None: 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_AFTER = re.compile(
    r"\w|·|[.,]\d|[-–—/:~]\s?\d|\s\d"
    r"|[\s-](?:hundred|thousand|million|billion|trillion)s?\b|[\s-]?(?:mln|mn|bn|trn|tn|[kmb])\b"
    r"|[\s-]?(?:%|per\s?cent|pct\b|percentage|pps?\b|basis|bps?\b|-?fold\b|times\b|x\b|\s?[ap]\.?m\b)|\s?[mk]t\b"
    rf"|\s?{VULGAR}"
)
_BEFORE = re.compile(r"[-/\w.,%{&#·]")
_TARIFF_ITEM = re.compile(r"\d{4}\.\d\d")
_WORD = re.compile(r"\b[a-z]+\b")
_IN_WORDS = re.compile(rf"\b{WORDS}\b")
_NUMERALS = frozenset(re.findall("[a-z]{3,}", WORDS)) - {"and"}
#: What makes a number in words firm, or something else of it: a multiple, a share, the beginning of a range.
_FIRM = re.compile("(?:m|b|tr)illion")
_AFTER_WORDS = re.compile(
    rf"[\s-]?(?:%|per\s?cent\b|pct\b|percentage|pps?\b|basis|bps?\b|times\b|x\b)|{RANGE.pattern}\d"
)
_BASIS = re.compile(BASIS_OF_COMPARISON)
_OF_BASES = frozenset("year yoy month quarter week mom qoq wow y m q w".split())


def plain_side(text: str) -> Side | None:
    """Return what the text says, or None if there is anything in it that only the grammar can read."""
    text = folded(text)
    if "fold" in text:
        return None
    side = Side(set(), set(), {}, set(), [])
    scales: set[int] = set()
    before = -1  # where the number before ends
    for match in _PIECE.finditer(text):
        if is_range(text, before, match.start(), RANGE) or not _take_digits(match, text, side):
            return None
        before = match.end("scale") if match["scale"] else match.end("digits")
        scales.add(match.start("scale"))
    words = set(_WORD.findall(text))
    for word in words.intersection(MONTHS):
        side.say("month", MONTHS[word] * ONE, is_firm=word != "may")
    if not words.isdisjoint(_OF_BASES):
        for match in _BASIS.finditer(text):
            side.say(BASIS, BASES[str(match.lastgroup)])
    return side if words.isdisjoint(_NUMERALS) or _take_words(text, side, scales) else None


def _take_digits(match: re.Match[str], text: str, side: Side) -> bool:
    """Take a number in digits; return whether it is one."""
    start, end = match.span()
    value = size(match["digits"], _SCALES[match["scale"]])
    if (
        value is None
        or (start and _BEFORE.match(text, start - 1))
        or _AFTER.match(text, end)
        or _TARIFF_ITEM.fullmatch(match["digits"])
    ):
        return False
    kind = match.lastgroup if match["percent"] or match["points"] else "number"
    side.say(str(kind), value, is_firm=not match["ordinal"])
    side.digits.append(value)
    if kind == "number":
        take_unit(side, value, text, start, match.end("scale") if match["scale"] else match.end("digits"))
    return True


def _take_words(text: str, side: Side, scales: set[int]) -> bool:
    """Take the numbers in words, which may answer others and ask for nothing; `scales` are words of other numbers."""
    for match in _IN_WORDS.finditer(text):
        if match.start() in scales:
            continue
        if _FIRM.search(match[0]) or _AFTER_WORDS.match(text, match.end()):
            return False
        value = english_value(re.split(r"[\s-]+", match[0]))
        if value is not None:
            side.say("number", int(value * ONE), is_firm=False)
            side.spoken.add(int(value * ONE))
    return True

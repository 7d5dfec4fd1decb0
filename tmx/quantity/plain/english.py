"""The plain numbers of an English text: 55,400 tonnes, 22 July 2025, 12.5 per cent, three."""

from __future__ import annotations

import re

from zhengming.tmx.placeholders import masked
from zhengming.tmx.quantity.english import BASIS_OF_COMPARISON, MONTHS, RANGE, WORDS, folded
from zhengming.tmx.quantity.exchanged import FIGURES_IN_WORDS
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
    r"\w|·|\+|\ufffc|\skilo|\sdecade|[.,]\d|[-–—/:~]\s?\d|\s\d"
    r"|[\s-](?:hundred|thousand|million|billion|trillion)s?\b|[\s-]?(?:mln|mn|bn|trn|tn|[kmb])\b"
    r"|[\s-]?(?:%|per\s?cent|pct\b|percentage|pps?\b|basis|bps?\b|-?fold\b|times\b|x\b|\s?[ap]\.?m\b)|\s?[mk]t\b"
    rf"|\s?{VULGAR}"
)
_BEFORE = re.compile(r"[-/\w.,%{&#·\ufffc]")
_TARIFF_ITEM = re.compile(r"\d{4}\.\d\d")
_WORD = re.compile(r"\b[a-z]+\b")
_IN_WORDS = re.compile(rf"\b{WORDS}\b")
_NUMERALS = frozenset(re.findall("[a-z]{3,}", WORDS)) - {"and"}
#: What makes a number in words firm, or something else of it: a multiple, a share, the beginning of a range.
_FIRM = re.compile("(?:m|b|tr)illion")
_AFTER_WORDS = re.compile(
    rf"[\s-]?(?:%|per\s?cent\b|pct\b|percentage|pps?\b|basis|bps?\b|times\b|x\b)|{RANGE.pattern}\d|\sdecade"
)
#: Some are as good as figures and some are parts, so that nobody can say how many figures there are.
_ORDINALS = frozenset(FIGURES_IN_WORDS) - _NUMERALS | {"quarter", "quarters", "half"}
_UNCLEAR = -1
_MAY = re.compile(r"\bmay\b", re.IGNORECASE)
_BASIS = re.compile(BASIS_OF_COMPARISON)
_OF_BASES = frozenset("year yoy month quarter week mom qoq wow y m q w".split())


def plain_side(text: str) -> Side | None:
    """Return what the text says, or None if there is anything in it that only the grammar can read."""
    written = masked(text)
    text = folded(written)
    if "fold" in text:
        return None
    side = Side(set(), set(), {}, set(), [], [])
    scales: set[int] = set()
    before = -1  # where the number before ends
    for match in _PIECE.finditer(text):
        if is_range(text, before, match.start(), RANGE) or not _take_digits(match, text, written, side):
            return None
        before = match.end("scale") if match["scale"] else match.end("digits")
        scales.add(match.start("scale"))
    listed = _WORD.findall(text)
    words = set(listed)
    if not words.isdisjoint(MONTHS):
        _take_months(listed, written, side)
    if not words.isdisjoint(_OF_BASES):
        for match in _BASIS.finditer(text):
            side.say(BASIS, BASES[str(match.lastgroup)], is_figure=False)
    if not words.isdisjoint(_ORDINALS):
        side.words.append(_UNCLEAR)
    return side if words.isdisjoint(_NUMERALS) or _take_words(text, side, scales) else None


def _take_months(words: list[str], written: str, side: Side) -> None:
    for word in words:
        if word in MONTHS and word != "may":
            side.say("month", MONTHS[word] * ONE)
    for may in _MAY.findall(written) if "may" in words else ():
        side.say("month", MONTHS["may"] * ONE, is_firm=False, is_figure=may != "may")


def _take_digits(match: re.Match[str], text: str, written: str, side: Side) -> bool:
    """Take a number in digits; return whether it is one."""
    start, end = match.span()
    value = size(match["digits"], _SCALES[match["scale"]])
    if (
        value is None
        or (start and _BEFORE.match(text, start - 1))
        or _AFTER.match(text, end)
        or _TARIFF_ITEM.fullmatch(match["digits"])
        or (match["ordinal"] and not written[start:end].islower())
    ):
        return False
    kind = match.lastgroup if match["percent"] or match["points"] else "number"
    side.say(str(kind), value, is_firm=not match["ordinal"])
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
            size_of = int(value * ONE)
            side.say("number", size_of, is_firm=False, is_figure=False)
            if match[0] in FIGURES_IN_WORDS:
                side.words.append(size_of)
            if match[0].endswith("half"):
                side.spoken.add(size_of)  # half of what stands after an article
            else:
                take_unit(side, size_of, text, *match.span())
    return True

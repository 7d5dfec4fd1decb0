"""Quantities in English: US$3.2 trillion, three hundred million, 99.99 per cent, sevenfold, July, 8505.11.10."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.tmx.quantity.code import CONTROL_CODE, is_tariff_item, spelt
from zhengming.tmx.quantity.date import DATE, dated
from zhengming.tmx.quantity.measure import measured
from zhengming.tmx.quantity.model import Bound, Kind, Quantity, basis_points, ranged
from zhengming.tmx.quantity.numerals import SUPERSCRIPTS, VULGAR, english_value, is_too_long, rounded, vulgar

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BASIS_OF_COMPARISON", "MONTHS", "RANGE", "WORDS", "folded", "quantities"]

_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "kilo": 10**3, "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9,
    "tn": 10**12, "trn": 10**12,
}  # fmt: skip
_MONTH_NAMES = (
    "january february march april may june july august september october november december".split(),
    "jan feb mar apr may jun jul aug sep oct nov dec".split(),
)
MONTHS = {name: number for names in _MONTH_NAMES for number, name in enumerate(names, 1)} | {"sept": 9}
_WORD = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|"
    "half|dozen"
)
#: A number in words, as a pattern.
WORDS = rf"(?:(?:a|an)\s)?(?:{_WORD})(?:[\s-]+(?:and[\s-])?(?:a[\s-])?(?:{_WORD}))*"
BASIS_OF_COMPARISON = (
    r"\b(?:(?P<yearly>year[\s-](?:on|over|to)[\s-]year|y[-/]?o[-/]?y|(?:from|than)\ a\ year\ (?:earlier|ago|before))"
    r"|(?P<periodic>(?:month|quarter|week)[\s-](?:on|over|to)[\s-](?:month|quarter|week)|[mqw][-/]?o[-/]?[mqw]))\b"
)
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_MULTIPLES: dict[str, int | Fraction] = {
    "doubled": 2, "doubling": 2, "double": 2, "twice": 2, "twofold": 2, "tripled": 3, "tripling": 3,
    "triple": 3, "threefold": 3, "quadrupled": 4, "quadruple": 4, "halved": Fraction(1, 2),
}  # fmt: skip

_QUANTITY = rf"""
    (?P<heading>(?:(?<=hs\ )|(?<=code\ )|(?<=heading\ )|(?<=headings\ ))\d{{4}}(?:\.\d{{2}}){{1,3}}(?!\d))
  | {DATE}
  | (?P<code>\d{{4}}(?:\.\d{{2}}){{2,}} | (?<!\d)(?!19|20)\d{{4}}(?:\ \d{{2}}){{2,3}}(?!\d|[,.]\d)
      | \b\d{{2,7}}-\d{{2}}-\d\b | {CONTROL_CODE})
  | (?P<year>(?<!\d)(?:19|20)\d{{2}})[-–/](?P<second>\d{{2}})(?!\d)
  | (?P<number>(?<!\d)(?<!\d\.)(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w)])\.\d+))(?P<part>\s?{VULGAR})?
    (?:\+?[\s-]?(?P<scale>hundred\ (?:thousand|million)|hundred|thousand|million|billion|trillion|mln|mn|bn|trn|tn)s?\b
      | \s(?P<kilo>kilo(?=bases?\b))
      | (?P<letter>(?<=[\d½])[kmb])\b(?!·))?
  | {BASIS_OF_COMPARISON}
  | \b(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?
  | \b(?:(?P<share>one|two|three|four|a|an|(?<=\ ))[\s-]?(?P<parts>{'|'.join(_PARTS)})s?)\b(?!\s(?:a|quarter|half))
  | \b(?P<fold>{_WORD})\s?-?\s?fold\b
  | \b(?P<words>{WORDS})\b
  | \b(?P<multiple>{'|'.join(_MULTIPLES)})\b
  | \b(?P<ordinal>{'|'.join(_ORDINALS)})\b
  | \b(?P<decade>decade)\b
    """  # fmt: skip
#: Where a quantity can begin; the grammar is tried there only.
_START = re.compile(r"[a-z]+|\.?\d")
_STARTERS = {
    *(MONTHS | _ORDINALS | _PARTS | _MULTIPLES),
    *_WORD.split("|"),
    *(f"{word}fold" for word in _WORD.split("|")),
    *"decade a an from than year month quarter week y m q w yoy mom qoq wow".split(),
}
_AFTER = re.compile(
    r"[\s-]?(?:(?P<percent>%(?!\w)|per\s?cent\b|pct\b)(?!age)|(?P<points>percentage[\s-]points?|pps?\b)"
    r"|(?P<basis>basis[\s-]points?|bps?\b)"
    r"|(?P<fold>-?fold\b)|(?P<times>times\b|x\b)|(?P<ordinal>(?:st|nd|rd|th)\b)|(?P<clock>:\d\d|\s?[ap]\.?m\b|(?<=24)/7\b)|(?P<decade>s\b))"
)
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_WIDTHS |= {0x2080 + digit: 0x30 + digit for digit in range(10)} | SUPERSCRIPTS
#: Before a number these make no count of it: #1, &#160;, and the mark of a footnote in 4.7%3.
_HOLDERS = frozenset("&#%")
RANGE = re.compile(r"\s?(?:-|–|—|~|to|or|and)\s?(?:(?:us|hk)?[$€£¥])?")
_CURRENCY = re.compile(r"(?:[$€£¥]|\b(?:rmb|cny|usd|eur|hkd))\s?$")
#: A space before these leaves no doubt after a currency; Mt and kt are tonnes.
_MILLION = re.compile(r"\sm\b(?!·)")
_TONNES = re.compile(r"\s?([mk])t\b")
_BY = re.compile(r"\bby\s(?:about|around|more than|over|nearly|almost|at least|up to)?\s?$")
_BOUND_AFTER = re.compile(
    r"[^.;]{0,18}?(?:(?P<at_least>or (?:more|above|higher|greater|over)|and (?:above|over|more))"
    r"|(?P<at_most>or (?:less|below|fewer|lower)))"
)
_BOUND_BEFORE = re.compile(
    r"(?:(?P<at_least>at least|no less than|not less than|no lower than|no fewer than|≥|>=)"
    r"|(?P<at_most>at most|no more than|not more than|up to|not exceed(?:ing)?|≤|<=)"
    r"|(?P<more_than>more than|over|above|greater than|higher than|exceed(?:ing|s|ed)?|>)"
    r"|(?P<less_than>less than|fewer than|below|under|<))\s(?:(?:about|us|hk|rmb)\s?)?[$€£¥]?\s?$"
)
_BOUNDS = {
    "at_least": Bound.AT_LEAST,
    "at_most": Bound.AT_MOST,
    "more_than": Bound.MORE_THAN,
    "less_than": Bound.LESS_THAN,
}
_CENTURIES = 1000
_TEN = Fraction(10)
_ARTICLE = re.compile(r"\san?(?=\s)")
_FIRM_WORDS = re.compile(r"million|billion|trillion")


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of an English text."""
    found = list(_quantities(folded(text)))
    return [ranged(one, after, text, RANGE) for one, after in zip_longest(found, found[1:])]


def folded(text: str) -> str:
    """Fold width and case one character for one: İ would become two."""
    if text.isascii():
        return text.lower()
    text = text.translate(_WIDTHS)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


@cache
def _grammar() -> re.Pattern[str]:
    # Compiled when it is wanted: it takes as long as a hundred pairs do, and most pairs are told without it.
    return re.compile(_QUANTITY, re.VERBOSE)


def _quantities(folded: str) -> Iterator[Quantity]:
    grammar, at = _grammar(), 0
    for start in _START.finditer(folded):
        word = start.group()
        if start.start() < at or (word.isalpha() and word not in _STARTERS):
            continue
        match = grammar.match(folded, start.start())
        if match is None and word[0] == ".":  # a full stop before a figure
            match = grammar.match(folded, start.start() + 1)
        at = match.end() if match else start.end()
        if match and not is_too_long(match[0]):
            is_date = match["dated"] and not is_tariff_item(folded, *match.span())
            yield from dated(match) if is_date else _quantity(match, folded)


def _quantity(match: re.Match[str], folded: str) -> Iterator[Quantity]:
    span = Span(*match.span())
    if code := match["heading"] or match["code"] or (match["dated"] and match[0]):
        yield Quantity((), Kind.CODE, span, code=spelt(code))
    elif match["year"]:
        year, second = int(match["year"]), int(match["second"])
        yield Quantity((Fraction(year),), Kind.NUMBER, Span(*match.span("year")))
        yield Quantity(
            (Fraction(year // 100 * 100 + second), Fraction(second)),
            Kind.NUMBER,
            Span(*match.span("second")),
            is_firm=False,
        )
    elif match["number"]:
        yield _digits(match, folded)
    elif match["yearly"] or match["periodic"]:
        yield Quantity((Fraction(1 if match["yearly"] else 2),), Kind.BASIS, span)
    elif match["month"]:
        # "may" is a verb more often than a month, so it claims nothing.
        name = match["month"]
        yield Quantity((Fraction(MONTHS[name]),), Kind.MONTH, Span(*match.span("month")), name != "may")
    elif match["parts"]:
        share = english_value([match["share"] or "one"]) or Fraction(1)
        # "Three quarters" are 0.75 or nine months, "an eighth" a part or a place.
        parts = _PARTS[match["parts"]]
        values = (share / parts, *rounded(share / parts), share, Fraction(parts))
        measure = measured(share / parts, folded, *span)
        yield Quantity(values, Kind.NUMBER, span, is_firm=False, measure=measure)
    elif match["fold"]:
        value = english_value([match["fold"]])
        yield from () if value is None else (_multiple(value, span, folded),)
    elif match["multiple"]:
        yield Quantity((Fraction(_MULTIPLES[match["multiple"]]),), Kind.LEVEL, span, is_firm=False)
    elif word := match["ordinal"] or match["decade"]:
        yield Quantity((Fraction(_ORDINALS.get(word, _TEN)),), Kind.NUMBER, span, is_firm=False)
    else:
        yield from _words(match, folded)


def _words(match: re.Match[str], folded: str) -> Iterator[Quantity]:
    value = english_value(re.split(r"[\s-]+", match["words"]))
    if value is not None:
        is_firm = _FIRM_WORDS.search(match["words"]) is not None and match["words"] not in _SCALES
        yield _qualified((value,), Span(*match.span()), folded, is_firm=is_firm)


def _digits(match: re.Match[str], folded: str) -> Quantity:
    value = Fraction(match["number"].replace(",", "")) + vulgar(match["part"] or "")
    for scale in (match["scale"] or match["kilo"] or "").split():
        value *= _SCALES[scale]
    values: tuple[Fraction, ...] = (value,)
    span = Span(*match.span())
    is_money = _CURRENCY.search(folded, max(0, span.start - 5), span.start) is not None
    is_firm = not _is_part_of_a_name(match, folded)
    tonnes = None
    if match["letter"]:  # £5m and 5m tonnes are millions, a width of 5m is metres
        scaled = value * _SCALES[match["letter"]]
        values = (scaled,) if is_money else (value, scaled)
    elif match["scale"] is None and is_money and (million := _MILLION.match(folded, span.end)):
        values, span = (value * 10**6,), Span(span.start, million.end())
    elif match["scale"] is None and (tonnes := _TONNES.match(folded, span.end)):
        values, span, is_firm = (value * _SCALES[tonnes[1]], value), Span(span.start, tonnes.end()), True
    quantity = _qualified(values, span, folded, is_firm=is_firm)
    if (match["letter"] and not is_money) or tonnes:  # "m" is metres, "kt" a unit of its own
        return quantity._replace(measure=measured(value, folded, span.start, match.end("number")))
    return quantity


def _qualified(values: tuple[Fraction, ...], span: Span, folded: str, *, is_firm: bool) -> Quantity:
    start, end = span
    after = _AFTER.match(folded, end)
    kind = Kind.NUMBER
    if after is not None:
        end = after.end()
        if after["percent"]:
            kind, is_firm = Kind.PERCENT, True
        elif after["points"]:
            kind, is_firm = Kind.POINTS, True
        elif after["fold"] or after["times"]:
            return _multiple(values[0], Span(start, end), folded)
        elif after["basis"]:
            return basis_points(values[0], Span(start, end), _bound(folded, Span(start, end)))
        elif after["decade"] and values[0] >= _CENTURIES:  # mid-1960s
            is_firm, end = True, span.end
        else:
            is_firm, end = is_firm and bool(after["ordinal"]), span.end
    span = Span(start, end)
    at = end
    if folded.endswith("half", start, end) and (article := _ARTICLE.match(folded, end)):
        at = article.end()  # half a tonne
    measure = measured(values[0], folded, start, at) if kind is Kind.NUMBER else None
    return Quantity(values, kind, span, is_firm, _bound(folded, span), measure=measure)


def _multiple(value: Fraction, span: Span, folded: str) -> Quantity:
    """Return a multiple. "By six times" may be meant as six or as seven times the base: usage guides differ."""
    values: tuple[Fraction, ...] = (value,)
    if _BY.search(folded, max(0, span.start - 20), span.start):
        values = (value + 1, value)
    return Quantity(values, Kind.LEVEL, span, bound=_bound(folded, span))


def _bound(folded: str, span: Span) -> Bound | None:
    found = _BOUND_BEFORE.search(folded, max(0, span.start - 24), span.start) or _BOUND_AFTER.match(folded, span.end)
    return _BOUNDS[found.lastgroup] if found and found.lastgroup else None


def _is_part_of_a_name(match: re.Match[str], folded: str) -> bool:
    """Return whether letters or a hyphen tie the number to a name: G20, Q3, COVID-19, NdFeB-35, 42SH."""
    before, after = folded[max(0, match.start() - 3) : match.start()], folded[match.end() : match.end() + 1]
    tied = re.search(r"[a-z][-.]?$", before) is not None and not before.endswith(
        ("us", "hk", "rmb", "cny", "usd", "eur", "hkd")
    )
    return tied or before[-1:] in _HOLDERS or (after.isalpha() and match["scale"] is None)

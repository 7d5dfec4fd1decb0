"""Numbers in words: 三百五十万, 两亿, 二〇二五; three hundred and fifty, half a million, 7½."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "MOST_DIGITS",
    "SUPERSCRIPTS",
    "VULGAR",
    "chinese_value",
    "combined",
    "english_value",
    "is_too_long",
    "rounded",
    "vulgar",
]

#: A longer number (or numeral, in characters or words) counts nothing: it is a key, a checksum, a slip.
MOST_DIGITS = 30
#: Exponents and footnote marks are no part of a number. What stands for them joins nothing: it is no space.
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "·" * 10)
VULGAR = "[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}


def is_too_long(text: str) -> bool:
    """Return whether the text has more digits than a quantity can have."""
    return len(text) > MOST_DIGITS and sum(character.isdigit() for character in text) > MOST_DIGITS


def vulgar(text: str) -> Fraction:
    """Return the value of ½ and its like, and 0 for no text."""
    return Fraction(unicodedata.normalize("NFKC", text.strip()).replace("⁄", "/")) if text else Fraction(0)


def rounded(share: Fraction) -> tuple[Fraction, ...]:
    """Return a fraction as percentages have it, whole and to one decimal: a third is 33 % or 33.3 %."""
    return tuple(Fraction(round(share * size), size) for size in (100, 1000))


def chinese_value(text: str) -> Fraction | None:
    """Return the value of a Chinese numeral in Simplified characters, or None if the characters make none."""
    if len(text) > MOST_DIGITS:
        return None
    whole, _, decimals = text.partition("点")
    value = _whole(whole)
    if value is None or not decimals:
        return None if decimals else value
    digits = [_DIGITS[digit] for digit in decimals]
    return value + sum(Fraction(digit, 10**place) for place, digit in enumerate(digits, 1))


def _whole(text: str) -> Fraction | None:
    if not text or text[0] in _LARGE:
        return None  # 万一, 亿万
    if all(character in _DIGITS for character in text):  # 二〇二五
        return Fraction(int("".join(str(_DIGITS[character]) for character in text)))
    return combined(Fraction(_DIGITS[one]) if one in _DIGITS else one for one in text)


def combined(parts: Iterable[Fraction | str]) -> Fraction:
    """Return the value of numbers and the scale characters after them: 1, 亿, 2, 千, 万 are 120,000,000."""
    total = section = digit = Fraction(0)
    for part in parts:
        if isinstance(part, Fraction):
            digit = part
        elif part in _SMALL:
            section += (digit or 1) * _SMALL[part]
            digit = Fraction(0)
        else:
            section, scale = section + digit, _LARGE[part]
            # 三万五千亿 multiplies all that went before, 一亿二千万 only the section.
            total = total + section * scale if section and total >= scale else (total + section) * scale
            section = digit = Fraction(0)
    return total + section + digit


_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"a": 1, "an": 1}
_TENS = {word: value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_MULTIPLIERS = {"hundred": 100, "dozen": 12}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def english_value(words: list[str]) -> Fraction | None:
    """Return the value of a number in English words (lower case, without hyphens), or None if they make none."""
    if len(words) > MOST_DIGITS:
        return None
    share, at = Fraction(1), 0
    while at < len(words) and (words[at] == "half" or _is_article(words, at)):
        share = share / 2 if words[at] == "half" else share
        at += 1
    if at == len(words):
        return share
    value = _english_whole(words[at:])
    return None if value is None else value * share


def _is_article(words: list[str], at: int) -> bool:
    """Return whether "a" counts nothing: "a four-phase plan", but "a hundred"."""
    return words[at] in {"a", "an"} and at + 1 < len(words) and words[at + 1] not in _SCALES


def _english_whole(words: list[str]) -> Fraction | None:
    total = section = Fraction(0)
    scale = 1
    for place, word in enumerate(words):
        if word == "half":  # "one and a half million", "a million and a half"
            section += Fraction(1, 2) if section else Fraction(scale, 2)
        elif word in {"a", "an"} and words[place + 1 : place + 2] == ["half"]:
            continue
        elif word in _UNITS:
            section += _UNITS[word]
        elif word in _TENS:
            section += _TENS[word] * 10
        elif word in _MULTIPLIERS:
            section = (section or Fraction(1)) * _MULTIPLIERS[word]
        elif word in _SCALES:
            scale = _SCALES[word]
            total += (section or Fraction(1)) * scale
            section = Fraction(0)
        elif word != "and":
            return None
    return total + section

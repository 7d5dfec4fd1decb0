"""Numbers in words: 三百五十万, 两亿, 二〇二五; three hundred and fifty, half a million."""

from __future__ import annotations

from fractions import Fraction

__all__ = ["chinese_value", "english_value"]

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}


def chinese_value(text: str) -> Fraction | None:
    """Return the value of a Chinese numeral in Simplified characters, or None if the characters make none."""
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
    total = section = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _SMALL:
            section += (digit or 1) * _SMALL[character]
            digit = 0
        else:
            total = (total + section + digit) * _LARGE[character]
            section = digit = 0
    return Fraction(total + section + digit)


_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"a": 1, "an": 1, "half": 0}
_TENS = {word: value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def english_value(words: list[str]) -> Fraction | None:
    """Return the value of a number in English words (lower case, without hyphens), or None if they make none."""
    if words[0] in {"a", "an"} and words[1:2] and words[1] not in _SCALES:
        return english_value(words[1:])  # "a four-phase plan", but "a hundred"
    if words[0] == "half":
        rest = english_value(words[1:]) if len(words) > 1 else Fraction(1)
        return None if rest is None else rest / 2
    total = section = Fraction(0)
    for word in words:
        if word in _UNITS:
            section += _UNITS[word]
        elif word in _TENS:
            section += _TENS[word] * 10
        elif word == "hundred":
            section = (section or Fraction(1)) * 100
        elif word in _SCALES:
            total += (section or Fraction(1)) * _SCALES[word]
            section = Fraction(0)
        elif word != "and":
            return None
    return total + section

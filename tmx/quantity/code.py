"""Codes that look like numbers or dates: control code 1C902.a, tariff item 2008.11.10 without “HS” before it."""

from __future__ import annotations

import re

__all__ = ["CONTROL_CODE", "is_tariff_item", "spelt"]

#: For a verbose pattern, in lower case: an export control classification, with its item and sub-items.
CONTROL_CODE = r"(?<![a-z\d])\d[a-e]\d{3}(?:\.[a-z](?:\.\d{1,2})?(?:\.[a-z])?)?(?![a-z\d])"
#: The words that announce a tariff item, a few letters or signs before it.
_ANNOUNCED = re.compile(
    r"(?:税[号目则]|号列|子目|品目|编码|\bhs|\bhts(?:us)?|\b(?:sub)?headings?|\btariff|\bclassif\w{2,6}|\bcodes?)[^\d。;]{0,14}$"
)
_FAR = 26
_CLASS = 5


def is_tariff_item(folded: str, start: int, end: int) -> bool:
    """Return whether the figures with points at that place, which could be a date, are announced as a tariff item."""
    return "." in folded[start:end] and _ANNOUNCED.search(folded, max(0, start - _FAR), start) is not None


def spelt(folded: str) -> str:
    """Return a code as lists print it: 1C902.a."""
    return folded[:_CLASS].upper() + folded[_CLASS:]

"""Comparison forms: one character for one, so that an offset in the folded text is an offset in the text.

Folded away are letter case, full and half width (U+FF01-FF5E, U+3000; NFKC would change lengths), Latin diacritics,
Simplified and Traditional characters, subscript and superscript digits, and the kinds of dash, space, slash and
quotation mark. Terms and texts are folded alike, so only equality counts: no folded text is ever shown.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from zhengming.termbase.remedy import Remedy
from zhengming.termbase.text.convert import simplified_characters

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

__all__ = ["fold", "fold_characters", "folding"]

_SAME = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "/": " ", "∕": " ", "_": " ", "\u00ad": " ", "ß": "s", "ø": "o", "đ": "d", "ł": "l", "ı": "i",
    "﹣": " ", "−": " ", "～": "~", "，": ",", "、": ",",
}  # fmt: skip
_WIDTH = range(0xFF01, 0xFF5F)


class _Folding(dict[int, int]):
    """A translation table that fills itself as characters are met."""

    def __missing__(self, codepoint: int) -> int:
        self[codepoint] = folded = ord(_fold_one(chr(codepoint)))
        return folded


def _fold_one(character: str) -> str:
    if same := _SAME.get(character.lower()):
        return same
    if ord(character) in _WIDTH:
        return _fold_one(chr(ord(character) - 0xFEE0))
    category = unicodedata.category(character)
    if category in {"Zs", "Zl", "Zp", "Pd"} or character in "\t\n\r\v\f":
        return " "
    if category == "No" and (digit := unicodedata.digit(character, None)) is not None and not _is_enclosed(character):
        return str(digit)
    lower = character.lower()
    if len(lower) != 1:
        return character
    # Of Latin letters only: a Hangul syllable decomposes too, ガ into カ and a mark, and й is no и.
    base = unicodedata.normalize("NFD", lower)[0]
    return base if base.isascii() and base.isalpha() else lower


def _is_enclosed(character: str) -> bool:
    return "<super>" not in (kind := unicodedata.decomposition(character)) and "<sub>" not in kind


_characters = _Folding()
_scripts: list[_Folding] = []


@lru_cache(maxsize=4)  # matching, numbers and checks ask for that of one text in turn
def fold(text: str) -> str:
    """Return the comparison form of `text`; it has the same length."""
    if text.isascii():
        return fold_characters(text)
    if not _scripts:
        table = _Folding()
        table.update({ord(one): ord(other) for one, other in simplified_characters().items()})
        _scripts.append(table)
    return text.translate(_scripts[0])


def fold_characters(text: str) -> str:
    """Return the comparison form without touching Chinese script: 稀土 and 稀土, but not 管制 and 管製."""
    return text.translate(_characters)


def folding(remedies: Collection[Remedy]) -> Callable[[str], str]:
    """Return `fold`, or without that remedy `fold_characters`."""
    return fold if Remedy.SCRIPTS in remedies else fold_characters

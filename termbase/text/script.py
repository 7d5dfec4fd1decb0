"""Which script a character belongs to, and which languages write words without spaces."""

from __future__ import annotations

import re

__all__ = ["HAN", "is_han", "is_unspaced_language", "is_word_character"]

#: A regular-expression class for Han characters: the unified ideographs with their extensions, and 〇.
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_HAN = re.compile(f"[{HAN}]")
#: Korean is written with spaces, but particles cling to nouns, so that a term rarely stands free.
_UNSPACED = frozenset({"zh", "yue", "wuu", "nan", "lzh", "ja", "th", "lo", "km", "my", "bo", "dz", "ko"})


def is_han(character: str) -> bool:
    """Return whether that one character is Han."""
    return _HAN.fullmatch(character) is not None


def is_unspaced_language(language: str) -> bool:
    """Return whether the language (primary subtag) does not mark the borders of words."""
    return language in _UNSPACED


def is_word_character(character: str) -> bool:
    """Return whether a Latin term may not begin or end beside that character."""
    return character.isalnum() and ord(character) < 0x2E80  # noqa: PLR2004  CJK follows; 的BIS is a border

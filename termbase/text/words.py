"""The words of a text in a language that writes spaces between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Token", "tokens"]

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Token(NamedTuple):
    """A word of a spaced language with its place."""

    text: str
    start: int
    end: int


def tokens(text: str, language: str = "en") -> Iterator[Token]:
    """Yield the words of a text, English ones folded, others in lower case with their accents.

    A possessive 's is left off.
    """
    lower = fold(text) if language == "en" else text.lower().replace("’", "'")
    if len(lower) != len(text):  # İ has a lower case of two characters, which would move all places after it
        lower = fold(text)
    for match in _TOKEN.finditer(lower):
        word, start = match.group().removesuffix("'s"), match.start()
        yield Token(word, start, start + len(word))

"""The words of a text in a language that writes spaces between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Token", "tokens"]

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Token(NamedTuple):
    """A word of a spaced language, folded, with its place."""

    text: str
    start: int
    end: int


def tokens(folded: str) -> Iterator[Token]:
    """Yield the words of a folded text; a possessive 's is left off."""
    for match in _TOKEN.finditer(folded):
        word, start = match.group().removesuffix("'s"), match.start()
        yield Token(word, start, start + len(word))

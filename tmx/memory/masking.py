"""What of a segment is compared: its words or characters, with one sign for any number and one for any code.

The form is one string that can be kept and compared as it is. In a language without spaces each character is a unit,
and white space is dropped; in others the units are words and punctuation marks, with a space between any two.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.tmx.placeholders import replaced

__all__ = ["CODE", "NUMBER", "Masked", "mask"]

#: No other digit is left in a form, and no text of XML holds this control character.
NUMBER, CODE = "0", "\x1a"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ADDRESS = re.compile(r"https?://[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_UNITS = re.compile(rf"[^\W\d_]+(?:'[^\W\d_]+)*|{NUMBER}|{CODE}|[^\w\s]")
_SPACES = re.compile(r"\s+")


class Masked(NamedTuple):
    """A segment's form, and what the signs in it stand for."""

    form: str
    numbers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def mask(text: str, language: str) -> Masked:
    """Return what is compared of a text in a language (primary subtag).

    Letter case, width, accents and Chinese script are folded away. Codes are placeholders such as `{0}` and `%s`,
    addresses of pages and of mail.
    """
    codes: list[str] = []
    if "@" in text or "://" in text:
        codes += _ADDRESS.findall(text)
        text = _ADDRESS.sub(CODE, text)
    text, placeholders = replaced(text, CODE)
    folded = fold(text)
    numbers = _NUMBER.findall(folded)
    if numbers:
        folded = _NUMBER.sub(NUMBER, folded)
    form = _SPACES.sub("", folded) if is_unspaced_language(language) else " ".join(_UNITS.findall(folded))
    return Masked(form if form.isprintable() else _storable(form), tuple(numbers), (*codes, *placeholders))


def _storable(form: str) -> str:
    """Return a form without what no database takes for text: a null, half a surrogate pair."""
    return form.replace("\0", CODE).encode(errors="replace").decode()

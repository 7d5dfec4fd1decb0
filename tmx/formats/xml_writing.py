"""Texts and attributes as XML writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["attributes_written", "escaped", "unwritable"]

#: What XML has no character for must not be written, or nobody could read the file.
_UNWRITABLE = {
    code: "\ufffd" for code in (*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF) if code not in {0x09, 0x0A, 0x0D}
}
_TEXT = {**str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}), **_UNWRITABLE}
_VALUE = {**_TEXT, **str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})}


def unwritable(text: str) -> int:
    """Return how many characters of the text XML has none for; U+FFFD is written in their place."""
    return sum(ord(character) in _UNWRITABLE for character in text)


def escaped(text: str) -> str:
    """Return what is written between tags to be read as that text."""
    return text.translate(_TEXT)


def attributes_written(attributes: Mapping[str, str]) -> str:
    """Return what stands behind the name in a start tag."""
    return "".join(f' {name}="{value.translate(_VALUE)}"' for name, value in attributes.items())

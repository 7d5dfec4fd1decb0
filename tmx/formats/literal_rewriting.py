"""Words replaced in a text that is written as it reads."""

from __future__ import annotations

import re

from zhengming.tmx.formats.text_lines import encoding_of

__all__ = ["LINE_END_INSIDE", "NO_TEXT", "OTHER_WORDS", "UNWRITABLE", "LiteralRewriter"]

OTHER_WORDS = "the file has other words in its place"
NO_TEXT = "the replacement is no plain text"
LINE_END_INSIDE = "a line ends inside it"
_MARKUP_INSIDE = "markup stands inside it"
_NEW_MARKUP = "the replacement would be read as markup there"
_LINE_ENDS = re.compile("[\n\r\x85\u2028\u2029]")
#: Controls, line ends, surrogates: no term has any.
UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


class LiteralRewriter:
    """The bytes of a plain text: a Rewriter (see Format). The characters of `markup` mean more than themselves."""

    def __init__(self, content: bytes, markup: str = "") -> None:
        self._content = content
        self._encoding = encoding_of(content)[1]
        self._markup = markup

    def rewritten(self, first: int, last: int, found: str, replacement: str) -> bytes | str:
        """Return the bytes to write between two places of the file; or, as text, why that cannot be done."""
        try:
            written = self._content[first:last].decode(self._encoding)
        except UnicodeDecodeError:
            return OTHER_WORDS
        if written != found:
            if _LINE_ENDS.search(written):
                return LINE_END_INSIDE
            return _MARKUP_INSIDE if self._markup and any(sign in written for sign in self._markup) else OTHER_WORDS
        if UNWRITABLE.search(replacement):
            return NO_TEXT
        if any(sign in replacement for sign in self._markup):
            return _NEW_MARKUP
        return replacement.encode(self._encoding)

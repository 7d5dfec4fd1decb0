"""How a file says what it is written in: byte-order marks, and labels that stand on more than they name."""

from __future__ import annotations

import codecs

__all__ = ["SUPERSETS", "marked"]

#: Longer marks first: UTF-32's begins as UTF-16's does.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What files labelled so really hold: the label of the subset stands on text of the whole.
SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}


def marked(head: bytes) -> tuple[bytes, str] | None:
    """Return the byte-order mark that a file begins with, and the encoding of what follows; None if it has none."""
    return next(((mark, name) for mark, name in _MARKS if head.startswith(mark)), None)

"""XML written for build servers: attributes and text of characters that XML allows."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

__all__ = ["attributes", "text"]

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def attributes(**values: str) -> str:
    """Return the attributes with a space before each."""
    return "".join(f" {name}={quoteattr(_FORBIDDEN.sub('�', value))}" for name, value in values.items())


def text(value: str) -> str:
    """Return the text as it may stand between tags."""
    return escape(_FORBIDDEN.sub("�", value))

"""Small memories, written as a tool would write them."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\r\n<tmx version="1.4"><header creationtool="hand" creationtoolversion="1" '
    'segtype="sentence" o-tmf="none" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>'
)
TAIL = "\r\n</body></tmx>\r\n"

#: `unit_of("出口管制", "export control", changed="20250110T080000Z")`; one line of a memory.
UnitOf = Callable[..., str]


@pytest.fixture(scope="session")
def unit_of() -> UnitOf:
    """Write one unit; further languages by their tag."""

    def written(zh: str, en: str, *, changed: str = "", inside: str = "", **others: str) -> str:
        date = f' changedate="{changed}"' if changed else ""
        texts = {"zh-CN": zh, "en-US": en, **others}
        variants = "".join(f'<tuv xml:lang="{tag}"><seg>{escape(text)}</seg></tuv>' for tag, text in texts.items())
        return f"\r\n  <tu{date}>{inside}{variants}</tu>"

    return written


@pytest.fixture(scope="session")
def memory_of() -> Callable[..., bytes]:
    """Write a memory of these units."""

    def written(*units: str) -> bytes:
        return f"{HEAD}{''.join(units)}{TAIL}".encode()

    return written

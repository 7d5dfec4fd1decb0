"""Ignores written down: one table more at the end of ignore.toml, as a person would write it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

__all__ = ["NewIgnore", "with_ignores"]


class NewIgnore(NamedTuple):
    """What an [[ignore]] is to say: of one issue by its fingerprint, or of all of a code and concept."""

    reason: str
    by: str
    date: date
    fingerprint: str = ""
    code: str = ""
    concept: str = ""
    example: str = ""
    """The texts, for whoever reads the file."""


def with_ignores(content: bytes, ignores: list[NewIgnore]) -> bytes:
    """Return the file with these tables at its end, its line ends kept."""
    ending = b"\r\n" if b"\r\n" in content else b"\n"
    pieces = [content]
    if content and not content.endswith(b"\n"):
        pieces.append(ending)
    for number, ignore in enumerate(ignores):
        if content.strip() or number:
            pieces.append(ending)
        pieces.append(_table(ignore).encode().replace(b"\n", ending))
    return b"".join(pieces)


def _table(ignore: NewIgnore) -> str:
    example = " ".join(ignore.example.split())
    lines = [
        *([f"# {example}"] if example else ()),
        "[[ignore]]",
        *(
            f"{name} = {_text(value)}"
            for name, value in (
                ("fingerprint", ignore.fingerprint),
                ("code", ignore.code),
                ("concept", ignore.concept),
                ("reason", ignore.reason),
                ("by", ignore.by),
            )
            if value
        ),
        f"date = {ignore.date.isoformat()}",
    ]
    return "".join(f"{line}\n" for line in lines)


def _text(value: str) -> str:
    """Return the value as TOML writes it: JSON's escapes are TOML's, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

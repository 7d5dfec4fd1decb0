"""Comments as this project writes them for tools that have no other place: ✗ wrong; ✗ worse · proposed · note · id."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Comment", "unpacked"]

_BETWEEN = " · "
_CROSS = "✗ "
_PROPOSED = "proposed"
_ID = re.compile(r"[A-Za-z]{1,6}-?\d+")


class Comment(NamedTuple):
    """What a comment holds. Where definition and note meet cannot be told, so both are the note."""

    crossed_out: tuple[str, ...] = ()
    is_proposed: bool = False
    note: str = ""
    id: str = ""


def unpacked(text: str, *, has_id: bool) -> Comment:
    """Return the parts of a comment; with `has_id`, one that ends in an id is taken to do so on purpose."""
    parts = text.split(_BETWEEN)
    crossed: tuple[str, ...] = ()
    if parts[0].startswith(_CROSS):
        crossed = tuple(term.removeprefix(_CROSS).strip() for term in parts.pop(0).split(f"; {_CROSS}"))
    is_proposed = bool(parts) and parts[0] == _PROPOSED
    if is_proposed:
        del parts[0]
    concept_id = parts.pop() if has_id and parts and _ID.fullmatch(parts[-1]) else ""
    return Comment(crossed, is_proposed, _BETWEEN.join(parts), concept_id)

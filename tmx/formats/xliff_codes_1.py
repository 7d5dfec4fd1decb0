"""What is wrong with the inline codes of one source or target of XLIFF 1: pairs that are none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.tmx.model import InlineCode, Segment

__all__ = ["code_faults"]

_PAIRS = {"bpt": "ept", "bx": "ex"}
_JUDGED = frozenset({"it", *_PAIRS.keys(), *_PAIRS.values()})


def code_faults(around: Segment, segments: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    """Yield rule and problem. A pair may begin in one segment and end in another of the same text."""
    codes = [code for segment in (around, *segments) for code in segment.codes if code.element in _JUDGED]
    if not codes:
        return
    for opening, closing in _PAIRS.items():
        opened = Counter(_name(code) for code in codes if code.element == opening)
        closed = Counter(_name(code) for code in codes if code.element == closing)
        for name in opened - closed:
            yield f"{opening}-unpaired", f"{opening} id=“{name}” has no {closing}; close it or write it as it"
        for name in closed - opened:
            yield f"{closing}-unpaired", f"{closing} id=“{name}” has no {opening}; open it or write it as it"
    for code in codes:
        if code.element == "it" and code.attribute("pos") not in {"open", "close"}:
            yield "attribute-value", f"pos of it is “{code.attribute('pos') or ''}”; XLIFF knows open, close"


def _name(code: InlineCode) -> str:
    """Return what ties the two codes of a pair: rid, if it is there, else id."""
    return code.attribute("rid") or code.attribute("id") or ""

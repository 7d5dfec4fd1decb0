"""L001: full-width letters, digits and punctuation in text of another script than Chinese."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Edit
from zhengming.termbase.position import Span
from zhengming.termbase.text.script import HAN, is_unspaced_language
from zhengming.tmx.checks.kind import PairCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "FULLWIDTH_IN_LATIN"]

FULLWIDTH_IN_LATIN = Check(
    code="L001",
    name="fullwidth-in-latin",
    mqm="locale-specific-punctuation",
    its="typographical",
    severity=Severity.NEUTRAL,
)
_WIDE = "\uff01-\uff5e\u3000-\u3002\u3008-\u3011\u3014-\u301b"
_EAST_ASIAN = f"{HAN}\u3040-\u30ff\u31f0-\u31ff\uac00-\ud7a3{_WIDE}"
_RUN = re.compile(f"[{_WIDE}]+")
_NARROW = {0x3000: " ", 0x3001: ",", 0x3002: "."} | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_BRACKETS = str.maketrans("〈〉《》「」『』【】〔〕〖〗〘〙〚〛", "‘’“”“”‘’[][][][][]")
_CLOSING = re.compile(r"[,.;:!?)\]]$")
_OPENING = re.compile(r"^[(\[]")


@cache
def _quoted() -> re.Pattern[str]:
    """Return what finds Chinese that is quoted, for it keeps its own punctuation: the title 《稀土管理条例》."""
    return re.compile(f"[{_EAST_ASIAN}\\s]*[{HAN}\u3040-\u30ff\uac00-\ud7a3][{_EAST_ASIAN}\\s]*")


def _examine(reading: Reading) -> Iterator[Issue]:
    text = reading.pair.target.text
    if text.isascii() or is_unspaced_language(reading.pair.target_language.language):
        return
    if not (runs := list(_RUN.finditer(text))):
        return
    quoted = [Span(*match.span()) for match in _quoted().finditer(text)]
    for run in runs:
        span = Span(*run.span())
        if any(other.covers(span) for other in quoted):
            continue
        new = _spaced(run.group().translate(_NARROW).translate(_BRACKETS), text[: span.start], text[span.end :])
        yield reading.issue(
            FULLWIDTH_IN_LATIN,
            FULLWIDTH_IN_LATIN.severity,
            f"“{run.group()}” is full-width; write “{new.strip() or ' '}”",
            target_span=span,
            expected=(new.strip() or " ",),
            edit=Edit(span, new, safe=False),
        )


def _spaced(new: str, before: str, after: str) -> str:
    """Add the spaces that the full-width forms bring along in their own width."""
    if _CLOSING.search(new) and after[:1].isalnum() and not (before[-1:].isdigit() and after[:1].isdigit()):
        new += " "
    if _OPENING.search(new) and before[-1:].isalnum():
        new = f" {new}"
    return new


CHECK = PairCheck(FULLWIDTH_IN_LATIN, _examine)

"""M002: placeholders of the source that the target lacks or has spoilt, or has beyond it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.position import Span
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.placeholders import placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "PLACEHOLDER_MISMATCH"]

PLACEHOLDER_MISMATCH = Check(
    code="M002", name="placeholder-mismatch", mqm="omitted-variable", its="markup", severity=Severity.MAJOR
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9A-Fa-f]+);")
#: A longer one is looked for as it is only.
_LONGEST = 60
#: From a character of ASCII to its full-width form.
_WIDER = 0xFEE0
_NARROW = frozenset(map(chr, range(0x21, 0x7F)))
#: An entity that a typist or an engine has taken apart: “& amp;”, “&amp；”, “＆amp;”.
_SPOILT_ENTITY = re.compile(
    r"[&＆]\s*(?:amp|lt|gt|quot|nbsp|#\d+)\s*(?:；|\s;)|(?:&\s+|＆)(?:amp|lt|gt|quot|nbsp|#\d+);"
)


def _examine(reading: Reading) -> Iterator[Issue]:
    source, target = reading.pair.source.text, reading.pair.target.text
    if not target or target.isspace():
        return
    for text, span in placeholders(source).items():
        if text not in target:
            spoilt = _spoilt(text, target)
            found = f", found “{target[slice(*spoilt)]}”" if spoilt else ""
            yield _issue(reading, f"{text} is not in the target{found}", span, spoilt or Span(0, len(target)), text)
    for text, span in placeholders(target).items():
        if text not in source:
            yield _issue(reading, f"{text} is not in the source", None, span, None)
    if "&" in source and _ENTITY.search(source) and (broken := _SPOILT_ENTITY.search(target)):
        yield _issue(reading, f"“{broken.group()}” is a spoilt entity", None, Span(*broken.span()), None)


def _issue(reading: Reading, message: str, wanted: Span | None, found: Span, expected: str | None) -> Issue:
    return reading.issue(
        PLACEHOLDER_MISMATCH,
        PLACEHOLDER_MISMATCH.severity,
        message,
        source_span=wanted,
        target_span=found,
        expected=(expected,) if expected else (),
    )


def _spoilt(placeholder: str, target: str) -> Span | None:
    """Return where the placeholder stands with spaces in it, in full width, or in another case."""
    if len(placeholder) > _LONGEST:
        return None
    letters = (f"[{re.escape(letter)}{chr(ord(letter) + _WIDER)}]" for letter in placeholder if letter in _NARROW)
    match = re.search(r"\s*".join(letters), target, re.IGNORECASE)
    return Span(*match.span()) if match else None


CHECK = PairCheck(PLACEHOLDER_MISMATCH, _examine)

"""L002: text of the source's language left in the target."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.position import Span
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import HAN
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.render import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "UNTRANSLATED_TEXT"]

UNTRANSLATED_TEXT = Check(
    code="L002", name="untranslated-text", mqm="untranslated", its="untranslated", severity=Severity.MAJOR
)
_HAN_RUN = re.compile(rf"[{HAN}]{{2,}}")
#: Four words in lower case are a phrase, no name.
_LATIN_RUN = re.compile(r"(?<![A-Za-z])(?:[a-z]{2,} ){3,}[a-z]{2,}(?![A-Za-z])")
_CHINESE_SCRIPT = frozenset({"zh", "yue", "wuu", "nan", "lzh", "ja", "ko"})
_OPENING = "(（[〔【“\"'‘「『《〈"


def _examine(reading: Reading) -> Iterator[Issue]:
    pair = reading.pair
    target, is_han_target = pair.target.text, pair.target_language.language in _CHINESE_SCRIPT
    if pair.source_language.language == pair.target_language.language or target.strip() == pair.source.text.strip():
        return  # the same text over again is A002
    source = fold(pair.source.text)
    for match in (_LATIN_RUN if is_han_target else _HAN_RUN).finditer(target):
        span = Span(*match.span())
        # A foreign word in brackets or quotation marks is a gloss; one that the source has not is the translator's.
        if fold(match.group()) not in source or target[: span.start].rstrip()[-1:] in tuple(_OPENING):
            continue
        if not _is_said_already(span, reading):
            yield reading.issue(
                UNTRANSLATED_TEXT,
                UNTRANSLATED_TEXT.severity,
                f"“{match.group()}” is left untranslated",
                target_span=span,
            )


def _is_said_already(span: Span, reading: Reading) -> bool:
    """Return whether the text is a term that the termbase allows here or T003 reports."""
    allowed = any(o.term.is_allowed and o.span.covers(span) for o in reading.target_found.taken)
    reported = (s for r in reading.renderings if r.kind is Kind.UNTRANSLATED for s in r.untranslated)
    return allowed or any(other.covers(span) for other in reported)


CHECK = PairCheck(UNTRANSLATED_TEXT, _examine)

"""A002: a target that is the source over again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.position import Span
from zhengming.termbase.text.script import HAN
from zhengming.tmx.checks.kind import PairCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "TARGET_EQUALS_SOURCE"]

TARGET_EQUALS_SOURCE = Check(
    code="A002", name="target-equals-source", mqm="untranslated", its="untranslated", severity=Severity.MINOR
)
#: Names, codes and single words may well be alike; Han characters, or two words in lower case, are language.
_LANGUAGE = re.compile(rf"[{HAN}]|\b[^\W\d_A-Z]{{2,}}\s+[^\W\d_A-Z]{{2,}}\b")


def _examine(reading: Reading) -> Iterator[Issue]:
    pair = reading.pair
    text = pair.target.text.strip()
    same_language = pair.source_language.language == pair.target_language.language
    if text == pair.source.text.strip() and not same_language and _LANGUAGE.search(text):
        yield reading.issue(
            TARGET_EQUALS_SOURCE,
            TARGET_EQUALS_SOURCE.severity,
            "the target equals the source; translate it",
            target_span=Span(0, len(pair.target.text)),
        )


CHECK = PairCheck(TARGET_EQUALS_SOURCE, _examine)

"""Amazon Translate's custom terminology: CSV whose first row says the languages, source first.

Amazon looks for exactly these letters: “Export control” at the head of a sentence is not “export control”.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from zhengming.termbase.formats.equivalents import equivalents
from zhengming.termbase.formats.losses import bounded
from zhengming.termbase.formats.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.language import Tag

__all__ = ["TARGET"]

_MOST_BYTES = 10_485_760
#: The few regional codes that Amazon Translate has; zh is Simplified.
_REGIONAL = frozenset({"es-MX", "fr-CA", "pt-PT"})
_NAME = re.compile(r"(?=.{1,256}\Z)(?:[A-Za-z0-9-]_?)+")


def _code(language: Tag) -> str:
    if language.script == "Hant":
        return "zh-TW"
    regional = f"{language.language}-{language.region}"
    return regional if regional in _REGIONAL else language.language


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(_code, languages))
    writer.writerows(one[:2] for one in equivalents(concepts, languages, lost))
    return bounded(out.getvalue().encode(), _MOST_BYTES, "a terminology of Amazon Translate")


TARGET = Target("amazon", _write, (".csv",), file_name=_NAME)

"""Google Cloud Translation's unidirectional glossary: CSV of source and target, without a header."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.equivalents import equivalents
from zhengming.termbase.formats.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGET"]

_MOST = 10_000_000


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(one[:2] for one in equivalents(concepts, languages, lost))
    text = out.getvalue()
    if len(text) > _MOST:
        remedy = "export the concepts of one text only: --text FILE"
        raise InvalidSettings(f"a Google glossary takes {_MOST:,} characters, this would be {len(text):,}; {remedy}")
    return text.encode()


TARGET = Target("google", _write, (".csv",))

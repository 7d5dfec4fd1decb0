"""DeepL's glossary: a line of source and target with a tab between, no header, no languages, each source once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.formats.equivalents import equivalents
from zhengming.termbase.formats.losses import bounded
from zhengming.termbase.formats.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.equivalents import Equivalent
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGET"]

_MOST_BYTES = 10 * 1024 * 1024
_MOST_TEXT = 1024
_CONTROL = re.compile("[\x00-\x1f\x80-\x9f\u2028\u2029]")


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    found = (one for one in equivalents(concepts, languages, lost) if _is_taken(one, lost))
    data = "".join(f"{one.source}\t{one.target}\n" for one in found).encode()
    return bounded(data, _MOST_BYTES, "a DeepL glossary")


def _is_taken(found: Equivalent, lost: Losses) -> bool:
    """Return whether DeepL takes both texts, and say why if not."""
    for text in (found.source, found.target):
        if not text:
            lost.refuse(found.concept, found.source, "DeepL takes no empty text")
        elif _CONTROL.search(text):
            lost.refuse(found.concept, text, "DeepL takes no control characters")
        elif (length := len(text.encode())) > _MOST_TEXT:
            lost.refuse(found.concept, text[:20] + "…", f"{length:,} bytes; DeepL takes {_MOST_TEXT:,}")
        else:
            continue
        return False
    return True


TARGET = Target("deepl", _write, (".tsv",))

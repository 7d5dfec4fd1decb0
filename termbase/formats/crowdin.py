"""TBX of version 2 for Crowdin. What it makes of statuses is not known, so the note warns of deprecated terms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.termbase.formats import tbx_v2
from zhengming.termbase.formats.allowed import warned
from zhengming.termbase.formats.losses import unheld
from zhengming.termbase.formats.target import Target
from zhengming.termbase.formats.tbx import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGET"]

_HOLDS = frozenset(
    {"terms in other languages", "deprecated terms", "deprecated source terms", "labels", "subject fields"}
    | {"parts of speech", "definitions", "notes", "sources"}
)
_EDITION = replace(tbx_v2.EDITION, keeps_policy=False)


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    return written(_EDITION, _warned(concepts, languages, lost), languages, lost)


def _warned(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> Iterator[Concept]:
    for concept in concepts:
        unheld(concept, languages, lost, _HOLDS)
        yield warned(concept)


TARGET = Target("crowdin", _write, (".tbx",))

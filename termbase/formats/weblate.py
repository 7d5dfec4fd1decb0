"""TBX as Weblate reads it: an entry for each source and target, for it knows no synonyms.

It takes the status “forbidden” for its flag of forbidden translations, so a deprecated term is an entry with that.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.formats import tbx_v2
from zhengming.termbase.formats.allowed import allowed, forbidden, remark, unvetted
from zhengming.termbase.formats.losses import unheld
from zhengming.termbase.formats.target import Target
from zhengming.termbase.formats.tbx import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGET"]

_HOLDS = frozenset({"definitions", "notes", "subject fields", "parts of speech", "sources", "deprecated terms"})


def _status(status: AdministrativeStatus) -> str:
    return "forbidden" if status is AdministrativeStatus.DEPRECATED else f"{status.value}Term-admn-sts"


_EDITION = replace(
    tbx_v2.EDITION, status=_status, keeps_deprecated_alone=True, keeps_policy=False, note={"from": "translator"}
)


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    entries = (entry for concept in concepts for entry in _entries(concept, languages, lost))
    return written(_EDITION, entries, languages, lost)


def _entries(concept: Concept, languages: Languages, lost: Losses) -> Iterator[Concept]:
    """Yield a concept for each two terms that an entry is to hold."""
    unheld(concept, languages, lost, _HOLDS)
    sources = allowed(concept, languages.source)
    targets = [*allowed(concept, languages.target), *forbidden(concept, languages.target)]
    if not sources or not targets:
        lost["concepts without a term in both languages"] += 1
        return
    about = replace(concept, note=remark(unvetted(concept), concept.note), others=())
    pairs = [(source, target) for source in sources for target in targets]
    for number, (source, target) in enumerate(pairs, start=1):
        terms = (replace(source, labels=frozenset()), replace(target, labels=frozenset()))
        yield replace(about, id=concept.id if number == 1 else f"{concept.id}.{number}", terms=terms)


TARGET = Target("weblate", _write, (".tbx",))

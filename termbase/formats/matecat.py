"""Matecat's termbase: XLSX of four columns for the concept, then the two languages.

TRUE in the column “Forbidden” turns a row into a warning: its target must not be written for its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats.allowed import allowed, forbidden, one_line, remark, unvetted
from zhengming.termbase.formats.locales import locale
from zhengming.termbase.formats.losses import unheld
from zhengming.termbase.formats.target import Target
from zhengming.termbase.formats.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGET"]

_HOLDS = frozenset({"subject fields", "definitions", "notes", "deprecated terms"})


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    source, target = map(locale, languages)
    header = ["Forbidden", "Domain", "Subdomain", "Definition", source, "Notes", target]
    rows = (row for concept in concepts for row in _rows(concept, languages, lost))
    return workbook([header, *rows], lost)


def _rows(concept: Concept, languages: Languages, lost: Losses) -> Iterator[list[str | bool]]:
    unheld(concept, languages, lost, _HOLDS)
    sources = allowed(concept, languages.source)
    targets = [*allowed(concept, languages.target), *forbidden(concept, languages.target)]
    if not sources or not targets:
        lost["concepts without a term in both languages"] += 1
        return
    note = remark(unvetted(concept), concept.note)
    for source in sources:
        for target in targets:
            is_wrong: str | bool = "" if target.is_allowed else True
            about = [concept.subject_field, "", concept.definition]
            yield [is_wrong, *about, one_line(source.text), note, one_line(target.text)]


TARGET = Target("matecat", _write, (".xlsx",), is_text=False)

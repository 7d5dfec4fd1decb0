"""A workbook for Trados: an entry a row, a column for each language, synonyms with | between.

It has no column for the status of a single term, so a deprecated one stands in the note, marked ✗.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats.allowed import by_language, one_line, warned
from zhengming.termbase.formats.locales import name
from zhengming.termbase.formats.losses import unheld
from zhengming.termbase.formats.target import Target
from zhengming.termbase.formats.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGET"]

_HOLDS = frozenset(
    {"terms in other languages", "deprecated terms", "deprecated source terms", "subject fields", "parts of speech"}
    | {"definitions", "notes", "sources"}
)


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    listed = list(map(warned, _counted(concepts, languages, lost)))
    spoken = list(dict.fromkeys(language for concept in listed for language in by_language(concept, name)))
    header = ["ID", "Subject", "Part of Speech", "Definition", "Note", "Source", *spoken]
    rows = (_row(concept, spoken, lost) for concept in listed)
    return workbook([header, *filter(None, rows)], lost)


def _counted(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> Iterator[Concept]:
    for concept in concepts:
        unheld(concept, languages, lost, _HOLDS)
        yield concept


def _row(concept: Concept, spoken: list[str], lost: Losses) -> list[str]:
    found = by_language(concept, name)
    if not found:
        lost["concepts without a term that may be used"] += 1
        return []
    about = (concept.id, concept.subject_field, concept.part_of_speech, concept.definition, concept.note)
    cells = ("|".join(_texts(found.get(language, []), concept, lost)) for language in spoken)
    return [*map(one_line, about), one_line(concept.source), *cells]


def _texts(terms: list[Term], concept: Concept, lost: Losses) -> Iterator[str]:
    for term in terms:
        if "|" in term.text:
            lost.refuse(concept, term.text, "Trados would take the | for the border between two synonyms")
        else:
            yield one_line(term.text)


TARGET = Target("trados", _write, (".xlsx",), is_text=False)

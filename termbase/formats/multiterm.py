"""MultiTerm XML (MTF), in UTF-16 as MultiTerm writes it. The names of languages and fields are those of the termbase.

Entries bear numbers, so our id is a field. Those of Trados, memoQ, XTM, Phrase and across read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus, Standing
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.allowed import one_line
from zhengming.termbase.formats.locales import locale, name
from zhengming.termbase.formats.losses import unheld
from zhengming.termbase.formats.target import Target
from zhengming.termbase.formats.xml_writer import UNWRITABLE, added, new, serialized

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGET"]

_HOLDS = frozenset(
    {"terms in other languages", "deprecated terms", "deprecated source terms", "labels", "subject fields"}
    | {"deprecated terms that are right elsewhere"}
    | {"parts of speech", "definitions", "notes", "sources"}
)
_ORDER = list(AdministrativeStatus)
_STATUS = {
    AdministrativeStatus.PREFERRED: "preferred",
    AdministrativeStatus.ADMITTED: "admitted",
    AdministrativeStatus.DEPRECATED: "forbidden",
}


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    root = new("mtf")
    for concept in concepts:
        unheld(concept, languages, lost, _HOLDS)
        if concept.terms:
            _add_concept(root, concept, lost)
        else:
            lost["concepts without a term"] += 1
    if not len(root):
        raise InvalidSettings("no concept is left to export, and MultiTerm XML must have one")
    return serialized(root, "UTF-16")


def _add_concept(root: _Element, concept: Concept, lost: Losses) -> None:
    entry = added(root, "conceptGrp")
    added(entry, "concept", str(len(root)))
    for field, text in _fields(concept):
        _describe(entry, field, text, lost)
    by_name: dict[str, list[Term]] = {}
    for term in concept.terms:
        by_name.setdefault(name(term.language), []).append(term)
    for language, terms in by_name.items():
        section = added(entry, "languageGrp")
        added(section, "language", type=language, lang=locale(terms[0].language).upper())
        for term in sorted(terms, key=lambda term: _ORDER.index(term.status)):
            group = added(section, "termGrp")
            added(group, "term", UNWRITABLE.sub("", one_line(term.text)))
            _describe(group, "Status", _STATUS[term.status], lost)
            _describe(group, "Part of Speech", concept.part_of_speech, lost)
            _describe(group, "Usage", ", ".join(sorted(term.labels)), lost)


def _fields(concept: Concept) -> Iterator[tuple[str, str]]:
    yield "ID", concept.id
    yield "Subject", concept.subject_field
    yield "Definition", concept.definition
    yield "Note", concept.note
    yield "Source", concept.source
    yield "Entry status", "proposed" if concept.status is Standing.PROPOSED else ""


def _describe(group: _Element, field: str, text: str, lost: Losses) -> None:
    if text:
        plain, count = UNWRITABLE.subn("", text)
        lost["control characters"] += count
        added(added(group, "descripGrp"), "descrip", plain, type=field)


TARGET = Target("multiterm", _write, (".xml",), is_text=False)

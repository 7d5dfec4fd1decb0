"""A workbook for the term bases of Phrase TMS: a row for each synonym, rows of one concept under one CID.

What the columns for the status of a term are called is not published, so a deprecated one stands in the concept's
note, marked ✗.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from zhengming.termbase.formats.allowed import by_language, one_line, remark, warned
from zhengming.termbase.formats.locales import locale
from zhengming.termbase.formats.losses import unheld
from zhengming.termbase.formats.target import Target
from zhengming.termbase.formats.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.language import Tag

__all__ = ["TARGET"]

_MOST_TERM = 1_000
_CONCEPT = "CID concept_domain concept_subdomain concept_url concept_definition concept_note".split()
_HOLDS = frozenset(
    {"terms in other languages", "deprecated terms", "deprecated source terms", "subject fields"}
    | {"definitions", "notes"}
)


def _code(language: Tag) -> str:
    return locale(language).lower().replace("-", "_")


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    listed: list[tuple[Concept, dict[str, list[str]]]] = []
    for concept in concepts:
        unheld(concept, languages, lost, _HOLDS)
        found = {code: list(_texts(terms, concept, lost)) for code, terms in by_language(concept, _code).items()}
        if any(found.values()):
            listed.append((warned(concept), found))
        else:
            lost["concepts without a term that may be used"] += 1
    spoken = list(dict.fromkeys(code for _, found in listed for code in found))
    header = [*_CONCEPT, *(column for code in spoken for column in ("TID", code))]
    rows = (row for number, entry in enumerate(listed, start=1) for row in _rows(str(number), *entry, spoken))
    return workbook([header, *rows], lost)


def _texts(terms: list[Term], concept: Concept, lost: Losses) -> Iterator[str]:
    for text in (one_line(term.text) for term in terms):
        if len(text) > _MOST_TERM:
            lost.refuse(concept, text[:20] + "…", f"{len(text):,} characters; Phrase takes {_MOST_TERM:,}")
        else:
            yield text


def _rows(number: str, concept: Concept, found: dict[str, list[str]], spoken: list[str]) -> Iterator[list[str]]:
    about = [one_line(concept.subject_field), "", "", one_line(concept.definition), remark(concept.note, concept.id)]
    for terms in zip_longest(*(found.get(code, []) for code in spoken), fillvalue=""):
        yield [number, *about, *(cell for term in terms for cell in ("", term))]


TARGET = Target("phrase", _write, (".xlsx",), is_text=False)

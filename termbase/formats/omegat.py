"""OmegaT's glossary: a line of source, target and comment, with tabs between and no quoting.

OmegaT offers every target it reads, so a deprecated term is never one: it stands in the comment, marked ✗. Of several
lines with one source the first counts for most: the preferred term's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.concept import Enforcement, Standing
from zhengming.termbase.formats.target import Target
from zhengming.termbase.language import agree

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.language import Tag

__all__ = ["TARGET"]

#: OmegaT takes a file without it for the platform's own encoding, unless it is named .utf8.
_FIRST_LINE = "# -*- coding: utf-8 -*-\n"


def _write(concepts: Iterable[Concept], languages: Languages, lost: Counter[str]) -> bytes:
    lines: dict[tuple[str, str], tuple[str, str, str]] = {}
    for concept in concepts:
        _count(concept, languages, lost)
        for line in _lines(concept, languages, lost):
            if lines.setdefault(line[:2], line) is not line:
                lost["lines that another concept has too"] += 1
    ordered = sorted(lines.values(), key=lambda line: line[0])  # stable: the preferred term stays first
    return (_FIRST_LINE + "".join("\t".join(line).rstrip("\t") + "\n" for line in ordered)).encode()


def _lines(concept: Concept, languages: Languages, lost: Counter[str]) -> Iterator[tuple[str, str, str]]:
    sources, targets = (_allowed(concept, language) for language in languages)
    if not sources or not targets:
        lost["concepts without a term in both languages"] += 1
        return
    for source in sources:
        if source.text.startswith("#"):  # would be a comment
            lost["terms that begin with #"] += 1
            continue
        comment = _comment(concept, languages.target)
        for target in targets:
            yield _plain(source.text), _plain(target.text), comment
            comment = ""  # once is enough for a reader who sees all lines of the source together


def _allowed(concept: Concept, language: Tag) -> list[Term]:
    return [term for term in concept.allowed(language) if agree(language, term.language)]


def _comment(concept: Concept, language: Tag) -> str:
    # One with the label `soft` is right in other contexts, which a bare ✗ would deny.
    listed = (t for t in concept.deprecated(language) if agree(language, t.language) and "soft" not in t.labels)
    wrong = [f"✗ {term.text}" for term in listed]
    unvetted = "proposed" if concept.status is Standing.PROPOSED else ""
    parts = ("; ".join(wrong), unvetted, concept.definition, concept.note, concept.id)
    return " · ".join(filter(None, map(_plain, parts)))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _count(concept: Concept, languages: Languages, lost: Counter[str]) -> None:
    """Count what has no column and stands in no comment."""
    lost["labels"] += sum(len(term.labels) for term in concept.terms if languages.include(term.language))
    lost["terms in other languages"] += sum(not languages.include(term.language) for term in concept.terms)
    lost["deprecated source terms"] += len(concept.deprecated(languages.source))
    lost["subject fields"] += bool(concept.subject_field)
    lost["parts of speech"] += bool(concept.part_of_speech)
    lost["check policies"] += concept.check is not Enforcement.STRICT
    lost["sources"] += bool(concept.source)
    lost["confidences"] += bool(concept.confidence)
    lost["cells of other columns"] += sum(bool(cell) for _, cell in concept.others)


TARGET = Target("omegat", _write)

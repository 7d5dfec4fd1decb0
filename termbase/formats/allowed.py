"""What of a concept may be offered to a translator, and what is only to be warned of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus, Standing
from zhengming.termbase.language import agree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.language import Tag

__all__ = ["allowed", "by_language", "crossed_out", "forbidden", "one_line", "remark", "unvetted", "warned"]


def allowed(concept: Concept, language: Tag) -> list[Term]:
    """Return the terms that serve that very language, the preferred one first."""
    return [term for term in concept.allowed(language) if agree(language, term.language)]


def forbidden(concept: Concept, language: Tag) -> list[Term]:
    """Return the terms of that very language that are never right for the concept; `soft` ones may be elsewhere."""
    deprecated = (term for term in concept.deprecated(language) if agree(language, term.language))
    return [term for term in deprecated if "soft" not in term.labels]


def crossed_out(terms: Iterable[Term]) -> str:
    """Return the terms as a comment warns of them: ✗ export ban; ✗ export limit."""
    return "; ".join(f"✗ {one_line(term.text)}" for term in terms)


def warned(concept: Concept) -> Concept:
    """Return the concept without its deprecated terms, which its note now warns of: for tools that have no flag."""
    wrong = (term for term in concept.terms if not term.is_allowed and "soft" not in term.labels)
    note = remark(crossed_out(wrong), unvetted(concept), concept.note)
    return replace(concept, note=note, terms=tuple(term for term in concept.terms if term.is_allowed))


def remark(*parts: str) -> str:
    """Return a comment of these parts, on one line."""
    return " · ".join(filter(None, map(one_line, parts)))


def unvetted(concept: Concept) -> str:
    """Return the word that a proposed concept is to carry in a comment, or ""."""
    return "proposed" if concept.status is Standing.PROPOSED else ""


def one_line(text: str) -> str:
    """Return the text with every run of white space, line ends and tabs too, as one space."""
    return " ".join(text.split())


def by_language(concept: Concept, name: Callable[[Tag], str]) -> dict[str, list[Term]]:
    """Return the allowed terms under what the target calls their languages, preferred ones first."""
    usable = [term for term in concept.terms if term.is_allowed]
    found: dict[str, list[Term]] = {name(term.language): [] for term in usable}
    for term in sorted(usable, key=lambda term: term.status is not AdministrativeStatus.PREFERRED):
        terms = found[name(term.language)]
        if all(term.text != other.text for other in terms):  # Taiwan and Hong Kong may agree
            terms.append(term)
    return found

"""Concepts and their terms, in TBX's words (ISO 30042): a concept has terms, a term a language and a status."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from zhengming.termbase.language import agree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.language import Tag
    from zhengming.termbase.position import Location

__all__ = ["AdministrativeStatus", "Concept", "Enforcement", "Standing", "Term", "Termbase"]


class AdministrativeStatus(Enum):
    """How a term stands to its concept; the values are TBX's picklist less the suffix "Term-admn-sts"."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


class Standing(Enum):
    """How far a concept is vetted: only an approved one raises more than a minor issue."""

    APPROVED = "approved"
    PROPOSED = "proposed"


class Enforcement(Enum):
    """What a checker may demand of a concept: a listed term, a note at most, or nothing."""

    STRICT = "strict"
    SOFT = "soft"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Term:
    """One name of a concept in one language.

    Labels known to the checks: `case` (letters must match as written), `unseen` (deprecated, but never met in
    print), `soft` (deprecated, but right in other contexts). Others, such as `GB`, inform people.
    """

    text: str
    language: Tag
    status: AdministrativeStatus
    labels: frozenset[str] = frozenset()

    @property
    def is_allowed(self) -> bool:
        """Whether a translator may write it."""
        return self.status is not AdministrativeStatus.DEPRECATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing, and what it is called."""

    id: str
    terms: tuple[Term, ...]
    location: Location
    subject_field: str = ""
    part_of_speech: str = ""
    status: Standing = Standing.APPROVED
    check: Enforcement = Enforcement.STRICT
    definition: str = ""
    note: str = ""
    source: str = ""
    confidence: str = ""
    #: columns this project gives no meaning to; they are written back as they were
    others: tuple[tuple[str, str], ...] = ()

    def allowed(self, language: Tag) -> list[Term]:
        """Return what may be written in that language, best first: the same region, then the same script."""
        terms = [term for term in self.terms if term.is_allowed and term.language.language == language.language]
        return sorted(terms, key=lambda term: _distance(term, language))

    def deprecated(self, language: Tag) -> list[Term]:
        """Return what must not be written in that language."""
        return [term for term in self.terms if not term.is_allowed and term.language.language == language.language]

    def name(self, language: Tag) -> str:
        """Return what to call the concept when speaking of it in that language, or its id."""
        return next((term.text for term in self.allowed(language)), self.id)


def _distance(term: Term, language: Tag) -> tuple[bool, bool, bool, bool]:
    return (
        not agree(language, term.language),
        term.language.region != language.region,
        bool(term.language.region),  # no region is nearer than another one
        term.status is not AdministrativeStatus.PREFERRED,
    )


@dataclass(frozen=True, slots=True)
class Termbase:
    """Concepts in the order of their files; `paths` are the files."""

    concepts: tuple[Concept, ...]
    paths: tuple[str, ...] = ()
    _by_id: dict[str, Concept] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # The first of two concepts with one id wins; G001 reports the second.
        object.__setattr__(self, "_by_id", {concept.id: concept for concept in reversed(self.concepts)})

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    def __len__(self) -> int:
        return len(self.concepts)

    def get(self, concept_id: str) -> Concept | None:
        """Return the concept of that id, or None."""
        return self._by_id.get(concept_id)

    def languages(self) -> list[Tag]:
        """Return every language that has a term, in order of appearance."""
        return list(dict.fromkeys(term.language for concept in self.concepts for term in concept.terms))

    @classmethod
    def joined(cls, termbases: Iterable[Termbase]) -> Termbase:
        """Return one termbase of several files, the first file first."""
        parts = list(termbases)
        concepts = tuple(concept for part in parts for concept in part)
        return cls(concepts, tuple(path for part in parts for path in part.paths))

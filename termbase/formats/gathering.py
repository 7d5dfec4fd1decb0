"""Concepts from somebody else's table, in which every row is a pair of terms and a synonym a row more."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from zhengming.termbase.concept import AdministrativeStatus, Concept, Enforcement, Standing, Term
from zhengming.termbase.formats.columns import terms_in
from zhengming.termbase.formats.headers import FORBIDDEN
from zhengming.termbase.position import Location, Position
from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zhengming.termbase.formats.headers import Role
    from zhengming.termbase.language import Tag

__all__ = ["Gathered", "Rejected", "gathered"]

#: Between synonyms in a cell. A comma or slash stands inside terms too often (1,4-butanediol, 元/吨).
_SYNONYMS = re.compile(r"[;；\n]+")
_YES = frozenset({"true", "yes", "y", "1", "x", "✓", "✗", "是", "forbidden", "禁用"})
_APPROVED = frozenset({"approved", "final", "validated", "已批准", "批准", "已审核", "已審核"})
_NO_TERM = "no term in two languages"
_TOO_LONG = "more cells than the table has columns; quote cells that hold a comma"


class Rejected(NamedTuple):
    """A row that is not taken, and why."""

    line: int
    cells: list[str]
    reason: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a table came to. A concept stands where its first row does."""

    concepts: list[Concept] = field(default_factory=list)
    lines: list[list[int]] = field(default_factory=list)
    """The lines of each concept's rows."""
    rejected: list[Rejected] = field(default_factory=list)
    rows: dict[int, list[str]] = field(default_factory=dict)
    """The cells of each row, by its line."""


class _Row(NamedTuple):
    """A row read: the concept it would make alone, and whether its id is its own."""

    concept: Concept
    has_id: bool


_Key: TypeAlias = "tuple[str, str]"


def gathered(lines: Iterable[tuple[int, list[str]]], roles: Mapping[int, Role], columns: int, path: str) -> Gathered:
    """Gather rows (with their lines) into concepts: rows of one id are one, without ids those of one first term.

    Rows of one first term that differ in definition, field or part of speech are homonyms and stay apart.
    """
    found = Gathered()
    places: dict[_Key, list[int]] = {}
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        found.rows[line] = cells
        row = _read(cells, roles, Location(path, Position(line, 1))) if len(cells) <= columns else _TOO_LONG
        if isinstance(row, str):
            found.rejected.append(Rejected(line, cells, row))
            continue
        known = places.setdefault(_key(row), [])
        place = next((p for p in known if not _contradiction(found.concepts[p], row.concept)), None)
        if place is not None:
            found.concepts[place] = _merged(found.concepts[place], row.concept)
            found.lines[place].append(line)
        elif known and row.has_id:
            first = found.concepts[known[0]]
            reason = f"{_contradiction(first, row.concept)} is not that of line {_line(first)}, which has the same id"
            found.rejected.append(Rejected(line, cells, reason))
        else:
            known.append(len(found.concepts))
            found.concepts.append(row.concept)
            found.lines.append([line])
    return found


def _line(concept: Concept) -> int:
    return concept.location.start.line if concept.location.start else 0


def _key(row: _Row) -> _Key:
    return (
        ("", row.concept.id) if row.has_id else (_first(row.concept).language.language, fold(_first(row.concept).text))
    )


def _first(concept: Concept) -> Term:
    return concept.terms[0]


def _read(cells: list[str], roles: Mapping[int, Role], location: Location) -> _Row | str:
    """Return the row, or why it cannot be taken."""
    terms: list[Term] = []
    named: dict[str, str] = {}
    for index, role in sorted(roles.items()):
        cell = cells[index].strip() if index < len(cells) else ""
        if isinstance(role, str):
            named[role] = cell
        elif cell:
            found = list(terms_in(" | ".join(filter(None, map(str.strip, _SYNONYMS.split(cell)))), role))
            wrong = [term for term in found if isinstance(term, str)]
            if wrong:
                return wrong[0]
            terms.extend(term for term in found if isinstance(term, Term))
    if len({term.language.language for term in terms}) < 2:  # noqa: PLR2004  a translation takes two
        return _NO_TERM
    if named.get(FORBIDDEN, "").lower() in _YES:
        # The first language is what is named; what is forbidden is to say it so in the others.
        first = terms[0].language.language
        terms = [term if term.language.language == first else _deprecated(term) for term in terms]
    word = named.get("check", "").lower()
    concept = Concept(
        id=named.get("id", ""),
        terms=tuple(_one_preferred(terms)),
        location=location,
        subject_field=named.get("subject_field", ""),
        part_of_speech=named.get("part_of_speech", "").lower(),
        status=Standing.APPROVED if named.get("status", "").lower() in _APPROVED else Standing.PROPOSED,
        check=Enforcement(word) if word in _POLICIES else Enforcement.STRICT,
        definition=named.get("definition", ""),
        note=named.get("note", ""),
        source=named.get("source", ""),
        confidence=named.get("confidence", ""),
    )
    return _Row(concept, bool(concept.id))


_POLICIES = frozenset(member.value for member in Enforcement)


def _deprecated(term: Term) -> Term:
    return replace(term, status=AdministrativeStatus.DEPRECATED)


def _one_preferred(terms: Iterable[Term]) -> Iterator[Term]:
    """Yield each term once; of those preferred in one language the first stays so."""
    seen: set[tuple[Tag, str]] = set()
    preferred: set[Tag] = set()
    for term in terms:
        if (term.language, term.text) in seen:
            continue
        seen.add((term.language, term.text))
        if term.status is AdministrativeStatus.PREFERRED:
            if term.language in preferred:
                yield replace(term, status=AdministrativeStatus.ADMITTED)
                continue
            preferred.add(term.language)
        yield term


def _contradiction(one: Concept, other: Concept) -> str:
    """Return the first thing that both say, and otherwise; "" if they may be one concept."""
    for name in ("definition", "subject_field", "part_of_speech"):
        said, also = getattr(one, name), getattr(other, name)
        if said and also and said != also:
            return name.replace("_", " ")
    return ""


def _merged(one: Concept, other: Concept) -> Concept:
    return replace(
        one,
        terms=tuple(_one_preferred((*one.terms, *other.terms))),
        definition=one.definition or other.definition,
        subject_field=one.subject_field or other.subject_field,
        part_of_speech=one.part_of_speech or other.part_of_speech,
        note=_both(one.note, other.note),
        source=_both(one.source, other.source),
        confidence=one.confidence or other.confidence,
        status=one.status if one.status is other.status else Standing.PROPOSED,
        check=one.check if one.check is other.check else Enforcement.SOFT,
    )


def _both(one: str, other: str) -> str:
    return " | ".join(dict.fromkeys(filter(None, (one, other))))

"""Concepts from somebody else's table, in which every row is a pair of terms and a synonym a row more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from zhengming.termbase.concept import Concept, Enforcement, Standing
from zhengming.termbase.formats.row_reading import read_row
from zhengming.termbase.formats.source import Gathered, Rejected
from zhengming.termbase.formats.statuses import one_preferred
from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zhengming.termbase.concept import Term
    from zhengming.termbase.formats.headers import Role
    from zhengming.termbase.formats.row_reading import ReadRow
    from zhengming.termbase.formats.source import Row

__all__ = ["gathered"]

_TOO_LONG = "more cells than the table has columns; quote cells that hold a comma"
_Key: TypeAlias = "tuple[str, str]"


class _Place(NamedTuple):
    """Where in the list a concept is, and whether its rows say how far it is vetted."""

    concept: int
    says_standing: bool


def gathered(
    rows: Iterable[Row], headers: list[str], roles: Mapping[int, Role], unsaid: Standing = Standing.PROPOSED
) -> Gathered:
    """Gather rows into concepts: rows of one id are one, without ids those of one first term.

    Rows of one first term that differ in definition, field or part of speech are homonyms and stay apart. A row that
    allows what another of its concept forbids is not taken.
    """
    found = Gathered(is_table=True, headers=headers, roles=dict(roles))
    places: dict[_Key, list[_Place]] = {}
    for row in rows:
        if not any(cell.strip() for cell in row.cells):
            continue
        read = read_row(row, roles, unsaid) if len(row.cells) <= len(headers) else _TOO_LONG
        reason = read if isinstance(read, str) else _added(found, places, row, read)
        if reason:
            found.rejected.append(Rejected(row, reason))
    return found


def _added(found: Gathered, places: dict[_Key, list[_Place]], row: Row, read: ReadRow) -> str:
    """Add the row to what is found, or return why it cannot be."""
    by_id, by_name = ("", read.concept.id), _named(read.concept.terms[0])
    known = places.setdefault(by_id if read.concept.id else by_name, [])
    for number in reversed(range(len(known))):  # the nearest above
        place = known[number]
        one = found.concepts[place.concept]
        if not _contradiction(one, read.concept):
            if reason := _quarrel(one, found.rows[place.concept][0], read.concept):
                return reason
            found.concepts[place.concept] = _merged(one, place.says_standing, read)
            found.rows[place.concept].append(row)
            known[number] = place._replace(says_standing=place.says_standing or read.says_standing)
            _name(places, by_name, known[number])
            return ""
    if known and read.concept.id:
        first = known[0].concept
        said = _contradiction(found.concepts[first], read.concept)
        return f"{said} is not that of {found.rows[first][0].place}, which has the same id"
    place = _Place(len(found.concepts), read.says_standing)
    known.append(place)
    _name(places, by_name, place)
    found.concepts.append(read.concept)
    found.rows.append([row])
    return ""


def _name(places: dict[_Key, list[_Place]], name: _Key, place: _Place) -> None:
    """Let a row without an id find the concept that a row of that name belongs to."""
    known = places.setdefault(name, [])
    if all(other.concept != place.concept for other in known):
        known.append(place)


def _named(term: Term) -> _Key:
    return term.language.language, fold(term.text)


def _contradiction(one: Concept, other: Concept) -> str:
    """Return the first thing that both say, and otherwise; "" if they may be one concept."""
    for name in ("definition", "subject_field", "part_of_speech"):
        said, also = getattr(one, name), getattr(other, name)
        if said and also and said != also:
            return name.replace("_", " ")
    return ""


def _quarrel(one: Concept, row: Row, other: Concept) -> str:
    """Return which term the one concept forbids and the other allows, as a reason; "" if there is none."""
    allowed = {(term.language, term.text): term.is_allowed for term in one.terms}
    for term in other.terms:
        if allowed.get((term.language, term.text), term.is_allowed) != term.is_allowed:
            verbs = ("forbidden", "allowed") if term.is_allowed else ("allowed", "forbidden")
            return f"“{term.text}” is {verbs[0]} in {row.place}, and {verbs[1]} here"
    return ""


def _merged(one: Concept, says_standing: bool, read: ReadRow) -> Concept:  # noqa: FBT001  of the first, not a mode
    other = read.concept
    status = one.status if one.status is other.status else Standing.PROPOSED
    if says_standing != read.says_standing:  # what is said counts for more than what is not
        status = one.status if says_standing else other.status
    return replace(
        one,
        terms=tuple(one_preferred((*one.terms, *other.terms))),
        definition=one.definition or other.definition,
        subject_field=one.subject_field or other.subject_field,
        part_of_speech=one.part_of_speech or other.part_of_speech,
        note=_both(one.note, other.note),
        source=_both(one.source, other.source),
        confidence=one.confidence or other.confidence,
        status=status,
        check=one.check if one.check is other.check else Enforcement.SOFT,
    )


def _both(one: str, other: str) -> str:
    return " | ".join(dict.fromkeys(filter(None, (one, other))))

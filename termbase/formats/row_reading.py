"""One row of somebody else's table as a concept, which other rows may add to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.concept import AdministrativeStatus, Concept, Enforcement, Standing, Term
from zhengming.termbase.formats.columns import Column, terms_in
from zhengming.termbase.formats.comments import unpacked
from zhengming.termbase.formats.guessing import script_of
from zhengming.termbase.formats.headers import COMMENT, FORBIDDEN, TERM_INFO
from zhengming.termbase.formats.statuses import administrative, is_yes, one_preferred, standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zhengming.termbase.formats.headers import Role
    from zhengming.termbase.formats.source import Row

__all__ = ["ReadRow", "read_row"]

#: Between synonyms in a cell. A comma or slash stands inside terms too often (1,4-butanediol, 元/吨).
_SYNONYMS = re.compile(r"[;；\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_IS_FORBIDDEN = re.compile(r"\b(?:is)?forbidden\b(?!\s*[=:]\s*(?:false|no|0))", re.IGNORECASE)
_IS_CASE_SENSITIVE = re.compile(r"\bcase[ _-]?sensitiv(?:e|ity\s*[=:]\s*(?:yes|true))\b", re.IGNORECASE)
_POLICIES = frozenset(member.value for member in Enforcement)
#: Of these a row may say several things, in as many columns.
_PLURAL = frozenset({"definition", "note", "source"})


class ReadRow(NamedTuple):
    """The concept that a row would make alone, and whether the row says how far it is vetted."""

    concept: Concept
    says_standing: bool


@dataclass(slots=True)
class _Reading:
    terms: list[Term] = field(default_factory=list[Term])
    named: dict[str, str] = field(default_factory=dict[str, str])
    last: int = 0
    """Where the terms of the last cell begin."""

    def say(self, name: str, text: str) -> None:
        said = self.named.setdefault(name, "")
        if text and not said:
            self.named[name] = text
        elif text and name in _PLURAL and text not in said.split(" | "):
            self.named[name] = f"{said} | {text}"


def read_row(row: Row, roles: Mapping[int, Role], unsaid: Standing) -> ReadRow | str:
    """Return the row as a concept, or why it cannot be taken."""
    reading = _Reading()
    comments: list[tuple[str, bool]] = []
    for index, role in sorted(roles.items()):
        cell = row.cells[index].strip() if index < len(row.cells) else ""
        if not cell:
            continue
        if isinstance(role, Column):
            if wrong := _read_terms(cell, role, reading):
                return wrong
        elif role == TERM_INFO:
            _read_info(cell, reading)
        elif role in {"note", COMMENT}:
            comments.append((cell, role == COMMENT))
        else:
            reading.say(role, cell)
    for text, has_id in comments:  # when all terms are known
        _read_comment(text, reading, has_id=has_id)
    if len({term.language.language for term in reading.terms}) < 2:  # noqa: PLR2004  a translation takes two
        return "no term in two languages"
    vetted = standing(reading.named.get("status", ""))
    return ReadRow(_concept(reading, row, vetted or unsaid), vetted is not None)


def _read_terms(cell: str, role: Column, reading: _Reading) -> str:
    """Add the terms of a cell, or return what is wrong with it."""
    if _CONTROL.search(cell):
        return "a control character in a term"
    found = list(terms_in(" | ".join(filter(None, map(str.strip, _SYNONYMS.split(cell)))), role))
    reading.last = len(reading.terms)
    for term in found:
        if isinstance(term, str):
            return term
        reading.terms.append(term)
    return ""


def _read_info(info: str, reading: _Reading) -> None:
    """Take the properties of the terms before, as memoQ lists them."""
    for index in range(reading.last, len(reading.terms)):
        term = reading.terms[index]
        labels = term.labels | {"case"} if _IS_CASE_SENSITIVE.search(info) else term.labels
        status = AdministrativeStatus.DEPRECATED if _IS_FORBIDDEN.search(info) else term.status
        reading.terms[index] = replace(term, labels=labels, status=status)


def _read_comment(text: str, reading: _Reading, *, has_id: bool) -> None:
    """Take a note; terms that it crosses out are deprecated in the language that is written so."""
    comment = unpacked(text, has_id=has_id)
    languages = {script_of(term.text): term.language for term in reversed(reading.terms) if term.is_allowed}
    spoken = {term.language.language for term in reading.terms}
    known = [languages[script] for script in map(script_of, comment.crossed_out) if script in languages]
    if len(known) < len(comment.crossed_out) or len(languages) < len(spoken):  # it cannot be told whose they are
        reading.say("note", text)
        return
    reading.terms.extend(
        Term(crossed, language, AdministrativeStatus.DEPRECATED)
        for crossed, language in zip(comment.crossed_out, known, strict=True)
    )
    reading.say("note", comment.note)
    if comment.is_proposed:
        reading.say("status", Standing.PROPOSED.value)
    if comment.id:
        reading.named["id"] = comment.id


def _concept(reading: _Reading, row: Row, status: Standing) -> Concept:
    named = reading.named
    word = named.get("check", "").lower()
    return Concept(
        id=named.get("id", ""),
        terms=tuple(one_preferred(_judged(reading))),
        location=row.location,
        subject_field=named.get("subject_field", ""),
        part_of_speech=named.get("part_of_speech", "").lower(),
        status=status,
        check=Enforcement(word) if word in _POLICIES else Enforcement.STRICT,
        definition=named.get("definition", ""),
        note=named.get("note", ""),
        source=named.get("source", ""),
        confidence=named.get("confidence", ""),
    )


def _judged(reading: _Reading) -> Iterator[Term]:
    """Yield the terms as the row's columns of status say that they stand.

    The first language is what is named; what is forbidden is to say it so in the others.
    """
    status = administrative(reading.named.get("status", ""))
    if status is AdministrativeStatus.PREFERRED:
        status = None  # as the column of the term has it
    if is_yes(reading.named.get(FORBIDDEN, "")):
        status = AdministrativeStatus.DEPRECATED
    first = reading.terms[0].language.language
    for term in reading.terms:
        if status is not None and term.is_allowed and term.language.language != first:
            yield replace(term, status=status)
        else:
            yield term

"""Adding concepts to a termbase that is somebody's work: what is there stays, and what contradicts it is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.ids import Ids, prefixes
from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept, Term, Termbase

__all__ = ["Addition", "additions", "numbered"]

_NEW = "TB"


class Addition(NamedTuple):
    """A concept, and what the termbase says to it: `known` if it has it already, else why it cannot take it."""

    concept: Concept
    known: Concept | None = None
    conflict: str = ""


def additions(concepts: Iterable[Concept], termbase: Termbase) -> Iterator[Addition]:
    """Yield each concept with what the termbase has under the name that comes first."""
    named: dict[tuple[str, str], list[Concept]] = {}
    for concept in termbase:
        for key in dict.fromkeys(map(_key, concept.terms)):
            named.setdefault(key, []).append(concept)
    for concept in concepts:
        kindred = named.get(_key(concept.terms[0]), [])
        conflicts = [_conflict(concept, other) for other in kindred]
        if "" in conflicts:
            yield Addition(concept, kindred[conflicts.index("")])
        else:
            yield Addition(concept, None, conflicts[0] if conflicts else "")


def _key(term: Term) -> tuple[str, str]:
    return term.language.language, fold(term.text)


def _conflict(concept: Concept, known: Concept) -> str:
    """Return where the two contradict each other, or "" if the termbase says all that the concept does."""
    name = concept.terms[0].text
    standing = {_key(term): term for term in known.terms}
    for term in concept.terms:
        same = standing.get(_key(term))
        if same is None:
            others = (t.text for t in known.terms if t.is_allowed and t.language.language == term.language.language)
            theirs = " or ".join(f"“{text}”" for text in others)
            called = f"calls {name} {theirs}" if theirs else f"knows {name}"
            return f"{known.id} {called}, not “{term.text}”; add it there, or make a concept of its own"
        if same.is_allowed != term.is_allowed:
            verbs = ("deprecates", "allows") if term.is_allowed else ("allows", "deprecates")
            return f"{known.id} {verbs[0]} “{term.text}” for {name}, and this row {verbs[1]} it"
    return ""


def numbered(concepts: Iterable[Concept], taken: Iterable[Concept], prefix: str | None) -> Iterator[Concept]:
    """Yield the concepts with ids: their own where it is free, else the next of the prefix or of their field's."""
    standing = list(taken)
    ids = Ids(concept.id for concept in standing)
    of_fields = prefixes(standing)
    for concept in concepts:
        if concept.id[:1].isalpha() and concept.id not in ids:
            yield replace(concept, id=ids.take(concept.id))
        else:
            wanted = of_fields.get(concept.subject_field, _NEW) if prefix is None else prefix
            yield replace(concept, id=ids.next(wanted))

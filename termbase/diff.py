"""What one version of a termbase says and the other does not, concept by concept.

Those that say the same are one; others are matched by id and a common term, then by terms alone (somebody has changed
the id), then by id alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.concept import AdministrativeStatus, Enforcement, Standing
from zhengming.termbase.ids import order
from zhengming.termbase.position import Location
from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from zhengming.termbase.concept import Concept, Term

__all__ = ["Change", "FieldChange", "Kind", "TermChange", "diff"]

_FIELDS = ("subject_field", "part_of_speech", "status", "check", "definition", "note", "source", "confidence")
#: The id that a reader gives to a row without one says where it stands, and so nothing.
_NO_ID = re.compile(r".*:line-\d+", re.DOTALL)
_ANYWHERE = Location("")


class Kind(Enum):
    """What has become of a concept; the value is its sign on a screen."""

    ADDED = "+"
    REMOVED = "-"
    CHANGED = "~"
    APPROVED = "^"
    """Approved, and otherwise as it was."""


class TermChange(NamedTuple):
    """A term that is new (`before` is None), gone (`after` is None), or stands otherwise than before."""

    before: Term | None
    after: Term | None


class FieldChange(NamedTuple):
    """A field of a concept, by the name of its column."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One concept as it was and as it is; None where it was not there."""

    before: Concept | None
    after: Concept | None
    terms: tuple[TermChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()

    @property
    def concept(self) -> Concept:
        """The concept as it is, or as it was before it was removed."""
        concept = self.after or self.before
        assert concept is not None  # noqa: S101  a change is of something
        return concept

    @property
    def kind(self) -> Kind:
        """What has become of the concept."""
        if self.before is None:
            return Kind.ADDED
        if self.after is None:
            return Kind.REMOVED
        is_approval = [field.name for field in self.fields] == ["status"] and self.after.status is Standing.APPROVED
        return Kind.APPROVED if is_approval and not self.terms else Kind.CHANGED


def diff(before: Iterable[Concept], after: Iterable[Concept]) -> list[Change]:
    """Return what has changed, in the order of the ids."""
    changes = (_change(one, other) for one, other in _matched(list(before), list(after)))
    found = [change for change in changes if change is not None]
    return sorted(found, key=lambda change: order(change.concept.id))


def _matched(before: list[Concept], after: list[Concept]) -> Iterator[tuple[Concept | None, Concept | None]]:
    """Yield each concept with what it is on the other side."""
    olds, news = dict(enumerate(before)), dict(enumerate(after))
    for keys in (_whole, _id_and_terms, _names, _id):
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for index, concept in olds.items():
            for key in keys(concept):
                waiting[key].append(index)
        for index, concept in list(news.items()):
            candidates = (old for key in keys(concept) for old in waiting.get(key, ()) if old in olds)
            old = next(candidates, None)
            if old is not None:
                yield olds.pop(old), news.pop(index)
    yield from ((concept, None) for concept in olds.values())
    yield from ((None, concept) for concept in news.values())


def _whole(concept: Concept) -> Iterator[Hashable]:
    has_id = not _NO_ID.fullmatch(concept.id)
    yield replace(concept, id=concept.id if has_id else "", location=_ANYWHERE)


def _id_and_terms(concept: Concept) -> Iterator[Hashable]:
    if not _NO_ID.fullmatch(concept.id):
        terms = dict.fromkeys((term.language.language, fold(term.text)) for term in concept.terms)
        yield from ((concept.id, term) for term in terms)


def _names(concept: Concept) -> Iterator[Hashable]:
    """Yield the concept's allowed names, two languages at a time; those of the only language one by one."""
    names = dict.fromkeys((term.language.language, fold(term.text)) for term in concept.terms if term.is_allowed)
    if len({language for language, _ in names}) < 2:  # noqa: PLR2004
        yield from ((concept.subject_field, name) for name in names)
    yield from (frozenset(pair) for pair in combinations(names, 2) if pair[0][0] != pair[1][0])


def _id(concept: Concept) -> Iterator[Hashable]:
    if not _NO_ID.fullmatch(concept.id):
        yield concept.id


def _change(before: Concept | None, after: Concept | None) -> Change | None:
    terms = tuple(_term_changes(before.terms if before else (), after.terms if after else ()))
    if before is None or after is None:
        return Change(before, after, terms)
    fields = tuple(_field_changes(before, after))
    return Change(before, after, terms, fields) if terms or fields else None


def _term_changes(before: Iterable[Term], after: Iterable[Term]) -> Iterator[TermChange]:
    """Yield what has become of each term: those gone first, then those that stand otherwise, then the new ones.

    A new preferred term stands in the place of the one before it in that language.
    """
    olds, news = _without_common(list(before), list(after))
    moved = [*_paired(olds, news, _spelling), *_paired(olds, news, _preferred_language)]
    yield from (TermChange(old, None) for old in olds)
    yield from moved
    yield from (TermChange(None, new) for new in news)


def _paired(olds: list[Term], news: list[Term], key: Callable[[Term], Hashable | None]) -> Iterator[TermChange]:
    """Yield the terms that have their key in common, and take them from the lists."""
    for old in list(olds):
        same = next((new for new in news if key(new) == key(old) is not None), None)
        if same is not None:
            olds.remove(old)
            news.remove(same)
            yield TermChange(old, same)


def _spelling(term: Term) -> Hashable:
    return term.language, term.text


def _preferred_language(term: Term) -> Hashable | None:
    return term.language if term.status is AdministrativeStatus.PREFERRED else None


def _without_common(before: list[Term], after: list[Term]) -> tuple[list[Term], list[Term]]:
    for term in list(before):
        if term in after:
            before.remove(term)
            after.remove(term)
    return before, after


def _field_changes(before: Concept, after: Concept) -> Iterator[FieldChange]:
    values: list[tuple[str, str, str]] = []
    if not (_NO_ID.fullmatch(before.id) or _NO_ID.fullmatch(after.id)):
        values.append(("id", before.id, after.id))
    values += [(name, _text(getattr(before, name)), _text(getattr(after, name))) for name in _FIELDS]
    others, now = dict(before.others), dict(after.others)
    values += [(name, others.get(name, "").strip(), now.get(name, "").strip()) for name in others | now]
    yield from (FieldChange(name, old, new) for name, old, new in values if old != new)


def _text(value: str | Standing | Enforcement) -> str:
    return value if isinstance(value, str) else str(value.value)

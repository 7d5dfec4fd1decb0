"""G001: two concepts with one id, or one concept entered twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.checks.kind import TermbaseCheck, about, title
from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Concept, Termbase
    from zhengming.termbase.issue import Issue

__all__ = ["CHECK", "DUPLICATE_CONCEPT"]

DUPLICATE_CONCEPT = Check(
    code="G001", name="duplicate-concept", mqm=None, its="non-conformance", severity=Severity.MAJOR
)

#: A term as the matcher compares it: primary language and folded text.
_Key: TypeAlias = "tuple[str, str]"


def _examine(termbase: Termbase) -> Iterator[Issue]:
    ids: dict[str, Concept] = {}
    names = Counter(key for concept in termbase for key in _preferred(concept))
    # By preferred term, and by what else the concept may be called in another language.
    twins: defaultdict[_Key, dict[_Key, Concept]] = defaultdict(dict)
    for concept in termbase:
        if (first := ids.setdefault(concept.id, concept)) is not concept:
            message = f"{concept.id} is the id of {title(first)} already; give {title(concept)} an id of its own"
            yield about(concept, DUPLICATE_CONCEPT, message, beside=first)
        shared = [key for key in _preferred(concept) if names[key] > 1]
        twin = _twin(concept, [(key, twins[key]) for key in shared]) if shared else None
        if twin is not None:
            yield about(concept, DUPLICATE_CONCEPT, _message(concept, twin), beside=twin)


def _twin(concept: Concept, twins: list[tuple[_Key, dict[_Key, Concept]]]) -> Concept | None:
    """Return the first concept before this one that is the same, and enter this one."""
    found: Concept | None = None
    for preferred, others in twins:
        for key in _allowed(concept):
            if key[0] != preferred[0]:
                same = others.setdefault(key, concept)
                if found is None and same is not concept and _may_be_one(same, concept):
                    found = same
    return found


def _preferred(concept: Concept) -> dict[_Key, None]:
    """Return what the concept is to be called, each name once (a region's is often the same)."""
    preferred = (term for term in concept.terms if term.status is AdministrativeStatus.PREFERRED)
    return dict.fromkeys((term.language.language, fold(term.text)) for term in preferred)


def _allowed(concept: Concept) -> dict[_Key, None]:
    return dict.fromkeys((term.language.language, fold(term.text)) for term in concept.terms if term.is_allowed)


def _may_be_one(one: Concept, other: Concept) -> bool:
    """Return whether the parts of speech allow it: 出口 is a noun (export) and a verb (to export)."""
    return not one.part_of_speech or not other.part_of_speech or one.part_of_speech == other.part_of_speech


def _message(concept: Concept, twin: Concept) -> str:
    theirs = _allowed(twin)
    shared = {key: t.text for t in concept.terms if (key := (t.language.language, fold(t.text))) in theirs}
    names = " and ".join(f"“{text}”" for text in shared.values())
    return f"{title(concept)} is {twin.id} already: both are called {names}; make one concept of the two"


CHECK = TermbaseCheck(DUPLICATE_CONCEPT, _examine)

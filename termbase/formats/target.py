"""What a termbase can be written as for other tools, and what they have no place for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.language import agree

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.language import Tag

__all__ = ["Languages", "Target", "narrowed"]


class Languages(NamedTuple):
    """From which language into which a termbase is to be used."""

    source: Tag
    target: Tag

    def include(self, language: Tag) -> bool:
        """Return whether terms of that language serve one of the two."""
        return agree(self.source, language) or agree(self.target, language)


@dataclass(frozen=True, slots=True)
class Target:
    """A format that others read. `write` counts in the last argument, by kind, what the format cannot hold."""

    name: str
    write: Callable[[Iterable[Concept], Languages, Counter[str]], bytes]


def narrowed(concepts: Iterable[Concept], languages: Languages, lost: Counter[str]) -> Iterator[Concept]:
    """Yield the concepts with the terms of these two languages only."""
    for concept in concepts:
        terms = tuple(term for term in concept.terms if languages.include(term.language))
        lost["terms in other languages"] += len(concept.terms) - len(terms)
        yield replace(concept, terms=terms)

"""What a termbase can be written as for other tools, and what they have no place for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.language import agree

if TYPE_CHECKING:
    import re
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
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
    """A format that others read. `write` tells in the last argument what the format cannot hold."""

    name: str
    write: Callable[[Iterable[Concept], Languages, Losses], bytes]
    #: what the file may be called, the usual suffix first
    suffixes: tuple[str, ...]
    #: whether a terminal can show it
    is_text: bool = True
    #: what the target demands of the file's name without its suffix
    file_name: re.Pattern[str] | None = None


def narrowed(concepts: Iterable[Concept], languages: Languages, lost: Counter[str]) -> Iterator[Concept]:
    """Yield the concepts with the terms of these two languages only."""
    for concept in concepts:
        terms = tuple(term for term in concept.terms if languages.include(term.language))
        lost["terms in other languages"] += len(concept.terms) - len(terms)
        yield replace(concept, terms=terms)

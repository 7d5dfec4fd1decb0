"""Source and target as machine translation wants them: each source once, with the one term that is to stand for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.formats.allowed import allowed, one_line
from zhengming.termbase.formats.losses import unheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["Equivalent", "equivalents"]


class Equivalent(NamedTuple):
    """What is to be written in the target wherever the source says this."""

    source: str
    target: str
    concept: Concept


def equivalents(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> Iterator[Equivalent]:
    """Yield each allowed source term with the best target term. Of two concepts with one source the first has it."""
    taken: dict[str, Equivalent] = {}
    for concept in concepts:
        unheld(concept, languages, lost)
        sources, targets = (allowed(concept, language) for language in languages)
        if not sources or not targets:
            lost["concepts without a term in both languages"] += 1
            continue
        lost["second target terms"] += len(targets) - 1
        for source in map(one_line, (term.text for term in sources)):
            found = Equivalent(source, one_line(targets[0].text), concept)
            first = taken.setdefault(source, found)
            if first is found:
                yield found
            elif first.target != found.target:
                lost.refuse(concept, source, f"{first.concept.id} has it already, as “{first.target}”")

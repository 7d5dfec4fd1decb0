"""Pairs that render each of their terms by an allowed one: most pairs, told without weighing any evidence.

What is found here is what `Reader` finds for such a pair by the long way, and for any other pair nothing is found; a
test compares the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from zhengming.termbase.concept import Enforcement
from zhengming.termbase.match import Occurrence
from zhengming.termbase.position import Span
from zhengming.termbase.text.convert import foreign_characters

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.match import Found
    from zhengming.tmx.pair import Pair

__all__ = ["AGENTS", "plainly_rendered"]

#: After a Chinese term these name who does the thing: 磁体制造|商.
AGENTS = frozenset("商者厂廠")

#: A concept, its occurrences in the source, and what renders them.
_Rendered: TypeAlias = "tuple[Concept, list[Occurrence], list[Occurrence]]"
_Hit: TypeAlias = "tuple[int, int, Term]"


def plainly_rendered(
    pair: Pair, sources: Found, targets: Found, can_be_named: Callable[[Concept], bool]
) -> list[_Rendered] | None:
    """Return what each concept of the source is rendered by; None if anything is to be weighed.

    `can_be_named` tells whether a concept has an allowed term in the target's language.
    """
    hits: dict[str, list[_Hit]] = {}
    for start, end, named in targets.chosen:
        for concept, term in named:
            hits.setdefault(concept.id, []).append((start, end, term))
    asked = _asked(pair.source.text, sources, hits, can_be_named)
    if asked is None or not all(_take_hits(rendered, hits, pair) for rendered in asked.values()):
        return None
    claims = [occurrence.span for _, _, renderings in asked.values() for occurrence in renderings]
    for start, end, named in targets.covered_places:
        # What stands within a rendering is a part of it; of what stands elsewhere it has to be told whose it is.
        if any(concept.id in asked for concept, _ in named) and not any(a <= start and end <= b for a, b in claims):
            return None
    return list(asked.values())


def _asked(
    source: str, sources: Found, hits: Container[str], can_be_named: Callable[[Concept], bool]
) -> dict[str, _Rendered] | None:
    """Return the concepts that ask for a rendering, by id; None if that depends on more than whether they have one."""
    asked: dict[str, _Rendered] = {}
    for start, end, named in sources.chosen:
        if source[end : end + 1] in AGENTS:
            return None
        for concept, term in named:
            if not term.is_allowed:
                continue
            if concept.check is not Enforcement.STRICT and concept.id not in hits:
                if concept.check is Enforcement.SOFT or sources.has_covered_within(start, end):
                    return None  # the strict terms inside may be asked for in its place
            elif concept.check is not Enforcement.OFF and can_be_named(concept):
                rendered = asked.setdefault(concept.id, (concept, [], []))
                rendered[1].append(Occurrence(concept, term, Span(start, end), source[start:end]))
    return asked


def _take_hits(rendered: _Rendered, hits: dict[str, list[_Hit]], pair: Pair) -> bool:
    """Take what renders a concept; return whether it is right, and as much as there has to be."""
    concept, occurrences, renderings = rendered
    target, language = pair.target.text, pair.target_language
    foreign = foreign_characters(language.script) if language.language == "zh" else frozenset[str]()
    last = -1
    for start, end, term in hits.get(concept.id, ()):
        form = target[start:end]
        if not term.is_allowed or start == last or not (form.isascii() or foreign.isdisjoint(form)):
            return False
        renderings.append(Occurrence(concept, term, Span(start, end), form))
        last = start
    return len(renderings) >= len(occurrences)

"""tm concordance: where a term stands in a memory, in any script or inflection, and what it was rendered as."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.concept import AdministrativeStatus, Concept, Standing, Term, Termbase
from zhengming.termbase.match import Matcher
from zhengming.termbase.position import Location, Span
from zhengming.termbase.text.normal import fold
from zhengming.tmx.memory.fuzzy import Fuzzy
from zhengming.tmx.memory.masking import mask
from zhengming.tmx.memory.rendered import renderings
from zhengming.tmx.pair import pairs
from zhengming.tmx.render import Kind, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag
    from zhengming.tmx.memory.store import Store
    from zhengming.tmx.pair import Pair
    from zhengming.tmx.render import Rendering

__all__ = ["Concordance", "Group", "Line", "Question", "concordance"]

#: So many units are counted; more would say the same.
_MOST_READ = 2_000
#: So many units that do not have the term tell what is common anyway.
_MOST_OTHERS = 1_000
_ASKED = "?"
#: Where pairs are gathered in which the term is a part of longer ones: no rendering has a line end.
_INSIDE = "\n"


class Question(NamedTuple):
    """What is asked for: a text, in which language, into which or any, and the concept that it is a term of."""

    text: str
    source: Tag
    target: Tag | None
    concept: Concept | None


class Line(NamedTuple):
    """A pair with the term: where it stands in the source, and its rendering in the target, if that is known."""

    pair: Pair
    span: Span
    target_span: Span | None


@dataclass(slots=True)
class Group:
    """A rendering and the pairs that have it; `text` is "" for those in which none could be made out."""

    text: str
    lines: list[Line] = field(default_factory=list[Line])
    is_wrong: bool = False
    """The termbase forbids it, or it is that of another term."""
    is_inside: bool = False
    """The term is a part of a longer one of the termbase, which has a rendering of its own."""


class Concordance(NamedTuple):
    """The renderings, the most frequent first; `is_whole` unless there are more units than were read."""

    groups: list[Group]
    units: int
    is_whole: bool


def concordance(store: Store, question: Question, termbase: Termbase) -> Concordance:
    """Find a text, or a concept of the termbase by any of its terms, and group the pairs by rendering."""
    concept, source = question.concept, question.source
    asked = concept or _concept_of(question.text, source)
    matcher = Matcher([asked], source.language)
    names = [term.text for term in asked.terms if term.language.language == source.language]
    found: list[tuple[Pair, Span]] = []
    is_whole = True
    for pair in _pairs(store, names, source, question.target):
        places = matcher.find(pair.source.text, exact_case=False)
        # What is no term of the termbase is a stretch of text, and may stand inside a longer word.
        occurrences = places.taken if concept or places.taken else places.covered
        if not occurrences:
            continue
        if len(found) == _MOST_READ:
            is_whole = False
            break
        found.append((pair, occurrences[0].span))
    groups = _by_termbase(found, termbase, concept) if concept else _by_counting(store, found, question, matcher)
    groups.sort(key=lambda group: (group.is_inside, not group.text, -len(group.lines)))
    return Concordance(groups, len(found), is_whole)


def _concept_of(text: str, language: Tag) -> Concept:
    term = Term(text, language._replace(script="", region=""), AdministrativeStatus.PREFERRED)
    return Concept(id=_ASKED, terms=(term,), location=Location(""), status=Standing.PROPOSED)


def _pairs(store: Store, names: Sequence[str], source: Tag, target: Tag | None) -> Iterator[Pair]:
    """Yield each pair whose source may hold one of the names, once."""
    fuzzy = Fuzzy(store.database, source.language)
    seen: set[int] = set()
    for name in names:
        for form, _ in fuzzy.holding(mask(name, source.language).form):
            if form not in seen:
                seen.add(form)
                yield from _said(store, form, source, target)


def _said(store: Store, form: int, source: Tag, target: Tag | None) -> Iterator[Pair]:
    for found in store.found(form):
        variant = found.unit.variants[found.ordinal]
        for pair in pairs((found.unit,), source, target, _ignore):
            if pair.source_variant is variant and pair.source is variant.segment and pair.target.text.strip():
                yield pair


def _by_termbase(found: Sequence[tuple[Pair, Span]], termbase: Termbase, concept: Concept) -> list[Group]:
    reader = Reader(termbase)
    groups: dict[str, Group] = {}
    for pair, span in found:
        reader.begin()
        reading = reader.read(pair)
        rendering = next((one for one in reading.renderings if one.concept.id == concept.id), None)
        place = _place(rendering) if rendering else None
        written = pair.target.text[slice(*place)] if place else ""
        is_wrong = rendering is not None and rendering.kind is not Kind.ALLOWED and bool(written)
        is_inside = all(occurrence.concept.id != concept.id for occurrence in reading.source_found.taken)
        key = _INSIDE if is_inside else written.lower()
        group = groups.setdefault(key, Group(written, is_wrong=is_wrong, is_inside=is_inside))
        group.lines.append(Line(pair, span, place))
    return list(groups.values())


def _place(rendering: Rendering) -> Span | None:
    """Return where the rendering stands that the kind speaks of."""
    if rendering.kind is Kind.UNTRANSLATED:
        return rendering.untranslated[0]
    occurrences = {
        Kind.ALLOWED: rendering.allowed,
        Kind.DEPRECATED: rendering.deprecated,
        Kind.OTHER_TERM: rendering.others,
        Kind.OTHER_SCRIPT: rendering.other_script,
        Kind.NONE: [],
    }[rendering.kind]
    return occurrences[0].span if occurrences else None


def _by_counting(store: Store, found: Sequence[tuple[Pair, Span]], question: Question, matcher: Matcher) -> list[Group]:
    """Group pairs by what their targets have in common, those of each target language by themselves."""
    others: dict[str, list[str]] = {}
    for unit in store.sample(_MOST_OTHERS):
        for pair in pairs((unit,), question.source, question.target, _ignore):
            if not matcher.find(pair.source.text, exact_case=False).taken:
                others.setdefault(pair.target_language.language, []).append(pair.target.text)
    by_language: dict[str, list[tuple[Pair, Span]]] = {}
    for pair, span in found:
        by_language.setdefault(pair.target_language.language, []).append((pair, span))
    return [
        group for language, some in by_language.items() for group in _counted(some, others.get(language, []), language)
    ]


def _counted(found: Sequence[tuple[Pair, Span]], others: Sequence[str], language: str) -> Iterator[Group]:
    rest = dict(enumerate(found))
    for rendered in renderings([pair.target.text for pair, _ in found], others, language):
        lines = [rest.pop(number) for number in rendered.targets]
        yield Group(rendered.text, [Line(pair, span, _first(rendered.text, pair)) for pair, span in lines])
    if rest:
        yield Group("", [Line(pair, span, None) for pair, span in rest.values()])


def _first(text: str, pair: Pair) -> Span | None:
    at = fold(pair.target.text).find(fold(text))
    return Span(at, at + len(text)) if at >= 0 else None


def _ignore(issue: Issue) -> None:
    """Take a fault of language tags, which `check` tells."""

"""What the target says for each term of the source: the renderings of an occurrence.

A pair is read once, and every check looks at the reading. Evidence is taken in order of strength: an allowed form,
inflected or respelled; the same words with others between them or turned round ("control of exports"); a deprecated
form of the same concept; the source term itself, left as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

from zhengming.termbase.concept import Enforcement, Standing
from zhengming.termbase.issue import Issue, Passage, Related
from zhengming.termbase.match import Matcher
from zhengming.termbase.position import Span
from zhengming.termbase.remedy import EVERY_REMEDY, Remedy
from zhengming.termbase.text.borders import border_cost
from zhengming.termbase.text.convert import foreign_characters, is_foreign
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.tmx.loose import LooseTarget
from zhengming.tmx.loose.short_form import names_in_short
from zhengming.tmx.plainly import AGENTS, plainly_rendered
from zhengming.tmx.unit_ignores import unit_ignores

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from zhengming.termbase.check import Check, Severity
    from zhengming.termbase.concept import Concept, Term, Termbase
    from zhengming.termbase.issue import Edit
    from zhengming.termbase.match import Found, Occurrence
    from zhengming.tmx.model import Segment
    from zhengming.tmx.pair import Pair

__all__ = ["Kind", "Reader", "Reading", "Rendering"]

#: From this many nats on, a short Chinese term is two halves of other words (国有 in 中国有: 4.2, in 国有企业: 0.4).
_CHANCE = 3.0
_SHORT = 3
#: In a longer segment, which is no sentence, the search for parted terms would take seconds and find chance.
_LONGEST_LOOSE = 20_000
_MOST_COMPARED = 10_000
_OTHER_SCRIPT = {"Hans": "Hant", "Hant": "Hans"}


class Kind(Enum):
    """What stands in the target for the occurrences of one concept."""

    ALLOWED = "allowed"
    DEPRECATED = "deprecated"
    OTHER_TERM = "other term"
    UNTRANSLATED = "untranslated"
    OTHER_SCRIPT = "other script"
    NONE = "none"


@dataclass(slots=True)
class Rendering:
    """One concept of the source and what the target has for it."""

    concept: Concept
    occurrences: list[Occurrence]
    allowed: list[Occurrence] = field(default_factory=list)
    deprecated: list[Occurrence] = field(default_factory=list)
    untranslated: list[Span] = field(default_factory=list)
    other_script: list[Occurrence] = field(default_factory=list)
    """Allowed terms in Traditional characters where the target is Simplified, or the reverse."""
    others: list[Occurrence] = field(default_factory=list)
    """Terms of kindred concepts that the source does not speak of: what probably stands for this one."""
    is_doubtful: bool = False
    """The source may not mean the concept, or the target may name it in short."""
    earlier: tuple[Segment, Occurrence] | None = None
    """Where the same document has the concept by its right name, before this."""

    @property
    def kind(self) -> Kind:
        """The gravest thing to be said: too few allowed renderings for a deprecated one to be a word of its own."""
        if self.deprecated and len(self.allowed) < len(self.occurrences):
            return Kind.DEPRECATED
        if self.others and len(self.allowed) < len(self.occurrences):
            return Kind.OTHER_TERM
        if self.allowed:
            return Kind.ALLOWED
        if self.other_script:
            return Kind.OTHER_SCRIPT
        return Kind.UNTRANSLATED if self.untranslated else Kind.NONE


@dataclass(slots=True)
class Reading:
    """A pair, the terms in it, and their renderings."""

    pair: Pair
    renderings: list[Rendering]
    source_found: Found
    target_found: Found
    spelling: str = "any"
    """The English that the project writes: en-GB, en-US or any."""

    @property
    def passage(self) -> Passage:
        """The two texts, for an issue to show."""
        pair = self.pair
        return Passage(
            unit=pair.name,
            source_language=str(pair.source_language),
            target_language=str(pair.target_language),
            source=pair.source.text,
            target=pair.target.text,
            ignores=tuple(unit_ignores(pair.unit, (pair.source_variant, pair.target_variant))),
            locate=pair.target.locate,
        )

    def issue(  # noqa: PLR0913  an issue has this many sides, and each check states those it knows
        self,
        check: Check,
        severity: Severity,
        message: str,
        *,
        rendering: Rendering | None = None,
        concept: Concept | None = None,
        term: str | None = None,
        source_span: Span | None = None,
        target_span: Span | None = None,
        expected: tuple[str, ...] = (),
        edit: Edit | None = None,
        related: tuple[Related, ...] = (),
    ) -> Issue:
        """Return an issue with this pair, placed at the wrong rendering, else the source term, else the target."""
        target, source = self.pair.target, self.pair.source
        if target_span is not None:
            location = target.locate(target_span)
        elif source_span is not None:
            location = source.locate(source_span)
        else:
            location = target.locate(Span(0, len(target.text)))
        concept = rendering.concept if rendering else concept
        if rendering is not None and rendering.earlier is not None and not rendering.allowed:
            segment, occurrence = rendering.earlier
            related = (*related, Related(segment.locate(occurrence.span), occurrence.form))
        if concept is not None:
            named = concept.allowed(self.pair.source_language) or concept.allowed(self.pair.target_language)
            related = (*related, Related(concept.location, " ".join([concept.id, *(t.text for t in named[:1])])))
        return Issue(
            check=check,
            severity=severity,
            message=message,
            location=location,
            passage=self.passage,
            source_span=source_span,
            target_span=target_span,
            concept=concept.id if concept else None,
            term=rendering.occurrences[0].term.text if rendering else term,
            expected=expected,
            found=target.text[slice(*target_span)] if target_span else None,
            why=concept.note or None if concept else None,
            edit=edit,
            related=related,
        )


class Reader:
    """Reads the pairs of one document after another; matchers are compiled as languages are met."""

    def __init__(self, termbase: Termbase, spelling: str = "any", remedies: Collection[Remedy] = EVERY_REMEDY) -> None:
        self._spelling = spelling
        self._remedies = remedies
        self._in_full: dict[str, tuple[Segment, Occurrence]] = {}
        self._concepts = termbase.concepts
        self._matchers: dict[str, Matcher] = {}
        self._can_be_named: dict[tuple[str, str], bool] = {}

    def matcher(self, language: str) -> Matcher:
        """Return the matcher for that primary language subtag."""
        if language not in self._matchers:
            self._matchers[language] = Matcher(self._concepts, language, self._remedies)
        return self._matchers[language]

    def begin(self) -> None:
        """Forget what the last document has called by its full name."""
        self._in_full.clear()

    def read(self, pair: Pair) -> Reading:
        """Return the terms of the pair's source with their renderings in its target."""
        source, target = pair.source.text, pair.target.text
        sources = self.matcher(pair.source_language.language).find(source)
        targets = self.matcher(pair.target_language.language).find(target)
        # Of a target that is empty or the source over again, A001 and A002 say all there is to say.
        renderings = list[Rendering]()
        if target.strip() not in {"", source.strip()}:
            plain = self._plain(pair, sources, targets) if self._remedies == EVERY_REMEDY else None
            renderings = self._weighed(pair, sources, targets) if plain is None else plain
        return Reading(pair, renderings, sources, targets, self._spelling)

    def _plain(self, pair: Pair, sources: Found, targets: Found) -> list[Rendering] | None:
        """Return the renderings of a pair of which all are plainly allowed, else None."""
        language = pair.target_language

        def can_be_named(concept: Concept) -> bool:
            key = concept.id, language.language
            found = self._can_be_named.get(key)
            if found is None:
                found = self._can_be_named[key] = bool(concept.allowed(language))
            return found

        rendered = plainly_rendered(pair, sources, targets, can_be_named)
        if rendered is None:
            return None
        for concept, _, allowed in rendered:
            self._in_full[concept.id] = pair.target, allowed[0]
        renderings = [Rendering(*of_concept) for of_concept in rendered]
        has_namesakes = any(len(named) > 1 for _, _, named in sources.chosen)
        return _one_of_each_name(renderings) if has_namesakes else renderings

    def _weighed(self, pair: Pair, sources: Found, targets: Found) -> list[Rendering]:
        """Return the renderings of a pair by all the evidence there is."""
        source = pair.source.text
        by_concept: dict[str, Rendering] = {}
        for occurrence in _demanding(sources, targets, self._remedies):
            if occurrence.concept.allowed(pair.target_language):  # without a term there, it asks for nothing
                rendering = by_concept.setdefault(occurrence.concept.id, Rendering(occurrence.concept, []))
                rendering.occurrences.append(occurrence)
        renderings = list(by_concept.values())
        if renderings:
            _assign(renderings, targets, self._remedies)
            _find_others(renderings, sources, targets, fold(source), self._remedies)
            if pair.target_language.language == "zh":
                _part_by_script(renderings, pair)
            self._weigh(renderings, pair)
            renderings = self._meant(renderings, pair)
        return renderings

    def _weigh(self, renderings: list[Rendering], pair: Pair) -> None:
        """Look for weaker evidence where the strongest is lacking, and for what makes a rendering doubtful."""
        source, target, remedies = pair.source.text, pair.target.text, self._remedies
        loose: LooseTarget | None = None
        for rendering in renderings:
            if Remedy.AGENTS in remedies:
                rendering.is_doubtful = all(_names_an_agent(o, source) for o in rendering.occurrences)
            if rendering.kind in {Kind.NONE, Kind.DEPRECATED} and len(target) < _LONGEST_LOOSE:
                loose = loose or LooseTarget(target, pair.target_language, remedies)
                loosely = loose.find(rendering.concept, is_introduced=rendering.concept.id in self._in_full)
                _look_closer(rendering, renderings, pair, loosely, remedies)
            if rendering.allowed:
                self._in_full[rendering.concept.id] = pair.target, rendering.allowed[0]
            elif rendering.concept.id in self._in_full:
                rendering.earlier = self._in_full[rendering.concept.id]
                if Remedy.SHORT_NAMES in remedies:
                    rendering.is_doubtful |= names_in_short(rendering.concept, target, pair.target_language)

    def _meant(self, renderings: list[Rendering], pair: Pair) -> list[Rendering]:
        """Return the renderings of what the source speaks of indeed."""
        if Remedy.NAMESAKES in self._remedies:
            renderings = _one_of_each_name(renderings)
        if Remedy.BORDER_COST in self._remedies:
            renderings = [r for r in renderings if r.allowed or not _is_chance(r, pair)]
        return renderings


def _demanding(sources: Found, targets: Found, remedies: Collection[Remedy]) -> list[Occurrence]:
    """Return the occurrences that ask for a rendering: the longest ones, but for concepts that demand nothing.

    Where a phrase that is soft or off (实施出口管制) is rendered freely, the strict terms in it want their names.
    """
    taken = [o for o in sources.taken if o.term.is_allowed]
    if all(o.concept.check is Enforcement.STRICT for o in taken):
        return taken
    if Remedy.FREE_PHRASES not in remedies:
        return [o for o in taken if o.concept.check is not Enforcement.OFF]
    rendered = {o.concept.id for o in targets.of({o.concept.id for o in taken})}
    kept = {o.span for o in taken if o.concept.check is Enforcement.STRICT or o.concept.id in rendered}
    strict = [o for o in sources.covered if o.term.is_allowed and o.concept.check is Enforcement.STRICT]
    demanding: list[Occurrence] = []
    for occurrence in taken:
        is_kept = occurrence.span in kept  # this concept is rendered, or another of the same name
        inside = [] if is_kept else _apart(o for o in strict if _is_inside(o.span, occurrence.span))
        demanding += inside or [occurrence]
    return [o for o in demanding if o.concept.check is not Enforcement.OFF]


def _assign(renderings: list[Rendering], targets: Found, remedies: Collection[Remedy]) -> None:
    """Give each concept its forms in the target, less those that stand inside a rendering of another."""
    hits: dict[str, list[Occurrence]] = {}
    for occurrence in targets.of({rendering.concept.id for rendering in renderings}):
        hits.setdefault(occurrence.concept.id, []).append(occurrence)
    for rendering in renderings:
        own = hits.get(rendering.concept.id, ())
        rendering.allowed = _apart(o for o in own if o.term.is_allowed)
        rendering.deprecated = _apart(o for o in own if not o.term.is_allowed)
    claims = [(r, o.span) for r in renderings for o in r.allowed] if Remedy.CLAIMED_WORDS in remedies else []
    for rendering in renderings:
        others = [span for claimant, span in claims if claimant is not rendering]
        rendering.allowed = [o for o in rendering.allowed if not any(_is_inside(o.span, s) for s in others)]
        allowed = [*others, *(o.span for o in rendering.allowed)]
        rendering.deprecated = [o for o in rendering.deprecated if not any(s.covers(o.span) for s in allowed)]


def _find_others(
    renderings: list[Rendering], sources: Found, targets: Found, source: str, remedies: Collection[Remedy]
) -> None:
    """Find terms of the target that the source does not ask for, in place of renderings that are lacking.

    Only concepts of one subject field are taken for one another; without fields nothing is said.
    """
    spoken_of = {o.concept.id for o in (*sources.taken, *sources.covered)}
    strangers = [
        o
        for o in targets.taken
        if o.concept.id not in spoken_of and o.term.is_allowed and o.concept.check is not Enforcement.OFF
    ]
    if not strangers:
        return
    taken = [o.span for r in renderings for o in r.allowed]
    if len(strangers) * len(taken) > _MOST_COMPARED:
        return
    for rendering in renderings:
        inside = (
            {o.span: q for o in rendering.allowed for q in strangers if _makes_another(q, o, taken, source)}
            if Remedy.LONGER_NAMES in remedies
            else {}
        )
        if inside:
            rendering.allowed = [o for o in rendering.allowed if o.span not in inside]
            rendering.others = list(inside.values())
        elif (
            Remedy.KIN in remedies
            and len(rendering.allowed) < len(rendering.occurrences)
            and rendering.concept.subject_field
        ):
            rendering.others = [q for q in strangers if _is_kindred(q, rendering.concept, taken)]


def _makes_another(longer: Occurrence, form: Occurrence, taken: list[Span], source: str) -> bool:
    """Return whether `form` is part of a name that says more than the source: "Unreliable Entity List" for 实体清单.

    The longer concept's name holds the other's in both languages, and what it has beyond that stands neither in the
    source nor as the rendering of something else in it.
    """
    if not _is_inside(form.span, longer.span) or not _is_proper(longer.form):
        return False
    rest = [Span(longer.span.start, form.span.start), Span(form.span.end, longer.span.end)]
    if all(part.start == part.end or any(span.meets(part) for span in taken if span != form.span) for part in rest):
        return False
    beyond = [
        wide.replace(narrow, " ").split()
        for wide in _names(longer.concept, longer.term)
        for narrow in _names(form.concept, form.term)
        if narrow in wide
    ]
    return bool(beyond) and not any(part in source for parts in beyond for part in parts)


def _is_proper(form: str) -> bool:
    words = [word for word in form.split() if word.isalpha()]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _names(concept: Concept, other_than: Term) -> list[str]:
    """Return what the concept is called in the languages other than that term's, folded."""
    language = other_than.language.language
    return [fold(term.text) for term in concept.terms if term.is_allowed and term.language.language != language]


def _is_kindred(stranger: Occurrence, concept: Concept, taken: list[Span]) -> bool:
    """Return whether the stranger may have been written for `concept`: same field, a word in common."""
    if stranger.concept.subject_field != concept.subject_field or any(span.meets(stranger.span) for span in taken):
        return False
    words = set(fold(stranger.term.text).split())
    language = stranger.term.language
    return any(words & set(fold(term.text).split()) for term in concept.allowed(language))


def _part_by_script(renderings: list[Rendering], pair: Pair) -> None:
    """Set apart the forms that are not written in the script of the target."""
    script = pair.target_language.script
    if script not in _OTHER_SCRIPT or not any(
        is_foreign(character, script) for r in renderings for o in r.allowed for character in o.form
    ):
        return
    other = _OTHER_SCRIPT[script]
    if foreign_characters(other).isdisjoint(pair.target.text) and not pair.target_language.region:
        return  # nothing in the text confirms the tag: a bare `zh` says little
    for rendering in renderings:
        strange = [any(is_foreign(character, script) for character in o.form) for o in rendering.allowed]
        rendering.other_script += compress(rendering.allowed, strange)
        rendering.allowed = list(compress(rendering.allowed, map(not_, strange)))


def _is_inside(inner: Span, outer: Span) -> bool:
    return outer.covers(inner) and outer != inner


def _apart(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the longest of these occurrences that do not overlap, in order of place."""
    kept: list[Occurrence] = []
    for occurrence in sorted(occurrences, key=lambda o: (o.span.start - o.span.end, o.span.start)):
        if not any(occurrence.span.meets(other.span) for other in kept):
            kept.append(occurrence)
    return sorted(kept, key=lambda o: o.span)


def _look_closer(
    rendering: Rendering,
    renderings: list[Rendering],
    pair: Pair,
    loosely: Iterable[Occurrence],
    remedies: Collection[Remedy],
) -> None:
    """Look for weaker evidence, now that too few allowed forms stand there as they do in the termbase."""
    target, form = pair.target.text, rendering.occurrences[0].form
    if not rendering.allowed:
        claims = [o for other in renderings if other is not rendering for o in other.allowed]
        found = list(loosely)
        inside = [claim for claim in claims for o in found if _is_inside(o.span, claim.span)]
        if not inside:
            rendering.allowed = _apart(found)
        # The words stand there once, for the longer term. Prose often lets them serve both; names of lists do not.
        if Remedy.SHARED_WORDS in remedies:
            rendering.is_doubtful |= bool(inside) and not any(_is_proper(claim.form) for claim in inside)
    if not is_unspaced_language(pair.target_language.language):
        rendering.untranslated = list(_left_standing(form, target))
    if Remedy.LONE_SINGULARS in remedies:
        rendering.is_doubtful |= all(map(_is_lone_singular, rendering.occurrences))


def _left_standing(form: str, target: str) -> Iterator[Span]:
    """Yield where a form of the source stands in the target as it was; a Latin one as words of its own."""
    folded, wanted = fold(target), fold(form)
    at = folded.find(wanted)
    while at >= 0:
        around = folded[max(0, at - 1) : at], folded[at + len(wanted) : at + len(wanted) + 1]
        if not wanted.isascii() or not any(map(str.isalnum, around)):
            yield Span(at, at + len(wanted))
        at = folded.find(wanted, at + len(wanted))


def _is_lone_singular(occurrence: Occurrence) -> bool:
    """Return whether a single English word stands as singular of a term in the plural: securities are not security."""
    text, form = occurrence.term.text, occurrence.form
    return occurrence.term.language.language == "en" and " " not in text and len(form) < len(text) and text[-1] == "s"


def _names_an_agent(occurrence: Occurrence, text: str) -> bool:
    """Return whether a Chinese term goes on to name who does the thing: 磁体制造|商."""
    return occurrence.term.language.language == "zh" and text[occurrence.span.end : occurrence.span.end + 1] in AGENTS


def _is_chance(rendering: Rendering, pair: Pair) -> bool:
    """Return whether a short Chinese term is but two halves of other words everywhere: 国有 in 中国有大量稀土."""
    return pair.source_language.language == "zh" and all(
        1 < len(o.form) <= _SHORT and border_cost(pair.source.text, *o.span) >= _CHANCE for o in rendering.occurrences
    )


def _one_of_each_name(renderings: list[Rendering]) -> list[Rendering]:
    """Return the renderings, but one only for concepts of one name in the same places: the one that has its term.

    Where none has, the concept that demands most speaks for all.
    """
    by_places: dict[tuple[Span, ...], list[Rendering]] = {}
    for rendering in renderings:
        by_places.setdefault(tuple(o.span for o in rendering.occurrences), []).append(rendering)
    return [min(namesakes, key=_last_to_speak) for namesakes in by_places.values()]


def _last_to_speak(rendering: Rendering) -> tuple[bool, bool, bool]:
    concept = rendering.concept
    return (
        rendering.kind is not Kind.ALLOWED,
        concept.check is not Enforcement.STRICT,
        concept.status is not Standing.APPROVED,
    )

"""Card: what one decision is about. Issues that one answer settles are on one card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengming.cli.deciding.carrier import term_of
from zhengming.cli.fixing import is_replaceable
from zhengming.cli.suppression import is_suppressible
from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.language import parse
from zhengming.tmx.checks.deprecated_term import DEPRECATED_TERM
from zhengming.tmx.checks.mixed_renderings import MIXED_RENDERINGS, term_key
from zhengming.tmx.checks.replacement import replacement
from zhengming.tmx.fix import Change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.cli.result import Result
    from zhengming.termbase.concept import Concept
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.survey import Context, Use

__all__ = ["Card", "cards", "one_by_one"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Issues to be decided on together."""

    issues: tuple[Issue, ...]
    changes: tuple[Change, ...] = ()
    """What a fix comes to, in all places; empty where no fix is known."""
    concept: Concept | None = None
    use: Use | None = None
    """How the concept is rendered throughout."""
    texts: frozenset[tuple[str, str]] = frozenset()
    """Path and target text of all that a fix or an edit would change."""

    @property
    def first(self) -> Issue:
        """The issue that speaks for all."""
        return self.issues[0]

    @property
    def is_mixed(self) -> bool:
        """Whether the card is about a concept that is rendered in more than one allowed way."""
        return self.first.check is MIXED_RENDERINGS

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """The different fingerprints."""
        return tuple(dict.fromkeys(issue.fingerprint for issue in self.issues))


def cards(issues: Iterable[Issue], result: Result) -> tuple[Card, ...]:
    """Return the cards, in the order of the issues; what nobody may let stand (a broken file) is on none."""
    together: dict[tuple[str, ...], list[Issue]] = {}
    for issue in filter(is_suppressible, issues):
        together.setdefault(_key(issue, _concept(issue, result)), []).append(issue)
    return tuple(_card(tuple(same), result) for same in together.values())


def one_by_one(card: Card, result: Result) -> tuple[Card, ...]:
    """Return a card for each fingerprint on this one."""
    return tuple(
        _card(tuple(issue for issue in card.issues if issue.fingerprint == name), result) for name in card.fingerprints
    )


def _concept(issue: Issue, result: Result) -> Concept | None:
    return result.termbase.get(issue.concept) if issue.concept else None


def _key(issue: Issue, concept: Concept | None) -> tuple[str, ...]:
    """Return what issues have in common that one answer settles: the deprecated term, else the fingerprint."""
    if issue.check is DEPRECATED_TERM and concept and issue.found and issue.passage:
        language = issue.passage.target_language
        tag = parse(language)
        if tag is not None:
            term = term_of(issue.found, concept, tag, AdministrativeStatus.DEPRECATED)
            return issue.check.code, concept.id, language, term.text
    return (issue.fingerprint,)


def _card(issues: tuple[Issue, ...], result: Result) -> Card:
    first, concept = issues[0], _concept(issues[0], result)
    language = first.passage.target_language if first.passage else ""
    use = result.survey.uses.get((concept.id, language)) if result.survey and concept else None
    texts = {(issue.location.path, issue.passage.target) for issue in issues if issue.passage}
    if first.check is MIXED_RENDERINGS and concept and use:
        places = _minority(first, concept, use)
        texts |= {(place.location.path, place.target) for place in places}
        changes = _unified(places, first, concept)
    else:
        found = [_change(issue) for issue in issues]
        changes = [change for change in found if change is not None]
        changes = changes if len(changes) == len(found) else []
    return Card(issues=issues, changes=tuple(changes), concept=concept, use=use, texts=frozenset(texts))


def _change(issue: Issue) -> Change | None:
    """Return the replacement proposed, or the other translation of the whole segment."""
    if issue.passage is None or not issue.found:
        return None
    if issue.edit is not None and is_replaceable(issue):
        return Change(issue.location, issue.found, issue.edit.replacement)
    if issue.target_span == (0, len(issue.passage.target)) and issue.expected and issue.edit is None:
        return Change(issue.location, issue.found, issue.expected[0])
    return None


def _minority(issue: Issue, concept: Concept, use: Use) -> list[Context]:
    """Return all places of the rendering that is the rarer one."""
    wanted = _term_key(issue.found or "", issue, concept)
    return [
        place
        for place in use.contexts
        if place.occurrence is not None
        and use.status[place.rendering] == "allowed"
        and term_key(place.occurrence.term.text, place.occurrence.term.language.language) == wanted
    ]


def _unified(places: list[Context], issue: Issue, concept: Concept) -> list[Change]:
    """Return the changes that write the usual term in these places, in the number of the one that stands there."""
    tag = parse(issue.passage.target_language) if issue.passage else None
    if tag is None:
        return []
    usual = term_of(issue.expected[0], concept, tag, AdministrativeStatus.ADMITTED).text
    return [
        Change(place.location, place.occurrence.form, replacement(place.occurrence, usual, place.target).text)
        for place in places
        if place.occurrence is not None
    ]


def _term_key(words: str, issue: Issue, concept: Concept) -> str:
    tag = parse(issue.passage.target_language) if issue.passage else None
    if tag is None:
        return ""
    return term_key(term_of(words, concept, tag, AdministrativeStatus.ADMITTED).text, tag.language)

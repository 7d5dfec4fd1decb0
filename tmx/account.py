"""Account: what an issue, or an accepted rendering, rests on: the form that stood there, how it matched, what else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.concept import Enforcement, Standing
from zhengming.termbase.text.forms import surface_forms
from zhengming.termbase.text.normal import fold, fold_characters
from zhengming.tmx.quantity import quantities
from zhengming.tmx.quantity.wording import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.match import Occurrence
    from zhengming.tmx.render import Reading, Rendering

__all__ = ["Point", "account", "manner", "of_concept"]


class Point(NamedTuple):
    """One thing that was seen or weighed."""

    label: str
    text: str


def account(issue: Issue, reading: Reading) -> Iterator[Point]:
    """Yield what the issue rests on in that reading of its pair."""
    if issue.check.code[0] == "N":
        yield from _of_numbers(reading)
    elif issue.concept is not None:
        yield from of_concept(issue.concept, reading)
    for related in issue.related:
        yield Point("see", f"{related.location} {related.text}")


def of_concept(concept_id: str, reading: Reading) -> Iterator[Point]:
    """Yield what the source says of a concept and what the target has for it."""
    rendering = next((r for r in reading.renderings if r.concept.id == concept_id), None)
    if rendering is None:
        yield from _unasked(concept_id, reading)
        return
    for occurrence in rendering.occurrences:
        yield Point("source", f"{_quoted(occurrence)} {manner(occurrence)}")
    yield from _found(rendering, reading)
    if rendering.earlier is not None:
        segment, occurrence = rendering.earlier
        yield Point("before", f"{_quoted(occurrence)} stands at {segment.locate(occurrence.span)} in this document")
    if rendering.is_doubtful:
        yield Point(
            "doubt", "the source may not mean the concept, or the target names it in short: one step less grave"
        )
    yield from _standing(rendering.concept)


def _unasked(concept_id: str, reading: Reading) -> Iterator[Point]:
    """Yield why a concept that stands in the source wants no rendering there."""
    for occurrence in (o for o in reading.source_found.covered if o.concept.id == concept_id):
        longer = next((o for o in reading.source_found.taken if o.span.meets(occurrence.span)), None)
        if longer is None:
            yield Point("source", f"{_quoted(occurrence)} is part of a longer word")
        else:
            where = "within" if longer.span.covers(occurrence.span) else "across the border of"
            yield Point("source", f"{_quoted(occurrence)} stands {where} {_quoted(longer)} ({longer.concept.id})")
    for occurrence in (o for o in reading.source_found.taken if o.concept.id == concept_id):
        yield Point("source", f"{_quoted(occurrence)} {manner(occurrence)}, but it asks for nothing here")


def _found(rendering: Rendering, reading: Reading) -> Iterator[Point]:
    for occurrence in rendering.allowed:
        yield Point("allowed", f"{_quoted(occurrence)} {manner(occurrence)}")
    if not rendering.allowed:
        language = reading.pair.target_language
        wanted = ", ".join(f"“{term.text}”" for term in rendering.concept.allowed(language)[:5])
        yield Point("allowed", f"none found; looked for {wanted} and their forms")
    for occurrence in rendering.deprecated:
        yield Point("deprecated", f"{_quoted(occurrence)} {manner(occurrence)}")
    for occurrence in rendering.others:
        concept = occurrence.concept
        name = concept.name(reading.pair.source_language)
        yield Point("other term", f"{_quoted(occurrence)} is {name} ({concept.id}), which the source does not speak of")
    for occurrence in rendering.other_script:
        yield Point("script", f"{_quoted(occurrence)} is in the other Chinese script")
    for span in rendering.untranslated:
        yield Point("left", f"“{reading.pair.target.text[slice(*span)]}” stands in the target as it is in the source")


def _standing(concept: Concept) -> Iterator[Point]:
    if concept.status is Standing.PROPOSED:
        yield Point("concept", f"{concept.id} is proposed: no more than minor")
    if concept.check is Enforcement.SOFT:
        yield Point("concept", f"{concept.id} is soft: a note")


def _of_numbers(reading: Reading) -> Iterator[Point]:
    """Yield each quantity of the two texts with its value."""
    pair = reading.pair
    sides = (("source", pair.source.text, pair.source_language), ("target", pair.target.text, pair.target_language))
    for label, text, language in sides:
        for quantity in quantities(text, language.language) or ():
            value = written(quantity, "en")
            sure = "" if quantity.is_firm else "; its absence alone would mean nothing"
            yield Point(label, f"“{text[slice(*quantity.span)]}” is {value} ({quantity.kind.value}){sure}")


def manner(occurrence: Occurrence) -> str:
    """Return how a form stands for its term, in a few words."""
    term, form = occurrence.term, occurrence.form
    if form == term.text:
        return "as in the termbase"
    ways = (
        (fold_characters(form) == fold_characters(term.text), "other letters or hyphens"),
        (fold(form) == fold(term.text), "the other Chinese script"),
        (fold(form) in _forms(occurrence), "inflected or spelled otherwise"),
        ("".join(fold(form).split()) == "".join(fold(term.text).split()), "spaces lost or put in"),
        (form[:-1].isupper(), "its initials"),
        (True, "turned round, parted or derived"),
    )
    return f"for “{term.text}”: {next(way for holds, way in ways if holds)}"


def _forms(occurrence: Occurrence) -> set[str]:
    term = occurrence.term
    return surface_forms(term.text, term.language.language, occurrence.concept.part_of_speech)


def _quoted(occurrence: Occurrence) -> str:
    return f"“{occurrence.form}”"

"""What the term checks say alike: the forms expected, how grave a miss is, how a form is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Severity
from zhengming.termbase.concept import Enforcement, Standing
from zhengming.termbase.language import agree
from zhengming.termbase.text.convert import convert
from zhengming.tmx.render import Kind

if TYPE_CHECKING:
    from zhengming.termbase.concept import Concept
    from zhengming.tmx.render import Reading, Rendering

__all__ = ["expected_forms", "is_protected", "lacks_a_term", "quoted", "restrained", "weighed"]


def lacks_a_term(reading: Reading) -> bool:
    """Return whether a concept of the pair has another rendering than an allowed one, or none."""
    return any(rendering.kind is not Kind.ALLOWED for rendering in reading.renderings)


def expected_forms(concept: Concept, reading: Reading) -> tuple[str, ...]:
    """Return what may be written, best first, in the script of the target."""
    language = reading.pair.target_language
    forms = (
        term.text if agree(language, term.language) else convert(term.text, language)
        for term in concept.allowed(language)
    )
    return tuple(dict.fromkeys(forms))


def quoted(expected: tuple[str, ...]) -> str:
    """Return the first of the expected forms in quotation marks."""
    return f"“{expected[0]}”" if expected else "another term"


def restrained(severity: Severity, concept: Concept) -> Severity:
    """Return what a fault in a concept may weigh: a soft one is a note, one nobody has approved is minor."""
    if concept.check is Enforcement.SOFT:
        return Severity.NEUTRAL
    return min(severity, Severity.MINOR) if concept.status is Standing.PROPOSED else severity


def weighed(severity: Severity, rendering: Rendering) -> Severity:
    """Return what a fault in a rendering weighs: one step less if the source may not mean the concept at all."""
    weight = restrained(severity, rendering.concept)
    return Severity(max(weight - 1, Severity.NEUTRAL)) if rendering.is_doubtful else weight


def is_protected(rendering: Rendering, reading: Reading) -> bool:
    """Return whether the concept is called the same in both languages, so that its name is no matter of translation."""
    allowed = {term.text for term in rendering.concept.allowed(reading.pair.target_language)}
    return all(occurrence.term.text in allowed for occurrence in rendering.occurrences)

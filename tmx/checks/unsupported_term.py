"""T007: an approved term in the target of which the source says nothing: put in by mistake, or left from a copy."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.concept import Enforcement, Standing
from zhengming.termbase.text.lemma import lemma_sets
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.termbase.text.words import tokens
from zhengming.tmx.checks.kind import PairCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.match import Occurrence
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "UNSUPPORTED_TERM"]

UNSUPPORTED_TERM = Check(
    code="T007", name="unsupported-term", mqm="addition", its="addition", severity=Severity.MINOR, opt_in=True
)
#: Shorter Chinese terms and single words are words of the language too.
_SHORTEST_HAN = 3
#: Of words that join and link nothing follows.
_SHORTEST_WORD = 4


def _examine(reading: Reading) -> Iterator[Issue]:
    spoken_of = {o.concept.id for o in (*reading.source_found.taken, *reading.source_found.covered)}
    claimed = [o.span for r in reading.renderings for o in (*r.allowed, *r.deprecated, *r.others, *r.other_script)]
    for occurrence in reading.target_found.taken:
        concept = occurrence.concept
        is_vetted = concept.status is Standing.APPROVED and concept.check is Enforcement.STRICT
        if (
            is_vetted
            and occurrence.term.is_allowed
            and concept.id not in spoken_of
            and not any(span.meets(occurrence.span) for span in claimed)
            and _is_special(occurrence)
            and not _is_hinted_at(occurrence, reading)
        ):
            name = concept.name(reading.pair.source_language)
            yield reading.issue(
                UNSUPPORTED_TERM,
                UNSUPPORTED_TERM.severity,
                f"“{occurrence.form}” stands for {name}, and the source has nothing of it",
                concept=concept,
                term=name,
                target_span=occurrence.span,
            )


def _is_special(occurrence: Occurrence) -> bool:
    """Return whether the form is hardly a word of ordinary speech."""
    language = occurrence.term.language.language
    if is_unspaced_language(language):
        return len(occurrence.form) >= _SHORTEST_HAN
    return len(list(tokens(occurrence.form, language))) > 1 or "case" in occurrence.term.labels


def _is_hinted_at(occurrence: Occurrence, reading: Reading) -> bool:
    """Return whether the source has a part of any name of the concept, or the concept has no name there at all."""
    language = reading.pair.source_language.language
    names = [term.text for term in occurrence.concept.terms if term.language.language == language]
    source = fold(reading.pair.source.text)
    if not names or fold(occurrence.form) in source:
        return True
    if is_unspaced_language(language):
        return any(fold(one + other) in source for name in names for one, other in pairwise(name))
    spoken = {
        lemma for token in tokens(reading.pair.source.text, language) for lemma in lemma_sets(token.text, language)
    }
    words = [token.text for name in names for token in tokens(name, language) if len(token.text) >= _SHORTEST_WORD]
    return any(not spoken.isdisjoint(lemma_sets(word, language)) for word in words)


CHECK = PairCheck(UNSUPPORTED_TERM, _examine)

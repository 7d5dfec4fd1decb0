"""T005: an allowed term in the wrong letters: a name without its capitals, or the spelling of the other English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.concept import Standing
from zhengming.termbase.issue import Edit
from zhengming.termbase.text.spelling import respelled
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.wording import restrained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.match import Occurrence
    from zhengming.tmx.render import Reading, Rendering

__all__ = ["CHECK", "TERM_SPELLING"]

TERM_SPELLING = Check(code="T005", name="term-spelling", mqm="spelling", its="misspelling", severity=Severity.MINOR)
_WORD = re.compile(r"[^\W\d_]+")
#: Words of a name that are written small.
_SMALL = frozenset("a an and at by for from in of on or the to with de la et und von".split())
#: One capital may be that of a sentence; two are a name.
_FEWEST_CAPITALS = 2


def _examine(reading: Reading) -> Iterator[Issue]:
    for rendering in reading.renderings:
        for allowed in rendering.allowed:
            term = allowed.term.text
            # Nearly all are written as the termbase has them, or are no names.
            right = allowed.form if allowed.form == term or term.islower() else _capitalised(allowed, rendering)
            if reading.pair.target_language.language == "en":
                right = respelled(right, reading.spelling)
            if right != allowed.form:
                yield _issue(reading, rendering, allowed, right)


def _issue(reading: Reading, rendering: Rendering, written: Occurrence, right: str) -> Issue:
    is_sure = not rendering.is_doubtful and rendering.concept.status is Standing.APPROVED
    return reading.issue(
        TERM_SPELLING,
        restrained(TERM_SPELLING.severity, rendering.concept),
        f"{rendering.occurrences[0].form}: “{written.form}” is spelled “{right}”",
        rendering=rendering,
        source_span=rendering.occurrences[0].span,
        target_span=written.span,
        expected=(right,),
        edit=Edit(written.span, right, safe=is_sure),
    )


def _capitalised(written: Occurrence, rendering: Rendering) -> str:
    """Return the form with the capitals of the name that the term is; as it is if any term has it so.

    A form in capitals throughout is a heading's. Words are compared one by one, so that inflection does not matter.
    """
    term = written.term
    words, wanted = _WORD.findall(written.form), _WORD.findall(term.text)
    if written.form.isupper() or not _is_name(wanted, is_labelled="case" in term.labels) or len(words) != len(wanted):
        return written.form
    allowed = (other for other in rendering.concept.terms if other.is_allowed and other.language == term.language)
    if any(written.form == other.text or (other.text.islower() and _is_alike(words, other.text)) for other in allowed):
        return written.form
    capitals = map(_with_capitals, words, wanted)
    return _WORD.sub(lambda _: next(capitals), written.form)


def _is_name(words: list[str], *, is_labelled: bool) -> bool:
    """Return whether the words are the name of one thing: each has its capital, and there are two of them or more."""
    capitals = sum(word[0].isupper() for word in words)
    return (is_labelled and capitals > 0) or (
        capitals >= _FEWEST_CAPITALS and all(word[0].isupper() or word in _SMALL for word in words)
    )


def _is_alike(words: list[str], other: str) -> bool:
    return [word.lower() for word in words] == _WORD.findall(other.lower())


def _with_capitals(word: str, wanted: str) -> str:
    """Return a word with the capitals that another form of it has, as far as both go together."""
    if word.lower()[:1] != wanted.lower()[:1]:
        return word
    if word.lower() == wanted.lower():
        return wanted if word.islower() or wanted[1:] != wanted[1:].lower() else word
    return wanted[0] + word[1:] if wanted[0].isupper() else word


CHECK = PairCheck(TERM_SPELLING, _examine)

"""G005: cells that cannot be read (the readers of tables report those), or hold what no cell should."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from zhengming.termbase.check import Severity
from zhengming.termbase.checks.kind import TermbaseCheck, about
from zhengming.termbase.faults import MALFORMED_CELL
from zhengming.termbase.ids import order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Concept, Termbase
    from zhengming.termbase.issue import Issue

__all__ = ["CHECK"]

#: Controls, formats (bidi among them), private use, unassigned, surrogates.
_UNSHOWN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})
#: A definition may run over several lines (a term not: the reader has made spaces of line ends); Persian and the
#: Indic scripts need the joiners.
_HARMLESS = frozenset("\t\n\r\u200c\u200d")
_PROSE = ("subject_field", "part_of_speech", "definition", "note", "source", "confidence")


def _examine(termbase: Termbase) -> Iterator[Issue]:
    for concept in termbase:
        yield from _unshown(concept)
        yield from _repeated(concept)
    yield from _unsorted(termbase)


def _unshown(concept: Concept) -> Iterator[Issue]:
    texts = [(name, getattr(concept, name)) for name in ("id", *_PROSE)]
    texts += [(str(term.language), term.text) for term in concept.terms]
    for name, text in texts:
        if text.isprintable():
            continue
        for character in dict.fromkeys(text):
            if character not in _HARMLESS and unicodedata.category(character) in _UNSHOWN:
                message = f"{name}: an invisible character (U+{ord(character):04X}) in “{_around(text, character)}”"
                yield about(concept, MALFORMED_CELL, f"{message}; delete it")


def _around(text: str, character: str) -> str:
    """Return the text as it looks, so that the issue itself can be printed."""
    return text.replace(character, "").strip()


def _repeated(concept: Concept) -> Iterator[Issue]:
    """Yield an issue for each term listed twice as it is; other inflections and spellings of a term may be, too."""
    listed = Counter((str(term.language), term.text, term.is_allowed) for term in concept.terms)
    for (language, text, _), times in listed.items():
        if times > 1:
            message = f"{language}: “{text}” is listed {times} times; once is enough"
            yield about(concept, MALFORMED_CELL, message, severity=Severity.MINOR)


def _unsorted(termbase: Termbase) -> Iterator[Issue]:
    """Yield one issue for each file whose rows are out of order: two people's additions then meet in one place."""
    last: dict[str, Concept] = {}
    told: set[str] = set()
    for concept in termbase:
        path = concept.location.path
        before = last.get(path)
        if before is not None and path not in told and order(concept.id) < order(before.id):
            told.add(path)
            message = f"{concept.id} stands after {before.id}; sort the rows by id, so that changes are easy to compare"
            yield about(concept, MALFORMED_CELL, message, severity=Severity.MINOR, beside=before)
        last[path] = concept


CHECK = TermbaseCheck(MALFORMED_CELL, _examine)

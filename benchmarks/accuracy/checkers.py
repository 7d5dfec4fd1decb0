"""What is measured: zhengming, with or without a remedy, and the algorithms of others, all saying issues alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.others import OTHERS, entries, misses
from zhengming.termbase.check import Severity
from zhengming.termbase.concept import Enforcement
from zhengming.termbase.match import Found
from zhengming.termbase.position import Span
from zhengming.termbase.remedy import EVERY_REMEDY, Remedy
from zhengming.tmx.checks.deprecated_term import DEPRECATED_TERM
from zhengming.tmx.checks.missing_term import MISSING_TERM
from zhengming.tmx.render import Reading
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from benchmarks.accuracy.others import Entry, Miss
    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.document import Document

__all__ = ["OURS", "Checker", "checkers"]

OURS = "zhengming"


class Checker(NamedTuple):
    """One of them, by name; `without` is the remedy that it does without."""

    name: str
    without: Remedy | None = None

    def issues(self, documents: Iterable[Document], termbase: Termbase, codes: Collection[str]) -> Iterator[Issue]:
        """Yield what it says of the documents. Others know no checks but T001 and T002."""
        if self.name == OURS:
            remedies = EVERY_REMEDY - {self.without}
            return review(documents, termbase, codes, remedies=remedies)
        return _said_by(self.name, documents, termbase, codes)


def checkers() -> list[Checker]:
    """Return zhengming and the others, in the order of the tables."""
    return [Checker(OURS), *map(Checker, OTHERS)]


def _said_by(name: str, documents: Iterable[Document], termbase: Termbase, codes: Collection[str]) -> Iterator[Issue]:
    listed: dict[tuple[str, str], list[Entry]] = {}
    for document in documents:
        for pair in document.pairs(lambda _: None):
            key = pair.source_language.language, pair.target_language.language
            if key not in listed:
                listed[key] = entries(termbase, pair.source_language, pair.target_language)
            texts = (pair.source.text, pair.source_language), (pair.target.text, pair.target_language)
            for miss in misses(name, *texts, listed[key]):
                issue = _issue(Reading(pair, [], Found(), Found()), miss)
                if issue.check.code in codes:
                    yield issue


def _issue(reading: Reading, miss: Miss) -> Issue:
    concept = miss.entry.concept
    return reading.issue(
        MISSING_TERM if miss.found is None else DEPRECATED_TERM,
        Severity.MINOR if concept.check is Enforcement.SOFT else Severity.MAJOR,
        f"{miss.term}: expected “{miss.entry.allowed[0]}”",
        concept=concept,
        term=miss.term,
        source_span=_span(miss.term, reading.pair.source.text),
        target_span=_span(miss.found, reading.pair.target.text) if miss.found else None,
        expected=miss.entry.allowed,
    )


def _span(words: str, text: str) -> Span | None:
    at = text.lower().find(words.lower())
    return Span(at, at + len(words)) if at >= 0 else None

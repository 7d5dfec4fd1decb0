"""Our own pairs of sentences: correct ones with what misleads a checker, and ones with a planted error.

`pairs.tsv` has, for each pair, the two texts, the source words that are rendered wrongly, the wrong words, and what
kind of pair it is. They were labelled as they were written, before any checker saw them.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.corpora import ROOT, document
from zhengming.termbase.check import Severity
from zhengming.termbase.formats import table

if TYPE_CHECKING:
    from collections.abc import Collection

    from benchmarks.accuracy.checkers import Checker
    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue

__all__ = ["Outcome", "OwnPair", "codes", "glossary", "outcome", "own_pairs"]

_PATH = Path(__file__).with_name("pairs.tsv")


class OwnPair(NamedTuple):
    """A pair of sentences; the source words rendered wrongly and the words that render them, "" if all is right."""

    source: str
    target: str
    term: str
    wrong: str
    kind: str

    @property
    def languages(self) -> tuple[str, str]:
        """From which language into which: that of the source shows in its first character."""
        return ("en", "zh-CN") if self.source[0].isascii() and self.kind.startswith("en") else ("zh-CN", "en")


class Outcome(NamedTuple):
    """What a checker said of the pairs: those with an error that it found, and the correct ones that it took for wrong.

    `right` and `wrong` count the issues of each check that are on an error, and those that are on none.
    """

    found: list[OwnPair]
    missed: list[OwnPair]
    alarmed: list[tuple[OwnPair, list[Issue]]]
    silent: list[OwnPair]
    right: Counter[str]
    wrong: Counter[str]


@cache
def own_pairs() -> tuple[OwnPair, ...]:
    """Return the pairs."""
    with _PATH.open(encoding="utf-8", newline="") as stream:
        return tuple(OwnPair(**row) for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def glossary() -> Termbase:
    """Return the project's glossary."""
    return table.read((ROOT / "glossary.csv").read_bytes(), "glossary.csv", lambda _: None)


def codes() -> list[str]:
    """Return the checks that look at one pair and may find such errors."""
    return ["T001", "T002", "T003", "T004", *(f"N00{number}" for number in range(1, 8))]


def outcome(checker: Checker, least: Severity = Severity.MINOR, selected: Collection[str] | None = None) -> Outcome:
    """Return what the checker makes of the pairs; issues below `least` do not count."""
    pairs = own_pairs()
    documents = [
        document(f"{number}.tmx", pair.languages, [(pair.source, pair.target)]) for number, pair in enumerate(pairs)
    ]
    said: defaultdict[int, list[Issue]] = defaultdict(list)
    for issue in checker.issues(documents, glossary(), selected or codes()):
        if issue.severity >= least:
            said[int(issue.location.path.removesuffix(".tmx"))].append(issue)
    result = Outcome([], [], [], [], Counter(), Counter())
    for number, pair in enumerate(pairs):
        _judge(pair, said[number], result)
    return result


def _judge(pair: OwnPair, said: list[Issue], result: Outcome) -> None:
    on_it = [issue for issue in said if pair.term and _is_on(issue, pair)]
    if pair.term:
        (result.found if on_it else result.missed).append(pair)
    elif said:
        result.alarmed.append((pair, said))
    else:
        result.silent.append(pair)
    for issue in said:
        (result.right if issue in on_it else result.wrong)[issue.check.code] += 1


def _is_on(issue: Issue, pair: OwnPair) -> bool:
    """Return whether an issue speaks of the error: names its source words, or underlines the wrong ones."""
    named = [issue.term, pair.source[slice(*issue.source_span)] if issue.source_span else None]
    return any(_meet(word, pair.term) for word in named) or _meet(issue.found, pair.wrong)


def _meet(one: str | None, other: str) -> bool:
    return one is not None and one != "" and (one.casefold() in other.casefold() or other.casefold() in one.casefold())

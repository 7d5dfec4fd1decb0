"""The columns of a termbase table: which there are, and how a cell holds several terms with their labels."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.concept import AdministrativeStatus, Term
from zhengming.termbase.language import Tag, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["ATTRIBUTES", "BAR", "LABELS", "Column", "cell_of", "column", "nearest", "terms_in"]

BAR = " | "
#: Columns that are not a language's, in the order they are written after and before the languages.
ATTRIBUTES = ("id", "subject_field", "part_of_speech", "status", "check", "definition", "note", "source", "confidence")
#: Labels that a check goes by; others inform people.
LABELS = frozenset({"case", "soft", "unseen"})
_STATUS = {
    "": AdministrativeStatus.PREFERRED,
    "admitted": AdministrativeStatus.ADMITTED,
    "deprecated": AdministrativeStatus.DEPRECATED,
}
_VALUE = re.compile(r"(?P<text>[^{}]*?)\s*(?:\{(?P<labels>[^{}]*)\})?")


class Column(NamedTuple):
    """A column of terms: whose language they are, and how they stand."""

    language: Tag
    status: AdministrativeStatus


def column(header: str) -> Column | None:
    """Return what terms a column of that name holds ("zh-Hans", "en:deprecated"), or None if it holds none."""
    name, _, status = header.partition(":")
    if name in ATTRIBUTES or status not in _STATUS:
        return None
    language = parse(name)
    return language and Column(language, _STATUS[status])


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that `name` is probably a slip for, or None."""
    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.75)), None)


def terms_in(cell: str, of: Column) -> Iterator[Term | str]:
    """Yield the terms of a cell; in place of one that cannot be read, a text that says what is wrong with it."""
    status = of.status
    for value in cell.split("|"):
        match = _VALUE.fullmatch(value.strip())
        if match is None:
            yield f"“{value.strip()}”: braces hold labels at the end of a term, as in “licence {{GB}}”"
        elif not match["text"]:
            yield "an empty value beside a “|”; leave the bar out"
        else:
            labels = frozenset(filter(None, (label.strip() for label in (match["labels"] or "").split(","))))
            for label in labels - LABELS:
                if guess := nearest(label.lower(), LABELS):
                    yield f"unknown label “{label}” of “{match['text']}”; did you mean “{guess}”?"
            yield Term(" ".join(match["text"].split()), of.language, status, labels)
            if status is AdministrativeStatus.PREFERRED:  # one is preferred; what follows it may be written too
                status = AdministrativeStatus.ADMITTED


def cell_of(terms: Iterable[Term]) -> str:
    """Return the cell that holds these terms."""
    return BAR.join(f"{t.text} {{{', '.join(sorted(t.labels))}}}" if t.labels else t.text for t in terms)

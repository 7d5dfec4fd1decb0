"""The columns of a termbase table: which there are, and how a cell holds several terms with their labels."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.concept import AdministrativeStatus, Term
from zhengming.termbase.language import COMMON, Tag, is_registered, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["ATTRIBUTES", "BAR", "LABELS", "Column", "cell_of", "column", "columns", "nearest", "terms_in"]

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
_TWO_LETTERS = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
_THREE_LETTERS = re.compile(r"[a-z]{3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?")
#: Languages without a two-letter code that termbases are kept in. Of 7,000 others many are words: key, pos, see, url.
_UNMISTAKABLE = frozenset("ast ckb csb dsb fil fur gan hak hsb hsn nan nds prs scn szl wuu yue".split())
_SPOKEN = frozenset(tag.partition("-")[0] for tag in COMMON)


class Column(NamedTuple):
    """A column of terms: whose language they are, and how they stand."""

    language: Tag
    status: AdministrativeStatus


def column(header: str) -> Column | None:
    """Return what terms a column of that name holds ("zh-Hans", "en:deprecated"), or None if it holds none."""
    return columns([header]).get(0)


def columns(headers: Iterable[str]) -> dict[int, Column]:
    """Return which columns of a table hold terms.

    Nearly every word of two or three letters is some language's code, so a code must be written as BCP 47 writes it,
    and one of three letters is taken for a language only if it is well known or the table has statuses of it.
    """
    named = [header.partition(":") for header in headers]
    with_status = {name for name, _, status in named if status in _STATUS and status}
    found: dict[int, Column] = {}
    for index, (name, colon, status) in enumerate(named):
        if status in _STATUS and bool(status) == bool(colon) and (tag := _language(name, name in with_status)):
            found[index] = Column(tag, _STATUS[status])
    return found


def _language(name: str, has_statuses: bool) -> Tag | None:  # noqa: FBT001  a sign, no mode
    if name in ATTRIBUTES:
        return None
    if name in COMMON:
        return parse(name)
    if _TWO_LETTERS.fullmatch(name):
        tag = parse(name)
        # A slip in the script of zh-Hnas is to be told; no-show and to-date are words.
        return tag if tag and (tag.language in _SPOKEN or is_registered(tag)) else None
    if _THREE_LETTERS.fullmatch(name) and (has_statuses or "-" in name or name in _UNMISTAKABLE):
        tag = parse(name)
        return tag if tag and tag.language == name[:3] and is_registered(tag) else None  # eng is a slip for en
    return None


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that `name` is probably a slip for, or None."""
    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.75)), None)


def terms_in(cell: str, of: Column) -> Iterator[Term | str]:
    """Yield the terms of a cell; in place of one that cannot be read, a text that says what is wrong with it."""
    status = of.status
    for value in map(str.strip, cell.split("|")):
        parts = _parts(value)
        if parts is None:
            yield f"“{value}”: braces hold labels at the end of a term, as in “licence {{GB}}”"
        elif not parts.text:
            yield "an empty value beside a “|”; leave the bar out"
        else:
            for label in sorted(parts.labels - LABELS) if parts.labels else ():
                if guess := nearest(label.lower(), LABELS):
                    yield f"unknown label “{label}” of “{parts.text}”; did you mean “{guess}”?"
            yield Term(parts.text, of.language, status, parts.labels)
            if status is AdministrativeStatus.PREFERRED:  # one is preferred; what follows it may be written too
                status = AdministrativeStatus.ADMITTED


class _Parts(NamedTuple):
    text: str
    labels: frozenset[str]


_NO_LABELS = frozenset[str]()


def _parts(value: str) -> _Parts | None:
    """Return the text of a value and the labels in braces at its end; None if there are braces elsewhere."""
    if "{" not in value and "}" not in value:
        return _Parts(" ".join(value.split()), _NO_LABELS)
    text, brace, rest = value.partition("{")
    inside = rest.removesuffix("}")
    if "}" in text or (brace and inside == rest) or not {"{", "}"}.isdisjoint(inside):
        return None
    labels = frozenset(filter(None, (label.strip() for label in inside.split(","))))
    return _Parts(" ".join(text.split()), labels)


def cell_of(terms: Iterable[Term]) -> str:
    """Return the cell that holds these terms."""
    return BAR.join(f"{t.text} {{{', '.join(sorted(t.labels))}}}" if t.labels else t.text for t in terms)

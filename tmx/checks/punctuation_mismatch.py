"""L005: a target that ends otherwise than its source, or leaves open a bracket that the source closes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.position import Span
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.tmx.checks.kind import PairCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "PUNCTUATION_MISMATCH"]

PUNCTUATION_MISMATCH = Check(
    code="L005", name="punctuation-mismatch", mqm="punctuation", its="typographical", severity=Severity.NEUTRAL
)
#: What may follow the mark that ends a sentence: quotation marks, brackets, references.
_TAIL = re.compile("[\\s”’\"'」』）)\\]】》⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]+$")
_ENDS = {"。": "full stop", ".": "full stop", "．": "full stop", "？": "question mark", "?": "question mark"}
#: A point that ends a word and perhaps no sentence.
_ABBREVIATION = re.compile(r"(?:\b(?:etc|Inc|Ltd|Co|Corp|No|al|Jr|Sr|[A-Za-z])|\d|\.)\.$")
_QUESTION = frozenset("？?")
_WANTED = {"full stop": ("。", "."), "question mark": ("？", "?")}
_CLOSING = frozenset("）)]】")
_BRACKETS = ("（(", "）)"), ("［[", "］]"), ("“", "”")
#: a) and 1) close what nothing opens.
_ENUMERATOR = re.compile(r"(?<![\w(（])\w{1,4}[)）]")


def _examine(reading: Reading) -> Iterator[Issue]:
    source, target = reading.pair.source.text, reading.pair.target.text
    if source and target and not target.isspace():
        yield from _ending(source, target, reading)
        yield from _open(source, target, reading)


def _ending(source: str, target: str, reading: Reading) -> Iterator[Issue]:
    wanted, found = _end(source), _end(target)
    if wanted == found or "other" in (wanted, found):
        return
    if wanted == "question mark" and not _QUESTION.isdisjoint(target):
        return  # the question is there, with something after it
    last = len(target.rstrip())
    if wanted == "word":
        message = f"the target ends with a {found}, the source with none"
        expected = ""
    else:
        mark = _WANTED[wanted][not is_unspaced_language(reading.pair.target_language.language)]
        message = f"the source ends with a {wanted}; write “{mark}”"
        expected = mark
    yield _issue(reading, message, Span(last - 1, last), expected)


def _end(text: str) -> str:
    """Return the mark that ends the text; "word" for none, "other" for what is free, such as colons and dots."""
    bare = _TAIL.sub("", text)
    if bare[-1:].isalnum():
        return "word"
    is_inside = not _CLOSING.isdisjoint(text[len(bare) :])  # (a remark in brackets, etc.)
    return "other" if is_inside or _ABBREVIATION.search(bare) else _ENDS.get(bare[-1:], "other")


def _open(source: str, target: str, reading: Reading) -> Iterator[Issue]:
    is_part = source.count('"') % 2 == 1  # of a quotation that goes on in other segments
    for opening, closing in _BRACKETS[: 2 if is_part else 3]:
        place = _unmatched(target, opening, closing)
        if place is not None and _unmatched(source, opening, closing) is None:
            what = "opens nothing that is closed" if target[place] in opening else "closes nothing"
            yield _issue(reading, f"“{target[place]}” {what}", Span(place, place + 1), "")


def _unmatched(text: str, opening: str, closing: str) -> int | None:
    """Return the place of the first mark without its partner."""
    if not any(mark in text for mark in (*opening, *closing)):
        return None
    enumerators = {match.end() - 1 for match in _ENUMERATOR.finditer(text)}
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in opening:
            opened.append(place)
        elif character in closing:
            if opened:
                opened.pop()
            elif place not in enumerators:
                return place
    return opened[0] if opened else None


def _issue(reading: Reading, message: str, span: Span, expected: str) -> Issue:
    return reading.issue(
        PUNCTUATION_MISMATCH,
        PUNCTUATION_MISMATCH.severity,
        message,
        target_span=span,
        expected=(expected,) if expected else (),
    )


CHECK = PairCheck(PUNCTUATION_MISMATCH, _examine)

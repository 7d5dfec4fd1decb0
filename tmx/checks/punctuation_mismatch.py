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
#: Languages that end a sentence with a space.
_UNSTOPPED = frozenset({"th", "lo", "km", "my", "bo", "dz"})
_WANTED = {"full stop": ("。", "."), "question mark": ("？", "?")}
_CLOSING = frozenset("）)]】")
#: What opens each kind of pair, and what closes it. Single quotation marks are apostrophes too.
_OPENING = {"（": 0, "(": 0, "［": 1, "[": 1, "“": 2}
_CLOSES = {"）": 0, ")": 0, "］": 1, "]": 1, "”": 2}
_MARK = re.compile("[（(）)［\\[］\\]“”]")
#: a) and 1) close what nothing opens.
_ENUMERATOR = re.compile(r"(?:^|[;；,，、:：。\n]\s*|\b(?:and|or)\s+|[和或及])\w{1,4}[)）]")


def _examine(reading: Reading) -> Iterator[Issue]:
    source, target = reading.pair.source.text, reading.pair.target.text
    languages = {reading.pair.source_language.language, reading.pair.target_language.language}
    if source and target and not target.isspace():
        if _UNSTOPPED.isdisjoint(languages):
            yield from _ending(source, target, reading)
        yield from _open(source, target, reading)


def _ending(source: str, target: str, reading: Reading) -> Iterator[Issue]:
    if source[-1:] in _ENDS and _ENDS[source[-1:]] == _ENDS.get(target[-1:]):
        return  # nearly all
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
    place = _unmatched(target)
    if place is None or _unmatched(source) is not None:
        return
    mark = target[place]
    if mark in "“”" and source.count('"') % 2:
        return  # a part of a quotation that goes on in other segments
    what = "closes nothing" if mark in _CLOSES else "opens nothing that is closed"
    yield _issue(reading, f"“{mark}” {what}", Span(place, place + 1), "")


def _unmatched(text: str) -> int | None:
    """Return the place of the first mark without its partner."""
    marks = list(_MARK.finditer(text))
    if not marks:
        return None
    enumerators = {match.end() - 1 for match in _ENUMERATOR.finditer(text)}
    opened: tuple[list[int], ...] = ([], [], [])
    for mark in marks:
        if (kind := _OPENING.get(mark.group())) is not None:
            opened[kind].append(mark.start())
        elif places := opened[_CLOSES[mark.group()]]:
            places.pop()
        elif mark.start() not in enumerators:
            return mark.start()
    return min((places[0] for places in opened if places), default=None)


def _issue(reading: Reading, message: str, span: Span, expected: str) -> Issue:
    return reading.issue(
        PUNCTUATION_MISMATCH,
        PUNCTUATION_MISMATCH.severity,
        message,
        target_span=span,
        expected=(expected,) if expected else (),
    )


CHECK = PairCheck(PUNCTUATION_MISMATCH, _examine)

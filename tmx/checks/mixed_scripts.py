"""L003: Traditional characters in a Simplified target, or the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.position import Span
from zhengming.termbase.text.convert import convert, foreign_characters
from zhengming.tmx.checks.kind import PairCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "MIXED_SCRIPTS"]

MIXED_SCRIPTS = Check(
    code="L003",
    name="mixed-scripts",
    mqm="national-language-standard",
    its="locale-violation",
    severity=Severity.NEUTRAL,
)
_OTHER = {"Hans": "Hant", "Hant": "Hans"}
_NAMES = {"Hans": "Simplified", "Hant": "Traditional"}


def _examine(reading: Reading) -> Iterator[Issue]:
    language = reading.pair.target_language
    text = reading.pair.target.text
    if language.language != "zh" or language.script not in _OTHER or text.isascii():
        return
    script = language.script
    foreign = foreign_characters(script)
    if foreign.isdisjoint(text):
        return
    places = [index for index, character in enumerate(text) if character in foreign]
    strangers = "".join(dict.fromkeys(text[index] for index in places))
    yield reading.issue(
        MIXED_SCRIPTS,
        MIXED_SCRIPTS.severity,
        f"{_NAMES[_OTHER[script]]} in {_NAMES[script]} text: {strangers}; write {convert(strangers, language)}",
        target_span=Span(places[0], places[0] + 1),
        expected=(convert(text[places[0]], language),),
    )


CHECK = PairCheck(MIXED_SCRIPTS, _examine)

"""A003: a target far longer or shorter than such a source is in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.position import Span
from zhengming.tmx.checks.kind import PairCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "LENGTH_RATIO", "extent"]

LENGTH_RATIO = Check(code="A003", name="length-ratio", mqm=None, its="length", severity=Severity.NEUTRAL, opt_in=True)
#: So many characters of English, spaces left out, say what one Chinese character says: 3.21 in annual reports from
#: Chinese, 1/0.31 into Chinese, 1/0.37 in TICO-19.
_ENGLISH = 3.2
#: In 3,845 paragraphs of human translation three are beyond that factor.
_FACTOR = 2.0
#: Shorter texts, counted as Chinese, may be anything: titles, names, cells of tables.
_SHORTEST = 20
_COMPARED = {"zh", "en"}


def _examine(reading: Reading) -> Iterator[Issue]:
    pair = reading.pair
    if {pair.source_language.language, pair.target_language.language} != _COMPARED:
        return
    source, target = extent(pair.source.text), extent(pair.target.text)
    if not target or max(source, target) < _SHORTEST or max(source, target) <= min(source, target) * _FACTOR:
        return
    times, word = (target / source, "longer") if target > source else (source / target, "shorter")
    yield reading.issue(
        LENGTH_RATIO,
        LENGTH_RATIO.severity,
        f"the target is {times:.1f} times {word} than such a source is usually rendered",
        target_span=Span(0, len(pair.target.text)),
    )


def extent(text: str) -> float:
    """Return how long the text would be in Chinese: names and codes that stay as they are count as English."""
    total = len("".join(text.split()))
    latin = sum(map(str.isascii, text)) - (len(text) - total)
    return total - latin + latin / _ENGLISH


CHECK = PairCheck(LENGTH_RATIO, _examine)

"""N005: a number with another unit or currency than the source has, or a conversion that is off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.position import Span
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.numbers import may_disagree, verdicts
from zhengming.tmx.quantity import quantities
from zhengming.tmx.quantity.conversion import changed_units, ratio
from zhengming.tmx.quantity.unit import CURRENCY
from zhengming.tmx.quantity.wording import in_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag
    from zhengming.tmx.quantity import Quantity
    from zhengming.tmx.quantity.measure import Measure
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "UNIT_MISMATCH"]

UNIT_MISMATCH = Check(code="N005", name="unit-mismatch", mqm="unit-conversion", its="numbers", severity=Severity.MINOR)
#: From so many times too much or too little on, the reader has another order of magnitude.
_GRAVE = 10
_DOLLARS = ("美元", "美金", "港元", "港币", "港幣", "台币", "台幣", "澳元", "加元", "新元", "坡元")


def _examine(reading: Reading) -> Iterator[Issue]:
    pair = reading.pair
    sources = quantities(pair.source.text, pair.source_language.language)
    targets = quantities(pair.target.text, pair.target_language.language)
    if not sources or not targets:
        return
    sides = ((pair.source.text, pair.source_language), (pair.target.text, pair.target_language))
    is_yuan = all(_has_yuan_only(*side) for side in sides)
    for change in changed_units(sources, targets, is_yuan=is_yuan):
        yield _issue(change.source, change.target, reading)
    for verdict in verdicts(reading, UNIT_MISMATCH.code):
        assert verdict.source is not None  # noqa: S101  for the type checker: a conversion has two sides
        assert verdict.target is not None  # noqa: S101
        yield _issue(verdict.source, verdict.target, reading)


def _has_yuan_only(text: str, language: Tag) -> bool:
    """Return whether a text, if it is Chinese, is of the mainland and names no other currency called 元."""
    if language.language != "zh":
        return True
    is_of_mainland = language.script == "Hans" and language.region in {"", "CN"}
    return is_of_mainland and not any(word in text for word in _DOLLARS)


def _issue(source: Quantity, target: Quantity, reading: Reading) -> Issue:
    assert source.measure is not None  # noqa: S101  for the type checker
    assert target.measure is not None  # noqa: S101
    pair = reading.pair
    expected = in_unit(source, pair.target_language.language)
    said, found = pair.source.text[slice(*source.measure.span)], pair.target.text[slice(*target.measure.span)]
    return reading.issue(
        UNIT_MISMATCH,
        _weight(source.measure, target.measure),
        f"“{said}” is {expected}; found “{found}”",
        term=said,
        source_span=Span(*source.measure.span),
        target_span=Span(*target.measure.span),
        expected=(expected,),
    )


def _weight(one: Measure, other: Measure) -> Severity:
    """Return how grave the change is: one of currency, or by an order of magnitude, is no rounding."""
    if all(unit.dimension == CURRENCY for unit in (*one.units, *other.units)):
        return Severity.MAJOR
    times = ratio(one, other)
    return Severity.MAJOR if times is not None and times >= _GRAVE else UNIT_MISMATCH.severity


CHECK = PairCheck(UNIT_MISMATCH, _examine, may_disagree)

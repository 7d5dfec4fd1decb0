"""What the number checks share: the discrepancies of a pair, sorted by the check that speaks of them."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.check import Severity
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.quantity import Discrepancy, Kind, Quantity, discrepancies, quantities
from zhengming.tmx.quantity.compare import points_to_a_year
from zhengming.tmx.quantity.conversion import is_in_other_units
from zhengming.tmx.quantity.exchanged import exchanged
from zhengming.tmx.quantity.plain import plainly_agree
from zhengming.tmx.quantity.wording import factor, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.check import Check
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["Verdict", "may_disagree", "number_check", "verdicts"]

#: Smaller integers are written as words, left out and put in too freely to say anything where they stand alone.
_SMALL = 13


_OF_A_RATE = re.compile(r" of (?:that|this|it\b|the (?:rate|tariff|dut))")
#: One side may leave them out, or say them in words that are no quantities.
_NEVER_ALONE = frozenset({Kind.MONTH, Kind.BASIS, Kind.QUARTER, Kind.HALF, Kind.ORDER})
#: What is always one check's to report.
_CODES = {Kind.CODE: "N006", Kind.FORMULA: "N006", Kind.QUARTER: "N004", Kind.HALF: "N004"}


class Verdict(NamedTuple):
    """A quantity without its equal; `code` is the check that reports it."""

    code: str
    source: Quantity | None
    target: Quantity | None


def may_disagree(reading: Reading) -> bool:
    """Return whether the numbers of the pair have to be read by the grammars to know that they agree."""
    pair = reading.pair
    return not plainly_agree(
        pair.source.text, pair.target.text, pair.source_language.language, pair.target_language.language
    )


def verdicts(reading: Reading, code: str) -> list[Verdict]:
    """Return the verdicts on the pair that are that check's to report."""
    pair = reading.pair
    found = _verdicts(pair.source.text, pair.target.text, pair.source_language.language, pair.target_language.language)
    return [verdict for verdict in found if verdict.code == code]


@lru_cache(maxsize=2)
def _verdicts(source: str, target: str, source_language: str, target_language: str) -> tuple[Verdict, ...]:
    """Return the verdicts on two texts; several checks ask for those of one pair in turn."""
    sources = quantities(source, source_language)
    targets = quantities(target, target_language)
    if sources is None or targets is None or not (sources or targets) or not target.strip():
        return ()
    is_dated = points_to_a_year(source) or points_to_a_year(target)
    found = [
        Verdict(_code(one, other), one, other)
        for one, other in _parted(discrepancies(sources, targets), is_dated=is_dated)
        if not (
            _is_part_of_a_rate((one, other), (source, target))
            if one and other
            else _says_nothing(one or other, is_dated=is_dated)
        )
    ]
    change = None if found else exchanged(sources, targets, source, target)
    if change and not (is_dated and any(quantity and _is_year(quantity) for quantity in change)):
        found.append(Verdict(_code(*change), *change))
    return tuple(found)


def _parted(found: list[Discrepancy], *, is_dated: bool) -> Iterator[Discrepancy]:
    """Yield the discrepancies; what answers no year, but a word such as 去年, is parted from the year beside it."""
    for source, target in found:
        is_year = [quantity is not None and _is_year(quantity) for quantity in (source, target)]
        if is_dated and source and target and is_year[0] != is_year[1]:
            yield Discrepancy(source, None)
            yield Discrepancy(None, target)
        else:
            yield Discrepancy(source, target)


def _is_part_of_a_rate(pair: tuple[Quantity, Quantity], texts: tuple[str, str]) -> bool:
    """Return whether one side says more exactly what the other means: 24%的关税, "24 percentage points of it"."""
    if {quantity.kind for quantity in pair} != {Kind.PERCENT, Kind.POINTS} or pair[0].values != pair[1].values:
        return False
    return any(
        quantity.kind is Kind.POINTS and _OF_A_RATE.match(text, quantity.span.end)
        for quantity, text in zip(pair, texts, strict=True)
    )


def _code(source: Quantity | None, target: Quantity | None) -> str:
    kinds = {quantity.kind for quantity in (source, target) if quantity}
    if code := next((code for kind, code in _CODES.items() if kind in kinds), None):
        return code
    if source is None or target is None:
        return "N004" if Kind.MONTH in kinds else "N001"
    if kinds & {Kind.PERCENT, Kind.POINTS}:
        return "N003"
    if source.measure and target.measure and is_in_other_units(source.measure, target.measure):
        return "N005"
    if kinds == {Kind.MONTH} or (_is_year(source) and _is_year(target)):
        return "N004"
    return "N002" if factor(source, target) else "N001"


def _is_year(quantity: Quantity) -> bool:
    is_written_so = quantity.span.end - quantity.span.start <= len("1900")  # and not 2,005
    return is_written_so and any(1900 <= value < 2100 and value.denominator == 1 for value in quantity.values)  # noqa: PLR2004


def _says_nothing(quantity: Quantity | None, *, is_dated: bool) -> bool:
    """Return whether a quantity that stands on one side only is none to speak of."""
    if quantity is None or quantity.kind is Kind.CODE:
        return quantity is None
    if quantity.kind in _NEVER_ALONE or not quantity.values:
        return True
    if _is_year(quantity):
        return is_dated
    value = quantity.values[0]
    return quantity.kind is Kind.NUMBER and value.denominator == 1 and value < _SMALL


def number_check(check: Check) -> PairCheck:
    """Return the check that reports its verdicts: grave where both sides have a quantity, minor where one has none."""
    return PairCheck(check, partial(_reported, check=check), may_disagree)


def _reported(reading: Reading, check: Check) -> Iterator[Issue]:
    pair = reading.pair
    for source, target in ((v.source, v.target) for v in verdicts(reading, check.code)):
        expected = (written(source, pair.target_language.language),) if source else ()
        yield reading.issue(
            check,
            check.severity if source and target else min(check.severity, Severity.MINOR),
            _message(source, target, expected, reading),
            term=pair.source.text[slice(*source.span)] if source else None,
            source_span=source.span if source else None,
            target_span=target.span if target else None,
            expected=expected,
        )


def _message(source: Quantity | None, target: Quantity | None, expected: tuple[str, ...], reading: Reading) -> str:
    said = f"“{reading.pair.source.text[slice(*source.span)]}”" if source else ""
    found = f"“{reading.pair.target.text[slice(*target.span)]}”" if target else ""
    if source and target:
        off = factor(source, target)
        meant = said if said == f"“{expected[0]}”" else f"{said} is {expected[0]}"
        return f"{meant}; {found} is {off}" if off else f"{meant}; found {found}"
    if source:
        return f"{said} is not in the target" if expected[0] in said else f"{said} ({expected[0]}) is not in the target"
    return f"{found} is not in the source"

"""N007: a threshold whose value is kept while the border changes sides: 50%及以上 is no "more than 50%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.numbers import may_disagree
from zhengming.tmx.quantity import quantities
from zhengming.tmx.quantity.compare import shifted_bounds
from zhengming.tmx.quantity.wording import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "THRESHOLD_MISMATCH"]

THRESHOLD_MISMATCH = Check(
    code="N007", name="threshold-mismatch", mqm="mistranslation", its="mistranslation", severity=Severity.MINOR
)


def _examine(reading: Reading) -> Iterator[Issue]:
    pair = reading.pair
    sources = quantities(pair.source.text, pair.source_language.language)
    targets = quantities(pair.target.text, pair.target_language.language)
    if not sources or not targets:
        return
    for source, target in shifted_bounds(sources, targets):
        assert source.bound is not None  # noqa: S101  for the type checker
        assert target.bound is not None  # noqa: S101
        value = written(source, pair.target_language.language)
        said = pair.source.text[slice(*source.span)]
        yield reading.issue(
            THRESHOLD_MISMATCH,
            THRESHOLD_MISMATCH.severity,
            f"“{said}”: {source.bound.value} {value}; the target says {target.bound.value}",
            term=said,
            source_span=source.span,
            target_span=target.span,
            expected=(f"{source.bound.value} {value}",),
        )


CHECK = PairCheck(THRESHOLD_MISMATCH, _examine, may_disagree)

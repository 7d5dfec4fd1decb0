"""M001: inline codes of the source that the target lacks, or has beyond it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.tmx.checks.kind import PairCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.model import InlineCode, Segment
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "INLINE_CODE_MISMATCH"]

INLINE_CODE_MISMATCH = Check(
    code="M001", name="inline-code-mismatch", mqm="omitted-markup", its="markup", severity=Severity.MAJOR
)
#: `hi` marks text up; it is no code that a document would miss.
_UNCOUNTED = frozenset({"hi"})


def _examine(reading: Reading) -> Iterator[Issue]:
    source, target = reading.pair.source, reading.pair.target
    if not target.text.strip() or not (source.codes or target.codes):
        return
    lacking, beyond = _codes(source), _codes(target)
    lacking, beyond = lacking - beyond, beyond - lacking
    problems = [
        f"{what} {', '.join(sorted(codes.elements()))}"
        for what, codes in (("lacks", lacking), ("adds", beyond))
        if codes
    ]
    if problems:
        yield reading.issue(INLINE_CODE_MISMATCH, INLINE_CODE_MISMATCH.severity, f"the target {' and '.join(problems)}")


def _codes(segment: Segment) -> Counter[str]:
    return Counter(_shown(code) for code in segment.codes if code.element not in _UNCOUNTED and not code.closes)


def _shown(code: InlineCode) -> str:
    """Return the code as a person knows it: by its native content, else by the number that tells it from others."""
    content = " ".join(code.content.split())
    number = next((f" {name}={code.attribute(name)}" for name in ("x", "i") if code.attribute(name)), "")
    return content or f"<{code.element}{number}>"


CHECK = PairCheck(INLINE_CODE_MISMATCH, _examine)

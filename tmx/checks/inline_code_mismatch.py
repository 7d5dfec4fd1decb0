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
#: These mark text up; they are no codes that a document would miss.
_UNCOUNTED = frozenset({"hi", "mrk", "sm", "em"})
#: what tells a code from others of its kind, if it has no content: in TMX, in XLIFF
_NAMES = ("x", "i", "id", "ctype")


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
    return Counter(_shown(code) for code in segment.codes if _is_counted(code))


def _is_counted(code: InlineCode) -> bool:
    if code.closes or (code.element in _UNCOUNTED and not code.content):
        return False
    # XLIFF 2: what ends an sc is counted with it, and a translation may have copies of a code.
    return code.attribute("copyOf") is None and (code.element != "ec" or code.attribute("startRef") is None)


def _shown(code: InlineCode) -> str:
    """Return the code as a person knows it: by its native content, else by the name that tells it from others."""
    content = " ".join(code.content.split())
    name = next((f" {name}={code.attribute(name)}" for name in _NAMES if code.attribute(name)), "")
    # XLIFF 2: what one segment writes as pc, another may have to write as sc and ec.
    return content or f"<{'pc' if code.element == 'sc' else code.element}{name}>"


CHECK = PairCheck(INLINE_CODE_MISMATCH, _examine)

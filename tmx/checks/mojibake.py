"""L004: text decoded in the wrong encoding, where it is certain, with what it was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Edit
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.misreading import Misreading, misreadings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["CHECK", "MOJIBAKE"]

MOJIBAKE = Check(code="L004", name="mojibake", mqm="character-encoding", its="characters", severity=Severity.MAJOR)


def _examine(reading: Reading) -> Iterator[Issue]:
    pair = reading.pair
    for found in misreadings(pair.target.text, pair.target_language):
        edit = Edit(found.span, found.meant, safe=True) if found.is_whole else None
        yield reading.issue(
            MOJIBAKE,
            MOJIBAKE.severity,
            _message(found, pair.target.text),
            target_span=found.span,
            expected=(found.meant,) if edit and found.meant else (),
            edit=edit,
        )
    for found in misreadings(pair.source.text, pair.source_language):
        message = f"{_message(found, pair.source.text)}, in the source"
        yield reading.issue(MOJIBAKE, MOJIBAKE.severity, message, source_span=found.span)


def _message(found: Misreading, text: str) -> str:
    wrong = f"“{text[slice(*found.span)]}” is {found.cause}"
    if found.meant == "…":
        return f"{wrong}; take them from the original"
    return f"{wrong}: “{found.meant}”" if found.meant else f"{wrong} and stands for nothing"


CHECK = PairCheck(MOJIBAKE, _examine)

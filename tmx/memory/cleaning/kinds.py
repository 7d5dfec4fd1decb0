"""The kinds of fault for which a unit is taken out of a memory: checks, and what only a memory can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.checks import CHECKS, same_source_different_targets
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.faults import UNKNOWN_LANGUAGE

if TYPE_CHECKING:
    from zhengming.termbase.check import Check

__all__ = [
    "DEFAULT",
    "DUPLICATE",
    "INCOMPLETE",
    "LENGTH_OUTLIER",
    "NEAR_DUPLICATE",
    "OTHER_TARGET",
    "OWN",
    "SELECTABLE",
    "UNKNOWN_TAG",
    "WRONG_LANGUAGE",
    "WRONG_SCRIPT",
]

DUPLICATE = "duplicate"
NEAR_DUPLICATE = "near-duplicate"
INCOMPLETE = "incomplete"
WRONG_LANGUAGE = "wrong-language"
WRONG_SCRIPT = "wrong-script"
LENGTH_OUTLIER = "length-outlier"

#: What no check reports, for it is a fault in a memory only.
OWN: dict[str, str] = {
    DUPLICATE: "says what another unit says, in every language, codes included",
    NEAR_DUPLICATE: "differs from another unit in case, width, spacing or a last stop only",
    INCOMPLETE: "has text in one language at most, or none in its source language",
    WRONG_LANGUAGE: "is written in another language than its tag says",
    WRONG_SCRIPT: "is Traditional where its tag says Simplified, or the reverse",
    LENGTH_OUTLIER: "has a target far longer or shorter than those of such sources in the same file",
}
OTHER_TARGET = same_source_different_targets.CHECK.check.code
UNKNOWN_TAG = UNKNOWN_LANGUAGE.code
_OF_PAIRS: dict[str, Check] = {check.check.code: check.check for check in CHECKS if isinstance(check, PairCheck)}
#: The checks that tell of one unit that it is wrong; of two that disagree, C001 alone says which.
SELECTABLE: dict[str, Check] = {
    **_OF_PAIRS,
    OTHER_TARGET: same_source_different_targets.CHECK.check,
    UNKNOWN_TAG: UNKNOWN_LANGUAGE,
}
DEFAULT = frozenset({*OWN, OTHER_TARGET, UNKNOWN_TAG, *"A001 A002 L004 M001 M002 T002".split()})

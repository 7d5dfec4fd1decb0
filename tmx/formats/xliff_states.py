"""How far a translation has come, from the words of XLIFF and of the tools that extend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.model import State

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CONFIRMATIONS", "QUALIFIERS", "STATES_1", "STATES_2", "memoq_state", "phrase_state", "state_of_target"]

#: XLIFF 1.x, `state`. What needs a review has been translated, and has not been reviewed.
STATES_1 = {
    "new": State.DRAFT,
    "needs-translation": State.DRAFT,
    "needs-l10n": State.DRAFT,
    "needs-adaptation": State.DRAFT,
    "translated": State.TRANSLATED,
    "needs-review-translation": State.TRANSLATED,
    "needs-review-l10n": State.TRANSLATED,
    "needs-review-adaptation": State.TRANSLATED,
    "signed-off": State.REVIEWED,
    "final": State.FINAL,
}
#: XLIFF 1.x, `state-qualifier`: where a translation came from that nobody has given a state, or why it was refused.
QUALIFIERS = {
    "exact-match": State.TRANSLATED,
    "fuzzy-match": State.DRAFT,
    "id-match": State.TRANSLATED,
    "leveraged-glossary": State.TRANSLATED,
    "leveraged-inherited": State.TRANSLATED,
    "leveraged-mt": State.DRAFT,
    "leveraged-repository": State.TRANSLATED,
    "leveraged-tm": State.TRANSLATED,
    "mt-suggestion": State.DRAFT,
    "rejected-grammar": State.DRAFT,
    "rejected-inaccurate": State.DRAFT,
    "rejected-length": State.DRAFT,
    "rejected-spelling": State.DRAFT,
    "tm-suggestion": State.DRAFT,
}
#: XLIFF 2.x, `state`
STATES_2 = {
    "initial": State.DRAFT,
    "translated": State.TRANSLATED,
    "reviewed": State.REVIEWED,
    "final": State.FINAL,
}
#: SDLXLIFF, `conf`. A rejection takes a translation back by one step.
CONFIRMATIONS = {
    "Draft": State.DRAFT,
    "Translated": State.TRANSLATED,
    "RejectedTranslation": State.TRANSLATED,
    "ApprovedTranslation": State.REVIEWED,
    "RejectedSignOff": State.REVIEWED,
    "ApprovedSignOff": State.FINAL,
}
_REVIEWERS = (("reviewer2committimestamp", State.FINAL), ("reviewer1committimestamp", State.REVIEWED))
_NOBODY = "0001-01-01"


def state_of_target(unit: Mapping[str, str], target: Mapping[str, str]) -> State | None:
    """Return the state in XLIFF 1's own words: of a trans-unit's attributes and its target's."""
    qualifier = target.get("state-qualifier", "")
    if qualifier.startswith("rejected-"):
        return State.DRAFT
    if unit.get("approved") == "yes":
        return State.FINAL
    return STATES_1.get(target.get("state", "")) or QUALIFIERS.get(qualifier)


def memoq_state(unit: Mapping[str, str], prefix: str) -> State | None:
    """Return the state that memoQ has for a trans-unit: one that nobody has confirmed is a draft."""
    status = unit.get(f"{prefix}status")
    if status is None:
        return None
    if status != "ManuallyConfirmed":
        return State.DRAFT
    for name, state in _REVIEWERS:
        moment = unit.get(f"{prefix}{name}", _NOBODY)
        if not moment.startswith(_NOBODY):
            return state
    return State.TRANSLATED


def phrase_state(unit: Mapping[str, str], prefix: str) -> State | None:
    """Return the state that Phrase (Memsource) has for a trans-unit."""
    confirmed = unit.get(f"{prefix}confirmed")
    if confirmed is None:
        return None
    return State.TRANSLATED if confirmed in {"1", "true"} else State.DRAFT

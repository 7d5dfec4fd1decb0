"""Decision: what a person has said of an issue; and the file in which decisions made elsewhere come back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from zhengming.cli.suggestion import did_you_mean
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SCHEMA", "Action", "Decision", "parsed", "written"]

SCHEMA = "zhengming/decisions/1"


class Action(Enum):
    """What is to be done about an issue."""

    FIX = "fix"
    ADMIT = "admit"
    DEPRECATE = "deprecate"
    OTHER = "other"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision on the issues of one fingerprint.

    `text` is the replacement of a fix where it is not the proposed one, else the words to admit or to deprecate where
    the issue does not say them; `reason` goes with an ignore, and with another concept meant.
    """

    fingerprint: str
    action: Action
    text: str = ""
    reason: str = ""


def parsed(data: bytes, name: str) -> tuple[Decision, ...]:
    """Read a decisions.json, in messages called `name`. Raise InvalidSettings with the entry and the remedy."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InvalidSettings(f"{name}: not JSON: {error}; download the decisions from the report again") from error
    match found:
        case {"schema": str(schema), "decisions": list(entries)} if schema == SCHEMA:
            return tuple(_entries(entries, name))
        case {"schema": schema}:
            raise InvalidSettings(f"{name}: of schema {schema!r}; this version reads {SCHEMA}")
        case _:
            raise InvalidSettings(f"{name}: no decisions; the file holds a “schema” ({SCHEMA}) and “decisions”")


def _entries(entries: list[Any], name: str) -> Iterator[Decision]:
    for number, entry in enumerate(entries, 1):
        match entry:
            case {"fingerprint": str(fingerprint), "decision": str(action)}:
                yield decision(fingerprint, action, entry, f"{name}: decision {number}")
            case _:
                raise InvalidSettings(f"{name}: decision {number} lacks its fingerprint or its decision")


def decision(fingerprint: str, action: str, more: dict[str, Any], place: str) -> Decision:
    """Return the decision of these words. Raise InvalidSettings, saying `place`, for an action that is none."""
    known = {member.value: member for member in Action}
    if action not in known:
        raise InvalidSettings(f"{place}: “{action}” is no decision{did_you_mean(action, known)}")
    text, reason = more.get("text") or "", more.get("reason") or ""
    if not isinstance(text, str) or not isinstance(reason, str):
        raise InvalidSettings(f"{place}: “text” and “reason” are texts")
    return Decision(fingerprint=fingerprint, action=known[action], text=text.strip(), reason=reason.strip())


def written(decisions: Iterable[Decision]) -> bytes:
    """Return the file of these decisions."""
    entries = [
        {
            "fingerprint": one.fingerprint,
            "decision": one.action.value,
            **({"text": one.text} if one.text else {}),
            **({"reason": one.reason} if one.reason else {}),
        }
        for one in decisions
    ]
    return (json.dumps({"schema": SCHEMA, "decisions": entries}, ensure_ascii=False, indent=1) + "\n").encode()

"""The file in which decisions made elsewhere come back."""

from __future__ import annotations

import pytest

from zhengming.cli.deciding.decision import SCHEMA, Action, Decision, parsed, written
from zhengming.termbase.errors import InvalidSettings

DECISIONS = (
    Decision(fingerprint="d32df15cae5c87dc", action=Action.IGNORE, reason="引用美方通知"),
    Decision(fingerprint="0011223344556677", action=Action.FIX, text="export controls"),
)


def test_what_is_written_is_read() -> None:
    assert parsed(written(DECISIONS), "decisions.json") == DECISIONS


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "decisions.json: not JSON: "),
        ("[]", f"decisions.json: no decisions; the file holds a “schema” ({SCHEMA}) and “decisions”"),
        ('{"schema": "zhengming/decisions/9", "decisions": []}', "decisions.json: of schema 'zhengming/decisions/9'; "),
        (
            f'{{"schema": "{SCHEMA}", "decisions": [{{"decision": "fix"}}]}}',
            "decisions.json: decision 1 lacks its fingerprint or its decision",
        ),
        (
            f'{{"schema": "{SCHEMA}", "decisions": [{{"fingerprint": "a", "decision": "ignor"}}]}}',
            "decisions.json: decision 1: “ignor” is no decision; did you mean “ignore”?",
        ),
        (
            f'{{"schema": "{SCHEMA}", "decisions": [{{"fingerprint": "a", "decision": "fix", "text": 7}}]}}',
            "decisions.json: decision 1: “text” and “reason” are texts",
        ),
    ],
)
def test_a_slip_is_named(text: str, problem: str) -> None:
    with pytest.raises(InvalidSettings) as error:
        parsed(text.encode(), "decisions.json")
    assert str(error.value).startswith(problem)

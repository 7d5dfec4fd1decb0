"""Decisions made elsewhere come back and are carried out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.deciding.decision import SCHEMA

if TYPE_CHECKING:
    from .conftest import Run

pytestmark = pytest.mark.usefixtures("project")
FILE = Path("decisions.json")


def issues(run: Run) -> list[dict[str, str]]:
    return [json.loads(line) for line in run("check", "--output-format", "jsonl").out.splitlines()[1:-1]]


def decide(*decisions: dict[str, str]) -> None:
    FILE.write_text(json.dumps({"schema": SCHEMA, "decisions": decisions}), encoding="utf-8")


def test_what_has_been_decided_is_no_issue_any_more(run: Run) -> None:
    first, second, *_ = [issue for issue in issues(run) if issue["code"] == "T002"]
    decide(
        {"fingerprint": first["fingerprint"], "decision": "fix"},
        {"fingerprint": second["fingerprint"], "decision": "ignore", "reason": "quotes the notice"},
    )
    outcome = run("review", "--apply", str(FILE))
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == (
        "“export restrictions” → “export controls” x1\nT002 ignored: quotes the notice\n2 decisions carried out\n"
    )
    standing = [issue["fingerprint"] for issue in issues(run) if not issue["suppressed"]]
    assert {first["fingerprint"], second["fingerprint"]}.isdisjoint(standing)


def test_what_cannot_be_carried_out_is_said_and_the_rest_is_done(run: Run) -> None:
    first = next(issue for issue in issues(run) if issue["code"] == "T002")
    decide(
        {"fingerprint": "0123456789abcdef", "decision": "fix"},
        {"fingerprint": first["fingerprint"], "decision": "fix"},
    )
    outcome = run("review", "--apply", str(FILE))
    assert outcome.status == 1
    assert outcome.err.startswith("zhengming: 0123456789abcdef: no such issue any more; decided already, or the text")
    assert outcome.out.endswith("1 decision carried out, 1 not\n")


def test_a_second_time_there_is_nothing_left_to_do(run: Run) -> None:
    first = next(issue for issue in issues(run) if issue["code"] == "T002")
    decide({"fingerprint": first["fingerprint"], "decision": "fix"})
    run("review", "--apply", str(FILE))
    before = Path("tmx/digest-01.tmx").read_bytes()
    assert run("review", "--apply", str(FILE)).status == 1
    assert Path("tmx/digest-01.tmx").read_bytes() == before

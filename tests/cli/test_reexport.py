"""Decisions hold for a file that another tool has exported again."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.deciding.decision import SCHEMA

if TYPE_CHECKING:
    from .conftest import Run

pytestmark = pytest.mark.usefixtures("project")
FIRST, OTHER = Path("tmx/digest-01.tmx"), Path("tmx/from another tool.tmx")
UNIT = re.compile(r"<tu\b.*?</tu>", re.DOTALL)


def export_again() -> None:
    """Write the file under another name: units turned round, other ids, other white space, UTF-16."""
    text = FIRST.read_text(encoding="utf-8").partition("?>")[2]
    units = UNIT.findall(text)
    before, after = text[: text.index(units[0])], text[text.rindex("</tu>") + len("</tu>") :]
    body = "\r\n\r\n".join(re.sub(r'tuid="[^"]*"', f'tuid="x{n}"', unit) for n, unit in enumerate(reversed(units)))
    body = re.sub(r">\s+<", "><", body)
    OTHER.write_bytes(codecs.BOM_UTF16_LE + f"{before}{body}{after}".encode("utf-16-le"))
    FIRST.unlink()


def standing(run: Run) -> list[str]:
    lines = run("check", "--output-format", "jsonl").out.splitlines()[1:-1]
    return [issue["code"] for issue in map(json.loads, lines) if not issue["suppressed"]]


def test_the_baseline_holds(run: Run) -> None:
    run("baseline", "create")
    export_again()
    assert standing(run) == []


def test_an_ignore_holds_and_is_not_called_unused(run: Run) -> None:
    lines = run("check", str(FIRST), "--output-format", "jsonl").out.splitlines()[1:-1]
    decisions = [
        {"fingerprint": issue["fingerprint"], "decision": "ignore", "reason": "a quotation"}
        for issue in map(json.loads, lines)
    ]
    Path("decisions.json").write_text(json.dumps({"schema": SCHEMA, "decisions": decisions}), encoding="utf-8")
    assert run("review", "--apply", "decisions.json").status == 0
    export_again()
    lines = run("check", str(OTHER), "--output-format", "jsonl").out.splitlines()[1:-1]
    found = [json.loads(line) for line in lines]
    assert len(found) == len(decisions)
    assert {issue["suppressed"] for issue in found} == {"ignore"}
    assert "S001" not in standing(run)

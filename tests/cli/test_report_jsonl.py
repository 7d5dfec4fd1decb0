"""zhengming/report/1: a header, one issue a line, a summary."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Run

KEYS = (
    "code name severity mqm message path line column end_line end_column unit source_language target_language source "
    "target source_span target_span concept term expected found fix related fingerprint suppressed"
).split()


@pytest.mark.usefixtures("project")
def test_an_issue_has_the_keys_of_the_schema_in_their_order(run: Run) -> None:
    first, *issues, last = map(
        json.loads, run("check", "--output-format", "jsonl", "--select", "T002").out.splitlines()
    )
    assert first["schema"] == "zhengming/report/1"
    assert [list(issue) for issue in issues] == [KEYS] * 3
    quality = last["summary"].pop("quality")
    assert quality["penalty"] == 15
    assert last["summary"] == {
        "files": 2,
        "units": 8,
        "issues": 3,
        "neutral": 0,
        "minor": 0,
        "major": 3,
        "critical": 0,
        "passed_over": 0,
        "suppressed": {},
        "stale": 0,
    }


@pytest.mark.usefixtures("project")
def test_lines_and_columns_count_from_one_and_spans_from_zero_in_code_points(run: Run) -> None:
    lines = run("check", "--output-format", "jsonl", "--select", "T002").out.splitlines()
    issue = json.loads(lines[1])
    written = Path(issue["path"]).read_text(encoding="utf-8").splitlines()[issue["line"] - 1]
    assert written[issue["column"] - 1 : issue["end_column"] - 1] == "export restrictions"
    assert issue["source"][slice(*issue["source_span"])] == "出口管制"
    assert issue["target"][slice(*issue["fix"]["span"])] == issue["found"] == "export restrictions"
    assert issue["fix"] == {"span": [30, 49], "replacement": "export controls", "safe": True}
    assert issue["related"] == [{"path": "glossary.csv", "line": 2, "column": 1, "text": "EC001 出口管制"}]


@pytest.mark.usefixtures("project")
def test_every_encoding_of_standard_output_yields_the_same_json() -> None:
    command = [sys.executable, "-c", "from zhengming.cli.main import main; main()"]
    arguments = ["check", "--output-format", "jsonl", "tmx/digest-02.tmx"]
    answers = []
    for encoding in ("utf-8", "ascii", "gbk"):
        environment = {"PYTHONIOENCODING": encoding, "PATH": ""}
        done = subprocess.run([*command, *arguments], capture_output=True, check=False, env=environment)
        assert done.returncode == 1, done.stderr
        answers.append([json.loads(line) for line in done.stdout.decode("utf-8").splitlines()])
    assert answers[0] == answers[1] == answers[2]
    assert "𠮷" in answers[0][2]["source"]

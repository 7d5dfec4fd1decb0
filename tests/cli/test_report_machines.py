"""Reports that build servers read."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from .conftest import Run

pytestmark = pytest.mark.usefixtures("project")


def test_gitlab_gets_a_fingerprint_for_each_issue(run: Run) -> None:
    found = json.loads(run("check", "--output-format", "gitlab").out)
    assert len(found) == 7
    assert max(Counter(one["fingerprint"] for one in found).values()) == 1
    assert {
        "description": "出口管制: “export restrictions” is deprecated; use “export control”",
        "check_name": "T002 deprecated-term",
        "severity": "major",
        "location": {"path": "tmx/digest-01.tmx", "lines": {"begin": 7}},
    }.items() <= next(one for one in found if one["check_name"].startswith("T002")).items()


def test_junit_has_a_case_for_each_check_of_a_file(run: Run) -> None:
    root = ET.fromstring(run("check", "--output-format", "junit").out)  # noqa: S314  our own
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["tmx/digest-01.tmx", "tmx/digest-02.tmx"]
    case = next(case for case in suites["tmx/digest-01.tmx"] if case.get("name") == "T002 deprecated-term")
    failure = case[0]
    assert failure.get("type") == "major"
    assert (failure.get("message") or "").endswith("(and 1 more)")
    assert (failure.text or "").splitlines()[0].startswith("tmx/digest-01.tmx:7:64: ")


def test_junit_lets_a_file_without_issues_pass(run: Run) -> None:
    root = ET.fromstring(run("check", "tmx/digest-01.tmx", "--select", "M001", "--output-format", "junit").out)  # noqa: S314
    assert root.attrib == {"name": "zhengming", "tests": "1", "failures": "0"}
    assert [len(case) for suite in root for case in suite] == [0]


def test_checkstyle_has_places_and_severities(run: Run) -> None:
    root = ET.fromstring(run("check", "--output-format", "checkstyle").out)  # noqa: S314
    errors = [(file.get("name"), error) for file in root for error in file]
    assert len(errors) == 7
    name, first = next((name, e) for name, e in errors if e.get("source") == "zhengming.T002.deprecated-term")
    assert (name, first.get("line"), first.get("column"), first.get("severity")) == (
        "tmx/digest-01.tmx",
        "7",
        "64",
        "error",
    )


def test_what_xml_forbids_does_not_break_the_report(run: Run) -> None:
    Path("tmx/odd.po.tmx").write_text("\x0c", encoding="utf-8")
    ET.fromstring(run("check", "tmx/odd.po.tmx", "--output-format", "junit").out)  # noqa: S314


def test_markdown_is_a_table_in_which_nothing_is_markup(run: Run) -> None:
    out = run("check", "--output-format", "md").out
    assert "## T002 deprecated-term: 3 issues\n" in out
    assert "| tmx/digest-01.tmx:7:64 | major | 出口管制 | export restrictions | export controls |" in out
    assert "MQM score " in out


def test_the_summary_of_jsonl_has_the_score(run: Run) -> None:
    summary = json.loads(run("check", "--output-format", "jsonl").out.splitlines()[-1])["summary"]
    assert summary["quality"]["unit"] == "characters"
    assert [one["path"] for one in summary["quality"]["files"]] == ["tmx/digest-01.tmx", "tmx/digest-02.tmx"]

"""Annotations: escaped, one a term, ten of a kind; and the table in the job's summary."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.report import github
from zhengming.cli.report.page import Page
from zhengming.cli.result import Result
from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Issue
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Run

MISSING = Check(code="T001", name="missing-term", mqm="termbase", its="terminology", severity=Severity.MAJOR)
ISSUE = Issue(
    check=MISSING,
    severity=Severity.MAJOR,
    message="转运: expected “transshipment”",
    location=Location("a.tmx", Position(4, 7), Position(4, 9)),
    concept="TR001",
    term="转运",
)


def annotations(*issues: Issue) -> list[str]:
    out = io.StringIO()
    github.write(Result(issues=issues, files=1, units=9, seconds=0.0), Page(stream=out))
    return out.getvalue().splitlines()


@pytest.fixture(autouse=True)
def _no_workspace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def test_what_would_end_a_command_is_escaped() -> None:
    hostile = replace(ISSUE, message="50%\n::set-output::x", location=Location("a,b:c\r.tmx", Position(1, 1)))
    assert annotations(hostile) == [
        "::error file=a%2Cb%3Ac%0D.tmx,line=1,col=1,title=T001 missing-term::50%25%0A::set-output::x"
    ]


def test_a_term_that_is_wrong_in_forty_places_is_one_annotation() -> None:
    issues = [replace(ISSUE, location=Location("a.tmx", Position(line, 1))) for line in range(1, 41)]
    (line,) = annotations(*issues)
    assert line.endswith("%0Aand in 39 more places: a.tmx:2:1, a.tmx:3:1, a.tmx:4:1, a.tmx:5:1, a.tmx:6:1, …")


def test_ten_of_a_kind_are_shown_the_gravest_first() -> None:
    minor = [replace(ISSUE, severity=Severity.MINOR, concept=f"TR{number:03}") for number in range(12)]
    neutral = replace(ISSUE, severity=Severity.NEUTRAL, concept="TR900")
    critical = replace(ISSUE, severity=Severity.CRITICAL, concept="TR901")
    kinds = [line.split()[0] for line in annotations(*minor, neutral, critical)]
    assert kinds == ["::error"] + ["::warning"] * 10 + ["::notice"]


def test_columns_are_left_out_where_an_issue_runs_over_a_line_end() -> None:
    (line,) = annotations(replace(ISSUE, location=Location("a.tmx", Position(4, 7), Position(5, 2))))
    assert line.startswith("::error file=a.tmx,line=4,col=7,title=")


def test_suppressed_issues_are_not_annotated() -> None:
    assert annotations(replace(ISSUE, suppressed="baseline")) == []


def test_paths_start_at_the_root_of_the_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    monkeypatch.chdir(tmp_path / "book")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert annotations(ISSUE)[0].startswith("::error file=book/a.tmx,")


def test_the_summary_is_a_table_that_no_text_breaks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    annotations(replace(ISSUE, found="a|b <script> `x`\n"), ISSUE)
    lines = summary.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "before"
    assert lines[-1] == (
        r"| 2 | T001 missing-term | major | 转运 | a&#124;b &lt;script&gt; &#96;x&#96; |  | a.tmx:4:7 |"
    )


@pytest.mark.usefixtures("project")
def test_a_log_in_a_file_and_annotations_on_standard_output(run: Run, project: Path) -> None:
    outcome = run("check", "--output-format", "github", "--output-format", "concise=out/issues.txt")
    assert outcome.status == 2  # there is no folder `out`
    outcome = run("check", "--output-format", "github", "--output-format", "concise=issues.txt")
    assert outcome.status == 1
    assert outcome.out.startswith("::error ")
    assert len((project / "issues.txt").read_text(encoding="utf-8").splitlines()) == 7

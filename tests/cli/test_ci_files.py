"""What servers run: the script of the GitHub action, and approvals that only some may give."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Run

ROOT = Path(__file__).parent.parent.parent
ROW = "EC009,export control,许可证,,licence,,,{},strict,,Export Control Law\n"


def git(*arguments: str, author: str = "translator@example.org") -> None:
    identity = ("-c", "user.name=Somebody", "-c", f"user.email={author}")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def repository(project: Path) -> Path:
    Path("zhengming.toml").write_text('approvers = ["reviewer@example.org"]\n', encoding="utf-8")
    git("init", "--initial-branch", "main")
    git("add", ".")
    git("commit", "--message", "first")
    git("checkout", "-b", "work")
    return project


def add(status: str, author: str) -> None:
    with Path("glossary.csv").open("a", encoding="utf-8") as table:
        table.write(ROW.format(status))
    git("commit", "--all", "--message", "a term", author=author)


def test_an_approval_by_somebody_else_fails(run: Run) -> None:
    add("approved", "translator@example.org")
    outcome = run("-q", "term", "lint", "--since", "main")
    assert outcome.status == 1
    assert outcome.out.endswith("glossary.csv:7:1: EC009 was approved by translator@example.org, who is no approver\n")


def test_an_approvers_approval_and_a_proposal_pass(run: Run) -> None:
    add("approved", "Reviewer@example.org")
    assert run("term", "lint", "--since", "main").status == 0
    git("reset", "--hard", "main")
    add("proposed", "translator@example.org")
    assert run("term", "lint", "--since", "main").status == 0


def test_without_approvers_there_is_nothing_to_hold_anybody_to(run: Run) -> None:
    Path("zhengming.toml").write_text("", encoding="utf-8")
    assert "the settings name no approvers" in run("term", "lint", "--since", "main").err


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_the_action_checks_what_the_pull_request_changes(tmp_path: Path) -> None:
    path = Path("tmx/digest-01.tmx")
    path.write_bytes(path.read_bytes().replace(b"On 9 October", b"On October 9"))
    git("commit", "--all", "--message", "work")
    base = subprocess.run(["git", "rev-parse", "main"], check=True, capture_output=True, encoding="utf-8").stdout
    summary = tmp_path / "summary.md"
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "BASE": base.strip(),
        "SINCE": "auto",
        "SARIF": "out.sarif",
        "ARGUMENTS": "--select T",
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    done = subprocess.run(
        ["bash", str(ROOT / "ci" / "github.sh")], check=False, capture_output=True, encoding="utf-8", env=environment
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=tmx/digest-01.tmx,line=7,col=64,")
    assert "digest-02" not in done.stdout
    assert "| T002 deprecated-term |" in summary.read_text(encoding="utf-8")
    assert Path("out.sarif").is_file()

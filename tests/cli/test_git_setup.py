"""Git shows and merges translations by unit once it has been set up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Run

FIRST = Path("tmx/digest-01.tmx")


def git(*arguments: str, status: int = 0) -> str:
    identity = ("-c", "user.name=A Translator", "-c", "user.email=translator@example.org")
    # The drivers call `zhengming`, which is installed beside the interpreter.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["git", *identity, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": path},
    )
    assert done.returncode == status, done.stderr
    return done.stdout


@pytest.fixture(autouse=True)
def repository(project: Path, run: Run) -> Path:
    git("init", "--initial-branch", "main")
    assert run("git-setup", "--yes").status == 0
    git("add", ".")
    git("commit", "--message", "first")
    return project


def change(old: str, new: str) -> None:
    FIRST.write_text(FIRST.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_what_is_set_up_is_shown_and_needs_no_second_time(run: Run) -> None:
    attributes = Path(".gitattributes").read_text(encoding="utf-8").splitlines()
    assert "*.tmx diff=zhengming merge=zhengming-units" in attributes
    assert "glossary.csv merge=zhengming-terms" in attributes
    assert run("git-setup", "--yes").out == "Everything is set up already.\n"


def test_a_diff_is_of_texts(run: Run) -> None:  # noqa: ARG001  set up by it
    change("export restrictions", "export controls")
    lines = git("diff", "--no-color").splitlines()
    assert "-en-GB      On 9 October MOFCOM announced export restrictions on rare-earth technologies." in lines
    assert "+en-GB      On 9 October MOFCOM announced export controls on rare-earth technologies." in lines
    assert not any("<seg>" in line for line in lines)


def test_two_branches_that_change_neighbouring_units_merge() -> None:
    git("checkout", "-b", "theirs")
    change("On 9 October", "On October 9")
    git("commit", "--all", "--message", "theirs")
    git("checkout", "main")
    change("The export restriction applies", "The export control applies")
    git("commit", "--all", "--message", "ours")
    git("merge", "--no-edit", "theirs")
    text = FIRST.read_text(encoding="utf-8")
    assert "On October 9" in text
    assert "The export control applies" in text


def test_a_unit_changed_by_both_is_left_to_people() -> None:
    git("checkout", "-b", "theirs")
    change("On 9 October", "On October 9")
    git("commit", "--all", "--message", "theirs")
    git("checkout", "main")
    change("On 9 October", "On Thursday")
    git("commit", "--all", "--message", "ours")
    git("merge", "--no-edit", "theirs", status=1)
    assert "x-zhengming-conflict" in FIRST.read_text(encoding="utf-8")
    assert git("diff", "--name-only", "--diff-filter=U").split() == [str(FIRST)]


def test_with_nobody_to_ask_nothing_is_written(run: Run) -> None:
    Path(".gitattributes").unlink()
    assert "nobody to ask here" in run("git-setup").err
    assert not Path(".gitattributes").exists()


def test_outside_a_repository_it_is_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("git-setup", "--yes").err == "zhengming: no git repository here; make one first: git init\n"


def test_hook_and_workflow_join_what_is_there(run: Run) -> None:
    hooks, workflow = Path(".pre-commit-config.yaml"), Path(".github/workflows/zhengming.yml")
    hooks.write_text("repos:\n- repo: https://example.org/hooks\n  rev: v1\n  hooks: [{id: tidy}]\n", encoding="utf-8")
    Path(".github").mkdir()
    outcome = run("git-setup", "--yes")
    assert outcome.out.endswith(f"Wrote {hooks}, {workflow}.\n")
    assert "- repo: local\n" in hooks.read_text(encoding="utf-8")
    assert "zhengming check --output-format github" in workflow.read_text(encoding="utf-8")
    assert run("git-setup", "--yes").out == "Everything is set up already.\n"
    assert "*.ts" not in Path(".gitattributes").read_text(encoding="utf-8")

"""Only what has changed is checked; but if the termbase has, everything is."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Run

FIRST, SECOND = Path("tmx/digest-01.tmx"), Path("tmx/digest-02.tmx")


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=A Translator", "-c", "user.email=translator@example.org")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def repository(project: Path) -> Path:
    git("init", "--initial-branch", "main")
    git("add", ".")
    git("commit", "--message", "first")
    return project


def files(run: Run, *options: str) -> list[str]:
    outcome = run("check", "--show-files", *options)
    assert outcome.status == 0, outcome.err
    return outcome.out.splitlines()


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"export restrictions", b"export ban"))


def test_nothing_has_changed(run: Run) -> None:
    assert files(run, "--changed") == files(run, "--staged") == files(run, "--since", "HEAD") == []
    assert run("check", "--changed").out == "No file was checked\n"


def test_a_changed_file_and_a_new_one(run: Run) -> None:
    edit(FIRST)
    Path("tmx/new.tmx").write_bytes(SECOND.read_bytes())
    assert files(run, "--changed") == [str(FIRST), "tmx/new.tmx"]
    assert files(run, "--changed", str(FIRST)) == [str(FIRST)]


def test_what_is_staged_is_checked_as_it_is_staged(run: Run) -> None:
    edit(FIRST)
    git("add", ".")
    FIRST.write_bytes(b"half-written")
    edit(SECOND)
    assert files(run, "--staged") == [str(FIRST)]
    outcome = run("check", "--staged", "--select", "T,F", "--output-format", "concise")
    assert "F001" not in outcome.out
    assert outcome.status == 1


def test_what_a_branch_has_changed(run: Run) -> None:
    git("checkout", "-b", "work")
    edit(FIRST)
    git("commit", "--all", "--message", "work")
    assert files(run, "--since", "main") == [str(FIRST)]
    assert files(run, "--changed") == []


def test_a_changed_termbase_concerns_every_file(run: Run) -> None:
    with Path("glossary.csv").open("a", encoding="utf-8") as table:
        table.write("EC009,export control,许可证,,licence,,permit,approved,,,\n")
    outcome = run("check", "--changed", "--show-files")
    assert outcome.out.splitlines() == [str(FIRST), str(SECOND)]
    assert outcome.err == "zhengming: termbase, settings or decisions have changed, so every file is checked\n"


def test_from_a_folder_below_the_root(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(SECOND)
    git("add", ".")
    monkeypatch.chdir("tmx")
    assert files(run, "--staged") == ["digest-02.tmx"]


def test_a_deleted_file_is_not_missed(run: Run) -> None:
    FIRST.unlink()
    assert files(run, "--changed") == []


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--since", "nowhere"), "--since: git knows no revision “nowhere” that this branch goes back to"),
        (("--since", "--output=x"), "--since: git knows no revision “--output=x”"),
        (("--staged", "--changed"), "--staged, --changed and --since each choose the files; use one of them."),
    ],
)
def test_a_slip_is_said(run: Run, arguments: tuple[str, ...], problem: str) -> None:
    outcome = run("check", *arguments)
    assert outcome.status == 2
    assert problem in outcome.err
    assert not Path("x").exists()


def test_without_a_repository_it_is_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run("check", "--changed")
    assert (outcome.status, outcome.err) == (2, "zhengming: no git repository here; name the files instead\n")

"""What the tests of commands share: a small project to work in, and a way to run a command there."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from zhengming.cli.main import main

PROJECT = Path(__file__).parent / "golden" / "project"
#: What would change the output of a command on one machine and not on another.
_ENVIRONMENT = (
    "CI CLICOLOR_FORCE COLUMNS FORCE_COLOR GITHUB_STEP_SUMMARY GITHUB_WORKSPACE NO_COLOR PRE_COMMIT TERM".split()
)


class Outcome(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


class Run(Protocol):
    """`run("check", "--statistics")`."""

    def __call__(self, *arguments: str) -> Outcome: ...


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small project, as the working folder: two TMX of four units each and a glossary."""
    folder = shutil.copytree(PROJECT, tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process."""
    for name in _ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)

    def running(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as exit_:
            main(arguments)
        assert isinstance(exit_.value.code, int)
        return Outcome(exit_.value.code, *capfd.readouterr())

    return running

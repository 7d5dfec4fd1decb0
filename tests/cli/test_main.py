"""The command itself: help, colour, unknown names, completion; and what none of it may import."""

from __future__ import annotations

import errno
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.main import COMMANDS, group, wants_colour

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Run

PROGRAM = [sys.executable, "-c", "from zhengming.cli.main import main; main()"]


def test_help_names_every_command(run: Run) -> None:
    outcome = run("--help")
    assert outcome.status == 0
    assert all(f"\n  {name} " in outcome.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    outcome = run(name, "--help")
    assert outcome.status == 0
    assert outcome.out.startswith(f"Usage: zhengming {name} ")


def test_help_imports_no_command() -> None:
    program = "import sys\nfrom zhengming.cli.main import main\ntry: main(['--help'])\nfinally: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = done.stdout.splitlines()[-1].split()
    ours = {module for module in modules if module.startswith(("zhengming.tmx", "zhengming.cli.commands"))}
    assert ours == set()


@pytest.mark.parametrize(
    ("option", "environment", "colour"),
    [
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, None),
        ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ("auto", {"CLICOLOR_FORCE": "1"}, True),
        ("auto", {"CLICOLOR_FORCE": "0", "FORCE_COLOR": ""}, None),
        ("auto", {"TERM": "dumb"}, False),
        ("auto", {"TERM": "xterm"}, None),
    ],
)
def test_the_option_beats_the_environment(option: str, environment: dict[str, str], colour: bool | None) -> None:  # noqa: FBT001
    assert wants_colour(option, environment) is colour


def test_an_unknown_command_is_an_error_with_the_nearest_one(run: Run) -> None:
    outcome = run("chekc")
    assert outcome.status == 2
    assert "unknown command “chekc”; did you mean “check”?" in outcome.err


def test_settings_cannot_be_both_named_and_left_unread(run: Run, project: Path) -> None:
    (project / "zhengming.toml").touch()
    assert run("--isolated", "--config", "zhengming.toml", "check").status == 2


def test_another_folder_is_worked_in(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.parent)
    assert run("-C", "project", "check", "--show-files", "tmx").out == "tmx/digest-01.tmx\ntmx/digest-02.tmx\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion_script(run: Run, shell: str) -> None:
    outcome = run("completion", shell)
    assert outcome.status == 0
    assert "_ZHENGMING_COMPLETE" in outcome.out


def test_the_completion_script_is_answered() -> None:
    environment = {"_ZHENGMING_COMPLETE": "zsh_complete", "COMP_WORDS": "zhengming che", "COMP_CWORD": "1", "PATH": ""}
    done = subprocess.run(PROGRAM, capture_output=True, text=True, check=False, env=environment)
    assert done.stdout.splitlines()[1] == "check"


def test_whoever_stops_reading_ends_it_quietly(project: Path) -> None:  # noqa: ARG001  the working folder
    with subprocess.Popen([*PROGRAM, "check"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1  # there are issues, seen or not


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "a.tmx"), "a.tmx: Permission denied"),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "standard output could not be written: No space left on device",
        ),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "the system refused: Cannot allocate memory"),
    ],
)
def test_what_the_system_refuses_is_told_with_its_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(group, "main", failing)
    assert run("check") == (2, "", f"zhengming: {told}\n")

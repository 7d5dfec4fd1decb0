"""The documents say what is so: their commands are run, outputs compared, tables complete, links live.

A block opened by ```console holds commands (`$ zhengming …`) with what they print; where they compare with the last
commit, the project is one. A line that is only “…” stands for any number of lines; times may differ. What is printed to
standard error is not shown. `$ printf '…' | zhengming …` answers what the command asks.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from zhengming.cli.main import COMMANDS
from zhengming.cli.registry import all_checks

ROOT = Path(__file__).parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
DOCUMENTS = [*READMES, *(ROOT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md"))]
DOCUMENTS += [*sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "tutorials").glob("*.md"))]
#: What would change width, colour or encoding of the output is left to its default.
_VARYING = {"CI", "COLUMNS", "FORCE_COLOR", "CLICOLOR_FORCE"}
PLAIN = {name: value for name, value in os.environ.items() if name not in _VARYING}
PLAIN["PYTHONUTF8"] = "1"
PROJECT = ("glossary.csv", "zhengming.toml", "examples")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANSWERS = re.compile(r"printf '([^']*)' \| (.*)")
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
TIME = re.compile(r"\d+\.\d\d s\b")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
MARK = re.compile(r"<!-- command: (\w+) -->\s*```\w*\n(.*?)\n```", re.DOTALL)
ROW = re.compile(r"^\| ([A-Z]\d{3})(?:[–-]([A-Z]\d{3}))? \|", re.MULTILINE)


class Session(NamedTuple):
    """The commands of one block with what each prints."""

    path: Path
    number: int
    commands: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return f"{self.path.name}-{self.number}"


def sessions() -> list[Session]:
    found = []
    for path in DOCUMENTS:
        for number, block in enumerate(BLOCK.findall(path.read_text(encoding="utf-8")), 1):
            found.append(Session(path, number, tuple(COMMAND.findall(block))))
    return found


def agrees(printed: str, shown: str) -> bool:
    """Return whether what is shown, with lines left out at “…”, is what was printed."""
    parts = re.split(r"^…\n", shown, flags=re.MULTILINE)
    pattern = r"(?:.*\n)*?".join(re.escape(TIME.sub("0.00 s", part)) for part in parts)
    return re.fullmatch(pattern, TIME.sub("0.00 s", printed)) is not None


def commit_all(folder: Path) -> None:
    """Make the folder a repository, for commands that speak of the last commit."""
    who = ("-c", "user.name=A Translator", "-c", "user.email=translator@example.org")
    for arguments in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "all")):
        subprocess.run(["git", *arguments], cwd=folder, check=True)


@pytest.mark.parametrize("session", sessions(), ids=lambda session: session.name)
def test_a_shown_command_prints_what_is_shown(session: Session, tmp_path: Path) -> None:
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, tmp_path / name)
    if any("term diff" in command for command, _ in session.commands):
        commit_all(tmp_path)
    for command, shown in session.commands:
        piped = ANSWERS.fullmatch(command)
        answers, call_shown = (piped[1].replace("\\n", "\n"), piped[2]) if piped else ("", command)
        program, *arguments = shlex.split(call_shown)
        assert program == "zhengming", f"no way to run “{command}”"
        call = [sys.executable, "-c", "from zhengming.cli.main import main; main()", *arguments]
        done = subprocess.run(
            call, cwd=tmp_path, env=PLAIN, input=answers, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode in {0, 1}, done.stderr
        assert agrees(done.stdout, shown), f"$ {command}\n{done.stdout}"


def test_the_comparison_is_strict_where_nothing_is_left_out() -> None:
    assert agrees("one\ntwo\nthree\n", "one\n…\nthree\n")
    assert agrees("in 0.31 s\n", "in 0.08 s\n")
    assert not agrees("one\ntwo\n", "one\n")
    assert not agrees("one\ntwo\n", "…\none\n")
    assert not agrees("one (two)\n", "one .two.\n")


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_a_readme_shows_real_output(path: Path) -> None:
    assert any(session.path == path for session in sessions())


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_the_table_of_checks_is_complete(path: Path) -> None:
    listed: set[str] = set()
    for first, last in ROW.findall(path.read_text(encoding="utf-8")):
        numbers = range(int(first[1:]), int((last or first)[1:]) + 1)
        listed |= {f"{first[0]}{number:03}" for number in numbers}
    assert listed == set(all_checks())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_names_no_command_that_does_not_exist(path: Path) -> None:
    named = set(re.findall(r"(?:`|^    |^\$ )zhengming ([a-z][a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / link).exists(), link


def test_both_readmes_give_the_same_two_commands() -> None:
    english, chinese = (dict(MARK.findall(path.read_text(encoding="utf-8"))) for path in READMES)
    assert english == chinese
    assert set(english) == {"run", "test"}
    assert english["run"].endswith(".venv/bin/zhengming check examples")
    assert ".[test]" in english["test"]


def test_the_reference_is_what_the_program_says() -> None:
    script = ROOT / "tools" / "reference.py"
    call = [sys.executable, str(script), "--print"]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=True, env=PLAIN)
    assert (ROOT / "docs" / "reference.md").read_text(encoding="utf-8") == done.stdout, "run python tools/reference.py"

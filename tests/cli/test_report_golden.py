"""The screens, as data: each file of golden/cases is a command in the project beside it, and what it prints.

The first line is the command, the last one the exit status; seconds are written as 0.00. After a change that is
meant, `ZHENGMING_WRITE_GOLDEN=1 pytest tests/cli/test_report_golden.py` writes the files anew; read them then.
"""

from __future__ import annotations

import json
import os
import re
import shlex
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conftest import Run

CASES = sorted((Path(__file__).parent / "golden" / "cases").glob("*.txt"))
NAMES = [case.stem for case in CASES]
_SECONDS = re.compile(r"\b\d+\.\d\d s\b")
_TEXT = re.compile(r"(?P<gutter> *\w[\w-]*[│|]) ?(?P<text>.*)")
_LINE = re.compile(r" *[│|] (?P<before>.*?)(?P<line>─+|━+|--+|\^+)(?:  .*)?")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_command_prints_what_is_written_down(case: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    command = case.read_text(encoding="utf-8").partition("\n")[0]
    words = shlex.split(command.removeprefix("$ "))
    program = words.index("zhengming")
    for setting in words[:program]:
        name, _, width = setting.partition("=")
        assert name == "COLUMNS"
        monkeypatch.setattr("zhengming.cli.report.page._WIDTH", int(width))  # as if on a terminal of that width
    outcome = run(*words[program + 1 :])
    screen = f"{command}\n{_SECONDS.sub('0.00 s', outcome.out)}[exit {outcome.status}]\n"
    if os.environ.get("ZHENGMING_WRITE_GOLDEN"):
        case.write_text(screen, encoding="utf-8")
    assert screen == case.read_text(encoding="utf-8")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("drawing", [(), ("--ascii",)], ids=["drawn", "ascii"])
def test_each_line_stands_under_the_words_it_speaks_of(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int, drawing: tuple[str, ...]
) -> None:
    monkeypatch.setattr("zhengming.cli.report.page._WIDTH", width)
    records = [json.loads(line) for line in run("check", "--output-format", "jsonl").out.splitlines()[1:-1]]
    wanted = [words for record in records for words in _spans(record)]
    found = list(_underlined(run("check", *drawing).out.splitlines()))
    assert found == wanted
    assert len(found) > 8


def _spans(record: dict[str, Any]) -> Iterator[str]:
    for side in ("source", "target"):
        if span := record[f"{side}_span"]:
            yield record[side][slice(*span)]


def _underlined(lines: list[str]) -> Iterator[str]:
    """Yield what stands above each underline, found by the columns of a terminal."""
    for above, below in pairwise(lines):
        text, line = _TEXT.fullmatch(above), _LINE.fullmatch(below)
        if text and line and text["text"]:
            start = _cells(line["before"])
            yield _between(text["text"], start, start + len(line["line"]))


def _between(text: str, start: int, end: int) -> str:
    column = 0
    taken = ""
    for character in text:
        if start <= column < end:
            taken += character
        column += _cells(character)
    return taken


def _cells(text: str) -> int:
    """Count as a terminal does; all that is wide in the project is Han or a fullwidth sign."""
    return sum(2 if "\u2e80" <= character <= "\uffdc" or character > "\U00020000" else 1 for character in text)

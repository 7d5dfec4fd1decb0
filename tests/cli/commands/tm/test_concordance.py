from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def _memory(project: Path, run: Run) -> None:
    assert project.is_dir()
    run("tm", "import", "tmx")


def test_renderings_are_counted_and_shown_in_context(run: Run) -> None:
    outcome = run("tm", "concordance", "出口管制", "--top", "1")
    lines = outcome.out.splitlines()
    assert outcome.status == 0
    assert lines[0].startswith("出口管制 (EC001): ")
    assert any("“export restrictions”  ! not what the termbase has" in line for line in lines)
    assert any(line.rstrip().endswith("tmx/digest-01.tmx:5") for line in lines)


def test_any_script_will_do(run: Run) -> None:
    assert run("tm", "concordance", "出口管製").out == run("tm", "concordance", "出口管制").out


def test_without_lines_there_are_only_counts(run: Run) -> None:
    lines = run("tm", "concordance", "出口管制", "--top", "0").out.splitlines()
    assert all(":" not in line for line in lines[1:])


def test_what_nobody_said_is_not_found(run: Run) -> None:
    assert run("tm", "concordance", "钨") == (1, "", "zhengming: nothing in the memory says “钨” (zh)\n")

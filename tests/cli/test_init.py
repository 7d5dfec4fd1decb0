"""The first minute in a folder of old translations."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Run

GLOSSARY = Path("glossary.csv")
MADE = [Path("zhengming.toml"), GLOSSARY, Path(".zhengming/baseline.jsonl")]


@pytest.fixture(autouse=True)
def memories(project: Path) -> Path:
    """The small project as it was before anybody had a termbase."""
    GLOSSARY.rename("house-words.csv")
    return project


def test_in_a_folder_of_old_memories_nothing_is_blocked_and_the_divided_terms_are_named(run: Run) -> None:
    outcome = run("init", "--yes")
    assert outcome.status == 0
    assert outcome.out.startswith("Found: 2 TMX (zh-Hans-CN → en-GB, 8 units)\n")
    assert all(path.is_file() for path in MADE)
    assert " rendered in more than one way:\n" in outcome.out
    assert "稀土永磁体 (MG005)  rare earth permanent magnet" in outcome.out
    assert run("check").status == 0


def test_what_would_be_written_is_shown_first(run: Run) -> None:
    outcome = run("init", "--dry-run")
    assert "+++ b/zhengming.toml" in outcome.out
    assert '+source-language = "zh-Hans-CN"' in outcome.out
    assert outcome.out.endswith("Nothing was written.\nNext: zhengming check\n")
    assert not any(path.exists() for path in MADE)


def test_with_nobody_to_ask_nothing_is_written(run: Run) -> None:
    outcome = run("init")
    assert "nobody to ask here" in outcome.err
    assert not any(path.exists() for path in MADE)


def test_a_termbase_that_is_there_is_used(run: Run) -> None:
    Path("house-words.csv").rename("glossary-house.csv")
    outcome = run("init", "--yes")
    assert "Termbase: glossary-house.csv, 5 concepts" in outcome.out
    assert Path("zhengming.toml").read_text(encoding="utf-8").startswith('termbase = ["glossary-house.csv"]\n')
    assert not GLOSSARY.exists()


@pytest.mark.parametrize("indent", ["", "  "])
def test_the_hook_joins_those_that_are_there(run: Run, indent: str) -> None:
    hooks = Path(".pre-commit-config.yaml")
    theirs = f"{indent}- repo: https://example.org/hooks\n{indent}  rev: v1\n{indent}  hooks:\n{indent}    - id: tidy\n"
    hooks.write_text(f"# ours\nrepos:\n{theirs}default_stages: [pre-commit]\n", encoding="utf-8")
    run("init", "--yes")
    text = hooks.read_text(encoding="utf-8")
    assert f"repos:\n{indent}- repo: local\n{indent}  hooks:\n" in text
    assert text.endswith(f"{theirs}default_stages: [pre-commit]\n")
    run("init", "--yes")
    assert hooks.read_text(encoding="utf-8") == text


def test_other_languages_begin_with_an_empty_termbase(run: Run) -> None:
    for path in Path("tmx").iterdir():
        text = re.sub(r'"en(-\w+)?"', '"fr"', path.read_text(encoding="utf-8").replace("zh-CN", "de"))
        path.write_text(text, encoding="utf-8")
    run("init", "--yes")
    assert GLOSSARY.read_text(encoding="utf-8") == (
        "id,subject_field,de,fr,fr:admitted,fr:deprecated,status,note,source\n"
    )


def test_a_second_time_there_is_nothing_to_propose(run: Run) -> None:
    run("init", "--yes")
    before = {path: path.read_bytes() for path in MADE}
    assert "Nothing was written.\n" in run("init", "--yes").out
    assert {path: path.read_bytes() for path in MADE} == before

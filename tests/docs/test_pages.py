"""The pages of the checks are complete, alike in form, and say what the checks are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zhengming.cli import pages
from zhengming.cli.explanation import gist
from zhengming.cli.registry import all_checks

HEADINGS = ["What it finds", "Why it matters", "Examples", "Settings", "When to allow it"]
CHECKS = all_checks()
CARETS = re.compile(r"^ *\^", re.MULTILINE)
EXAMPLE = re.compile(r"^```(?:zh-en|en-zh|tmx|xlf|csv|toml|jsonl)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_check_has_a_page_and_every_page_a_check() -> None:
    assert {path.name for path in pages.folder().iterdir()} == {check.page for check in CHECKS.values()}


@pytest.mark.parametrize("code", CHECKS)
def test_a_page_has_the_title_and_the_headings_of_all_pages(code: str) -> None:
    check = CHECKS[code]
    lines = pages.page(check).split("\n")
    assert lines[0] == f"# {check.code} {check.name}"
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == HEADINGS
    assert f"`[severity] {code}`" in pages.page(check) or code == "F001"


@pytest.mark.parametrize("code", CHECKS)
def test_a_page_shows_what_is_an_issue_and_what_is_none(code: str) -> None:
    text = pages.page(CHECKS[code])
    blocks = EXAMPLE.findall(text)
    assert any(CARETS.search(block) for block in blocks)
    units = [unit for block in blocks for unit in block.split("\n\n")]
    assert any(not CARETS.search(unit) and not unit.startswith("id,") for unit in units) or code[0] == "G"


@pytest.mark.parametrize("code", CHECKS)
def test_a_check_is_told_in_one_short_sentence(code: str) -> None:
    sentence = gist(CHECKS[code])
    assert sentence[0].isupper()
    assert len(sentence) <= 100


def test_explain_gives_the_legal_difference_of_the_two_terms_most_often_confused() -> None:
    text = pages.page(CHECKS["T002"])
    why = text.partition("## Why it matters")[2].partition("##")[0]
    assert all(word in why for word in ("出口管制", "Export Control Law", "出口限制", "GATT Article XI:1"))


def test_the_pages_are_text_files_as_git_likes_them() -> None:
    for path in Path(pages.folder()).iterdir():
        text = path.read_text(encoding="utf-8")
        assert text.endswith("\n")
        assert not re.search(r"[ \t]+$|\r|\n\n\n", text, re.MULTILINE), path.name

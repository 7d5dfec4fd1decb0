"""Patterns of files: what a .gitignore would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.cli.patterns import matches, within
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("**/*.tmx", "a.tmx"),
        ("**/*.tmx", "po/2024/a.tmx"),
        ("*.tmx", "po/2024/a.tmx"),
        ("legacy/**", "legacy/2019/a.tmx"),
        ("legacy/", "legacy/a.tmx"),
        ("legacy", "old/legacy/a.tmx"),
        ("/legacy", "legacy/a.tmx"),
        ("po/*/a.tmx", "po/zh/a.tmx"),
        ("digest-0?.tmx", "digest-01.tmx"),
        ("digest-[0-9][!a].tmx", "digest-01.tmx"),
        ("a/**/b.tmx", "a/b.tmx"),
        ("a+(b).tmx", "a+(b).tmx"),
        ("[a!b].tmx", "!.tmx"),
        ("[a!b].tmx", "b.tmx"),
        ("[!].tmx", "!.tmx"),
        ("[[^].tmx", "[.tmx"),
    ],
)
def test_a_pattern_names_a_file(pattern: str, path: str) -> None:
    assert matches(path, [pattern])


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("po/*.tmx", "po/zh/a.tmx"),
        ("/a.tmx", "po/a.tmx"),
        ("legacy", "legacy2/a.tmx"),
        ("digest-[0-9][!1].tmx", "digest-01.tmx"),
        ("a.tmx", "axtmx"),
        ("*.tmx", "a.tmx.bak"),
        ("[!a!].tmx", "!.tmx"),
        ("[a!b].tmx", "c.tmx"),
    ],
)
def test_a_pattern_does_not_name_a_file(pattern: str, path: str) -> None:
    assert not matches(path, [pattern])


def test_patterns_are_read_from_where_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "book").mkdir()
    monkeypatch.chdir(tmp_path / "book")
    assert within("a.tmx", tmp_path) == "book/a.tmx"
    assert within("../a.tmx", tmp_path) == "a.tmx"
    assert within(str(tmp_path / "book" / "a.tmx"), tmp_path / "book") == "a.tmx"


def test_a_range_that_goes_down_is_named() -> None:
    with pytest.raises(InvalidSettings, match=r"^“\[z-a\]\.tmx” is no pattern of files: bad character range z-a"):
        matches("a.tmx", ["[z-a].tmx"])

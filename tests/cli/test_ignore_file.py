"""What a slip in a file of decisions is answered with: the place, what is wrong, the nearest known word."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.suppression import baseline, ignore
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from pathlib import Path


def test_an_entry_has_person_and_dates() -> None:
    text = """
        [[ignore]]
        code = "missing-term"
        files = ["legacy/**", "captions/*.tmx"]
        reason = "cut to fit"
        by = "reviewer@example.org"
        date = 2025-11-03
        expires = "2026-12-31"
    """
    (found,) = ignore.parsed(text, "ignore.toml")
    assert str(found.location) == "ignore.toml:2:1"
    assert (found.codes, found.files) == ({"T001"}, ("legacy/**", "captions/*.tmx"))
    assert (found.reason, found.by) == ("cut to fit", "reviewer@example.org")
    assert (found.date, found.expires) == (date(2025, 11, 3), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[ignore]]\nreasn = "x"', "ignore.toml:1:1: unknown key “reasn”; did you mean “reason”?"),
        ('[[ignor]]\nreason = "x"', "ignore.toml: unknown key “ignor”; the file holds tables [[ignore]]"),
        ('ignore = "T002"', "ignore.toml: “ignore” is no list of tables; write [[ignore]] above each decision"),
        ('[[ignore]]\ncode = "T002', "ignore.toml: not TOML: "),
        (
            '[[ignore]]\ncode = "T002"\nfiles = "a"\n[[ignore]]\ncode = "T0002"',
            "ignore.toml:4:1: code: unknown check “T0002”; did you mean T002?",
        ),
        ("[[ignore]]\nconcept = 7", "ignore.toml:1:1: concept: 7 is no text; put it in quotes"),
        (
            "[[ignore]]\nexpires = 2026-01-15T08:00:00",
            "ignore.toml:1:1: expires: “2026-01-15 08:00:00” is no day; write one such as 2026-03-31",
        ),
        (
            '[[ignore]]\ndate = "soon"',
            "ignore.toml:1:1: date: “soon” is no day; write one such as 2026-03-31",
        ),
        ('[[ignore]]\ncode = "T002"', "ignore.toml:1:1: an ignore names a fingerprint, or a code with a concept"),
        ('ignore = [{ code = "T002" }]', "ignore.toml: an ignore names a fingerprint, or a code with a concept"),
    ],
)
def test_a_slip_in_the_file_is_an_error_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(InvalidSettings) as error:
        ignore.parsed(text, "ignore.toml")
    assert str(error.value).startswith(problem)


def test_files_of_decisions_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "ignore.toml").write_bytes('reason = "引文"'.encode("gb18030"))
    with pytest.raises(InvalidSettings, match=r"^ignore\.toml: not UTF-8 text"):
        ignore.read(tmp_path / "ignore.toml", "ignore.toml")
    with pytest.raises(InvalidSettings, match=r"^baseline\.jsonl: not UTF-8 text; make it again"):
        baseline.read(tmp_path / "ignore.toml", "baseline.jsonl")
    with pytest.raises(InvalidSettings, match=r"^ignore\.toml: No such file"):
        ignore.read(tmp_path / "missing.toml", "ignore.toml")
    with pytest.raises(InvalidSettings, match=r"^baseline\.jsonl: No such file"):
        baseline.read(tmp_path / "missing.jsonl", "baseline.jsonl")

"""What a review is to be about."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhengming.cli.reviewing.narrowing import Wanted, split


@pytest.mark.parametrize(
    ("argument", "wanted"),
    [
        ("C003", Wanted(code="C003")),
        ("C003:MG005", Wanted(code="C003", concept="MG005")),
        ("d32df15cae5c87dc", Wanted(fingerprint="d32df15cae5c87dc")),
    ],
)
def test_codes_and_fingerprints_are_told_from_paths(argument: str, wanted: Wanted) -> None:
    assert split([argument, "tmx"]) == ([Path("tmx")], [wanted])


def test_a_file_that_is_there_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("C003").touch()
    assert split(["C003"]) == ([Path("C003")], [])

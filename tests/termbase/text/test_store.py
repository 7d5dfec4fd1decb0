"""Results kept between runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from zhengming.termbase.text.store import folder, kept


def never() -> bytes:
    pytest.fail("was to come from the folder")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ZHENGMING_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_result_is_made_once(place: Path) -> None:
    assert bytes(kept("forms-1", lambda: b"made")) == b"made"
    assert bytes(kept("forms-1", never)) == b"made"
    assert [path.name for path in place.iterdir()] == ["forms-1"]
    assert place.stat().st_mode & 0o077 == 0  # nobody else writes what is read here


def test_the_oldest_of_a_kind_go_first(place: Path) -> None:
    kept("frequencies-1", lambda: b"x")
    for number in range(25):
        kept(f"forms-{number:02}", lambda: b"x")
        os.utime(place / f"forms-{number:02}", (number, number))
    names = sorted(path.name for path in place.iterdir())
    assert len(names) == 21
    assert names[0] == "forms-05"
    assert "frequencies-1" in names


def test_an_empty_file_is_no_result(place: Path) -> None:
    place.mkdir()
    (place / "forms-1").touch()
    assert kept("forms-1", lambda: b"made") == b"made"


def test_without_a_folder_results_are_made_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZHENGMING_CACHE", "off")
    assert folder() is None
    assert kept("forms-1", lambda: b"made") == b"made"
    (tmp_path / "file").touch()
    monkeypatch.setenv("ZHENGMING_CACHE", str(tmp_path / "file"))
    assert kept("forms-1", lambda: b"made") == b"made"


def test_a_result_that_cannot_be_put_there_is_given_all_the_same(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", no_room)
    assert kept("forms-1", lambda: b"made") == b"made"
    assert list(place.iterdir()) == []


def test_the_folder_is_the_platform_s(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ZHENGMING_CACHE", raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert folder() == tmp_path / ".cache" / "zhengming"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert folder() == tmp_path / "xdg" / "zhengming"


def test_somebody_without_a_home_has_a_folder_only_if_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("ZHENGMING_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert folder() is None
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert folder() == tmp_path / "zhengming"

"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from zhengming.cli import atomic

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are those of POSIX")


def test_a_new_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    atomic.write_bytes(tmp_path / "glossary.csv", "氧化锑\r\n".encode())
    assert [path.name for path in tmp_path.iterdir()] == ["glossary.csv"]
    assert (tmp_path / "glossary.csv").read_bytes() == "氧化锑\r\n".encode()


@posix
def test_a_new_file_gets_the_permissions_any_new_file_gets(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    atomic.write_bytes(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


@posix
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "glossary.csv"
    path.touch()
    path.chmod(0o640)
    atomic.write_bytes(path, b"id,zh-Hans,en\n")
    assert path.stat().st_mode & 0o777 == 0o640


@posix
def test_a_link_goes_on_pointing_where_it_did(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.csv", tmp_path / "link.csv"
    kept.write_bytes(b"old")
    link.symlink_to(kept)
    atomic.write_bytes(link, b"new")
    assert link.is_symlink()
    assert kept.read_bytes() == b"new"


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "glossary.csv"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        atomic.write_bytes(path, b"new")
    assert [found.name for found in tmp_path.iterdir()] == ["glossary.csv"]
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        atomic.write_bytes(tmp_path / "missing" / "glossary.csv", b"")


def test_what_fails_half_way_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_bytes(b"old")

    def write() -> None:
        with atomic.opened(path) as stream:
            stream.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert [found.name for found in tmp_path.iterdir()] == ["memory.tmx"]
    assert path.read_bytes() == b"old"

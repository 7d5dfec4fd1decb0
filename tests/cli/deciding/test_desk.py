"""Files changed step by step, and never over somebody else's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.cli.deciding.desk import Desk
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from pathlib import Path


def joined(content: bytes, requests: list[bytes]) -> bytes:
    if b"no" in requests:
        raise ZhengmingError("it cannot be done")
    return content + b"".join(requests)


def test_steps_are_written_and_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"0")
    desk = Desk()
    draft = desk.open(path, joined)
    desk.ask(draft, b"1", b"2")
    desk.ask(draft, b"3")
    assert desk.save() == [path]
    assert path.read_bytes() == b"0123"
    assert desk.take_back()
    desk.save()
    assert path.read_bytes() == b"012"
    assert desk.take_back()
    desk.save()
    assert path.read_bytes() == b"0"
    assert not desk.take_back()
    assert desk.save() == []


def test_a_file_that_a_step_made_goes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "notes.txt"
    desk = Desk()
    desk.ask(desk.open(path, joined), b"1")
    desk.save()
    assert path.read_bytes() == b"1"
    desk.take_back()
    desk.save()
    assert not path.exists()


def test_what_cannot_be_done_asks_for_nothing(tmp_path: Path) -> None:
    desk = Desk()
    draft = desk.open(tmp_path / "notes.txt", joined)
    with pytest.raises(ZhengmingError, match="it cannot be done"):
        desk.ask(draft, b"1", b"no")
    assert desk.save() == []


def test_a_file_that_somebody_else_has_changed_is_left(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"0")
    desk = Desk()
    desk.ask(desk.open(path, joined), b"1")
    path.write_bytes(b"theirs")
    with pytest.raises(ZhengmingError, match="changed on disk since it was read; nothing was written to it; run"):
        desk.save()
    assert path.read_bytes() == b"theirs"

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import ZhengmingError
from zhengming.tmx.memory.database import opened
from zhengming.tmx.memory.schema import VERSION, prepare
from zhengming.tmx.memory.store import Store

if TYPE_CHECKING:
    from pathlib import Path

FIRST = ("CREATE TABLE file (id {integer} PRIMARY KEY, path TEXT NOT NULL)",)
SECOND = ("ALTER TABLE file ADD COLUMN owner TEXT NOT NULL DEFAULT 'nobody'",)


def test_a_memory_of_an_older_version_is_brought_up_to_date(address: str) -> None:
    old = opened(address)
    prepare(old, (FIRST,))
    old.insert("file", ("id", "path"), [(1, "news.tmx")])
    old.close()
    new = opened(address)
    prepare(new, (FIRST, SECOND))
    assert new.rows("SELECT path, owner FROM file") == [("news.tmx", "nobody")]
    assert new.rows("SELECT version FROM memory") == [(2,)]
    new.close()


def test_a_step_that_fails_leaves_the_memory_as_it_was(address: str) -> None:
    old = opened(address)
    prepare(old, (FIRST,))
    with pytest.raises(ZhengmingError):
        prepare(old, (FIRST, ("CREATE TABLE other (id {integer})", "ALTER TABLE nothing ADD COLUMN owner TEXT")))
    assert old.rows("SELECT version FROM memory") == [(1,)]
    prepare(old, (FIRST, ("CREATE TABLE other (id {integer})",)))  # it is not there yet
    old.close()


def test_a_newer_memory_is_left_alone(address: str) -> None:
    newer = opened(address)
    prepare(newer, ((),) * (VERSION + 1))
    with pytest.raises(ZhengmingError, match=f"made by a newer zhengming \\(version {VERSION + 1}\\)"):
        Store(newer)
    newer.close()


def test_another_programs_database_is_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE places (url TEXT)")
    connection.close()
    with pytest.raises(ZhengmingError, match=r"other\.db: a database, but no memory of zhengming"):
        opened(str(path))


def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text("<tmx/>" * 1000)
    with pytest.raises(ZhengmingError, match=r"memory\.tmx: file is not a database; name a memory with --memory"):
        opened(str(path))


def test_a_memory_that_must_exist_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ZhengmingError, match="no memory is there; make one with zhengming tm import"):
        opened(str(tmp_path / "memory.db"), must_exist=True)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_does_not_answer_is_told_in_one_line(tmp_path: Path) -> None:
    pytest.importorskip("psycopg", reason="no driver: pip install 'zhengming[postgres]'")
    with pytest.raises(ZhengmingError, match=r"^the memory on the server cannot be opened: [^\n]*$"):
        opened(f"postgresql:///nothing?host={tmp_path}")

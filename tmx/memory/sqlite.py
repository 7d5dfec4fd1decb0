"""A memory in a file of SQLite. The only module that knows sqlite3."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["SQLite"]

#: Seconds that a writer waits for another one; an import writes for less than one at a time.
_PATIENCE = 60
#: What tells a memory from other databases: "zhtm".
_MARK = 0x7A68746D
#: Kibibytes of pages held in memory.
_CACHE = 256 * 1024


class SQLite:
    """A connection to one file, which is made, with its folder, unless it must exist."""

    words: ClassVar[dict[str, str]] = {"integer": "INTEGER", "bytes": "BLOB", "compact": "WITHOUT ROWID"}

    def __init__(self, path: str, *, must_exist: bool = False) -> None:
        self.name = path
        file = Path(path)
        if must_exist and not file.is_file():
            raise ZhengmingError(f"{path}: no memory is there; make one with zhengming tm import PATH…")
        with self._translated():
            file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
            self._demand_memory()
            for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"cache_size=-{_CACHE}", "temp_store=MEMORY"):
                self._connection.execute(f"PRAGMA {pragma}")

    def _demand_memory(self) -> None:
        """Raise ZhengmingError for a database that is some other program's."""
        mark = self._connection.execute("PRAGMA application_id").fetchone()[0]
        if mark != _MARK:
            if mark or self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise ZhengmingError(f"{self.name}: a database, but no memory of zhengming; name another file")
            self._connection.execute(f"PRAGMA application_id={_MARK}")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            remedy = "; name a memory with --memory" if "not a database" in reason else ""
            raise ZhengmingError(f"{self.name}: {reason}{remedy}") from error

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds."""
        with self._translated():
            return self._connection.execute(statement, values).fetchall()

    def stream(self, statement: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds, without holding all of it."""
        with self._translated():
            yield from self._connection.execute(statement, values)

    def run(self, statement: str, values: Sequence[object] = ()) -> None:
        """Do what a statement says."""
        with self._translated():
            self._connection.execute(statement, values)

    def run_many(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Do what a statement says for each row of values."""
        with self._translated():
            self._connection.executemany(statement, rows)

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
        """Put in many rows."""
        places = ",".join("?" * len(columns))
        with self._translated():
            self._connection.executemany(f"INSERT INTO {table} ({','.join(columns)}) VALUES ({places})", rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make all that is done inside one transaction, which no other writer can come between."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:  # Ctrl-C too
            self._connection.rollback()
            raise
        self.run("COMMIT")

    def analyze(self) -> None:
        """Let the database look at what it holds, after much has changed."""
        self.run("PRAGMA optimize")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

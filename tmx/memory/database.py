"""Where a memory is kept: a file of SQLite, or a PostgreSQL server that a team shares, spoken to in the same words.

SQL is written with `?` for values and keeps to what both understand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from zhengming.tmx.memory import sqlite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

__all__ = ["SERVER", "Database", "Row", "marks", "opened"]

#: How the address of a server begins.
SERVER = ("postgresql://", "postgres://")

Row = tuple[Any, ...]


class Database(Protocol):
    """A connection. What goes wrong is raised as a ZhengmingError that names the memory."""

    name: str

    @property
    def words(self) -> Mapping[str, str]:
        """The database's own words in a schema."""
        ...

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Return what a query finds."""
        ...

    def stream(self, statement: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Yield what a query finds, without holding all of it."""
        ...

    def run(self, statement: str, values: Sequence[object] = ()) -> None:
        """Do what a statement says."""
        ...

    def run_many(self, statement: str, rows: Iterable[Row]) -> None:
        """Do what a statement says for each row of values."""
        ...

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Put in many rows."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Make all that is done inside one transaction, which no other writer can come between."""
        ...

    def analyze(self) -> None:
        """Let the database look at what it holds, after much has changed."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


def marks(count: int) -> str:
    """Return so many places for values, as they stand in IN (…)."""
    return ",".join("?" * count)


def opened(memory: str, *, must_exist: bool = False) -> Database:
    """Open the memory: a file, or an address that begins with postgresql://. Raise ZhengmingError."""
    if memory.startswith(SERVER):
        from zhengming.tmx.memory import postgresql  # noqa: PLC0415  the driver is an extra

        return postgresql.PostgreSQL(memory)
    return sqlite.SQLite(memory, must_exist=must_exist)

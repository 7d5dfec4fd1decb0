"""A memory on a PostgreSQL server. The only module that knows psycopg, which is an extra."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar

from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["PostgreSQL"]

#: The lock that writers of a memory hold, among those that other programs may hold in the same database.
_LOCK = 0x7A68_656E_676D_696E
_AT_ONCE = 2_000


class PostgreSQL:
    """A connection to one database of a server; the tables are made in the schema that comes first in its path."""

    words: ClassVar[dict[str, str]] = {"integer": "BIGINT", "bytes": "BYTEA", "compact": ""}

    def __init__(self, address: str) -> None:
        try:
            import psycopg  # noqa: PLC0415  an extra
        except ImportError as error:
            raise ZhengmingError("a memory on a server needs the extra: pip install 'zhengming[postgres]'") from error
        self._error = psycopg.Error
        self.name = address
        try:
            # Plans are made anew for each query: a list of numbers is never as long as the last one.
            self._connection = psycopg.connect(address, autocommit=True, prepare_threshold=None)
            self.name = f"postgresql://{self._connection.info.host}/{self._connection.info.dbname}"
        except psycopg.Error as error:
            raise ZhengmingError(f"the memory on the server cannot be opened: {_first_line(error)}") from error

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except self._error as error:
            raise ZhengmingError(f"{self.name}: {_first_line(error)}") from error

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds."""
        with self._translated():
            found: list[tuple[Any, ...]] = self._connection.execute(_written(statement), values).fetchall()
            return found

    def stream(self, statement: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds, without holding all of it."""
        with self._translated(), self._connection.transaction(), self._connection.cursor("stream") as cursor:
            cursor.itersize = _AT_ONCE
            cursor.execute(_written(statement), values)
            yield from cursor

    def run(self, statement: str, values: Sequence[object] = ()) -> None:
        """Do what a statement says."""
        with self._translated():
            self._connection.execute(_written(statement), values)

    def run_many(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Do what a statement says for each row of values."""
        with self._translated(), self._connection.cursor() as cursor:
            cursor.executemany(_written(statement), rows)

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
        """Put in many rows."""
        copying = f"COPY {table} ({','.join(columns)}) FROM STDIN"
        with self._translated(), self._connection.cursor() as cursor, cursor.copy(copying.encode()) as copy:
            for row in rows:
                copy.write_row(row)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make all that is done inside one transaction, which no other writer can come between."""
        with self._translated(), self._connection.transaction():
            self._connection.execute(b"SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
            yield

    def analyze(self) -> None:
        """Let the database look at what it holds, after much has changed."""
        self.run("ANALYZE")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _written(statement: str) -> bytes:
    return statement.replace("?", "%s").encode()


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]

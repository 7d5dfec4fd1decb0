"""The tables of a memory, and how those of an older version become those of this one.

file      what was imported: its path, its digest, its header; and how far an import has come
unit      a unit of a file: its number and line in it, the digest of its content, the import that saw it last
content   what the unit says, whole (see record)
form      what is compared of segments, each once (see masking)
variant   which units say a form, and as which of their variants
fuzzy     an index over a number of forms (see postings), with the weights they have
place     which form stands where in an index
posting   which places hold a gram
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.tmx.memory.database import Database

__all__ = ["VERSION", "prepare"]

#: Each step leads from the version of its place to the next, in words that a database has its own for: {integer},
#: {bytes}, {compact}. One that has been released is never changed.
_STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE file (
            id {integer} PRIMARY KEY, path TEXT NOT NULL UNIQUE, header TEXT NOT NULL, imported TEXT NOT NULL,
            digest {bytes}, coming {bytes}, pass {integer} NOT NULL, done {integer} NOT NULL)""",
        """CREATE TABLE unit (
            id {integer} PRIMARY KEY, file {integer} NOT NULL, number {integer} NOT NULL, digest {integer} NOT NULL,
            line {integer} NOT NULL, pass {integer} NOT NULL)""",
        "CREATE TABLE content (unit {integer} PRIMARY KEY, record TEXT NOT NULL)",
        """CREATE TABLE form (
            id {integer} PRIMARY KEY, digest {integer} NOT NULL UNIQUE, language TEXT NOT NULL,
            weight {integer} NOT NULL, text TEXT NOT NULL)""",
        """CREATE TABLE variant (
            form {integer} NOT NULL, unit {integer} NOT NULL, ordinal {integer} NOT NULL,
            PRIMARY KEY (form, unit, ordinal)) {compact}""",
        """CREATE TABLE fuzzy (
            id {integer} PRIMARY KEY, language TEXT NOT NULL, last_form {integer} NOT NULL, size {integer} NOT NULL,
            weights {bytes} NOT NULL, firsts {bytes} NOT NULL)""",
        "CREATE TABLE place (id {integer} PRIMARY KEY, form {integer} NOT NULL)",
        "CREATE TABLE posting (id {integer} PRIMARY KEY, count {integer} NOT NULL, data {bytes} NOT NULL)",
        "CREATE INDEX unit_number ON unit (file, number)",
        "CREATE INDEX unit_digest ON unit (file, digest)",
        "CREATE INDEX variant_unit ON variant (unit)",
        "CREATE INDEX form_language ON form (language, id)",
    ),
)
VERSION = len(_STEPS)


def prepare(database: Database, steps: Sequence[Sequence[str]] = _STEPS) -> None:
    """Make the tables, or bring those of an older version up to date. Raise ZhengmingError for a newer one."""
    if _version(database) == len(steps):
        return
    with database.writing():
        version = _version(database)  # another process may have been here meanwhile
        if version > len(steps):
            raise ZhengmingError(f"{database.name}: made by a newer zhengming (version {version}); update this one")
        for statement in (statement for step in steps[version:] for statement in step):
            database.run(statement.format_map(database.words))
        database.run("DELETE FROM memory")
        database.run("INSERT INTO memory (version) VALUES (?)", (len(steps),))


def _version(database: Database) -> int:
    """Return the version of the tables, 0 if there are none."""
    database.run("CREATE TABLE IF NOT EXISTS memory (version INTEGER NOT NULL)")
    return max((version for (version,) in database.rows("SELECT version FROM memory")), default=0)

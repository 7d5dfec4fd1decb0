"""Taking a file into a memory, in batches: one that is killed goes on where it was, and loses nothing.

A file is known by its path. What it says unchanged stays as it is, what is new comes in, and what it no longer says
goes, when all of it has been read. Until then a unit that was gone can still be found.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.language import parse
from zhengming.tmx.memory.database import marks
from zhengming.tmx.memory.masking import mask
from zhengming.tmx.memory.record import header_record, record
from zhengming.tmx.memory.similarity import weight
from zhengming.tmx.memory.store import digest_of, form_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.tmx.memory.database import Database, Row
    from zhengming.tmx.model import TranslationUnit, TranslationUnitVariant

__all__ = ["Intake", "Outcome", "is_known"]

_BATCH = 2_000


class Outcome(NamedTuple):
    """What became of a file's units."""

    added: int
    kept: int
    removed: int


class _Unit(NamedTuple):
    number: int
    line: int
    digest: int
    record: str
    #: the digest of each variant's form with the row to put in where no unit has said it yet
    forms: tuple[tuple[int, Row] | None, ...]


def is_known(database: Database, path: str, digest: bytes) -> bool:
    """Return whether the file was imported whole, and holds what it held then."""
    rows = database.rows("SELECT digest, coming FROM file WHERE path = ?", (path,))
    return bool(rows) and rows[0][0] is not None and bytes(rows[0][0]) == digest and rows[0][1] is None


class Intake:
    """Takes one file in: batch by batch with `add`, then `finish`, if the file could be read to its end."""

    def __init__(self, database: Database, path: str, digest: bytes) -> None:
        self._database = database
        self._digest = digest
        self._added = self._kept = 0
        with database.writing():
            rows = database.rows("SELECT id, coming, pass, done FROM file WHERE path = ?", (path,))
            if rows and rows[0][1] is not None and bytes(rows[0][1]) == digest:
                self._file, _, self._pass, self._done = rows[0]
                return
            self._done = 0
            if rows:
                self._file, self._pass = rows[0][0], rows[0][2] + 1
                changes = "UPDATE file SET coming = ?, pass = ?, done = 0 WHERE id = ?"
                database.run(changes, (digest, self._pass, self._file))
            else:
                self._file, self._pass = _next_id(database, "file"), 1
                columns = ("id", "path", "header", "imported", "coming", "pass", "done")
                database.insert("file", columns, [(self._file, path, "[]", "", digest, 1, 0)])

    def add(self, units: Iterable[TranslationUnit]) -> Iterator[int]:
        """Take in the file's units, all of them from the first; yield after each batch how many there have been."""
        iterator = iter(units)
        count = 0
        while batch := list(islice(iterator, _BATCH)):
            # What an import that was broken off has done is not done again.
            waiting = batch[max(0, self._done - count) :]
            count += len(batch)
            if waiting:
                self._take(waiting, count)
            yield count

    def so_far(self) -> Outcome:
        """Return what became of the units of a file that cannot be read to its end; what it had stays."""
        return Outcome(self._added, self._kept, 0)

    def finish(self) -> Outcome:
        """Take out what the file says no more."""
        gone = "SELECT id FROM unit WHERE file = ? AND pass <> ?"
        values = (self._file, self._pass)
        with self._database.writing():
            removed = self._database.rows(f"SELECT count(*) FROM ({gone}) AS gone", values)[0][0]
            for table in ("variant", "content"):
                self._database.run(f"DELETE FROM {table} WHERE unit IN ({gone})", values)
            self._database.run("DELETE FROM unit WHERE file = ? AND pass <> ?", values)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            changes = "UPDATE file SET digest = ?, coming = NULL, done = 0, imported = ? WHERE id = ?"
            self._database.run(changes, (self._digest, now, self._file))
        return Outcome(self._added, self._kept, removed)

    def _take(self, batch: list[TranslationUnit], count: int) -> None:
        units = [_prepared(unit) for unit in batch]
        with self._database.writing():
            known = self._known(units)
            kept: list[Row] = []
            new: list[_Unit] = []
            for unit in units:
                if same := known.get(unit.digest):
                    kept.append((self._pass, unit.number, unit.line, same.pop()))
                else:
                    new.append(unit)
            self._database.run_many("UPDATE unit SET pass = ?, number = ?, line = ? WHERE id = ?", kept)
            self._put_in(new)
            header = header_record(batch[0].header)
            changes = "UPDATE file SET done = ?, header = ? WHERE id = ?"
            self._database.run(changes, (count, header, self._file))
        self._added += len(new)
        self._kept += len(kept)

    def _known(self, units: list[_Unit]) -> dict[int, list[int]]:
        """Return the units of the file that say the same and have not been seen in this import, by digest."""
        digests = list({unit.digest for unit in units})
        query = (
            f"SELECT digest, id FROM unit WHERE file = ? AND pass <> ? AND digest IN ({marks(len(digests))}) "
            "ORDER BY number DESC"
        )
        known: dict[int, list[int]] = {}
        for digest, number in self._database.rows(query, (self._file, self._pass, *digests)):
            known.setdefault(digest, []).append(number)
        return known

    def _put_in(self, units: list[_Unit]) -> None:
        database = self._database
        first = _next_id(database, "unit")
        forms = self._forms(units)
        numbered = list(enumerate(units, first))
        columns = ("id", "file", "number", "line", "digest", "pass")
        rows = [(name, self._file, unit.number, unit.line, unit.digest, self._pass) for name, unit in numbered]
        database.insert("unit", columns, rows)
        database.insert("content", ("unit", "record"), [(name, unit.record) for name, unit in numbered])
        variants = [
            (forms[form[0]], name, ordinal)
            for name, unit in numbered
            for ordinal, form in enumerate(unit.forms)
            if form is not None
        ]
        database.insert("variant", ("form", "unit", "ordinal"), sorted(variants))

    def _forms(self, units: list[_Unit]) -> dict[int, int]:
        """Return the number of each form by its digest, those that are new put in."""
        rows = {form[0]: form[1] for unit in units for form in unit.forms if form is not None}
        known: dict[int, int] = {}
        digests = iter(rows)
        while some := list(islice(digests, _BATCH)):
            query = f"SELECT digest, id FROM form WHERE digest IN ({marks(len(some))})"
            known.update(self._database.rows(query, some))
        first = _next_id(self._database, "form")
        fresh = {digest: number for number, digest in enumerate((one for one in rows if one not in known), first)}
        new = [(number, digest, *rows[digest]) for digest, number in fresh.items()]
        self._database.insert("form", ("id", "digest", "language", "weight", "text"), new)
        return known | fresh


def _prepared(unit: TranslationUnit) -> _Unit:
    written = record(unit)
    line = unit.position.line if unit.position else 0
    forms = tuple(_form(variant) for variant in unit.variants)
    return _Unit(unit.number, line, digest_of(written), written, forms)


def _form(variant: TranslationUnitVariant) -> tuple[int, Row] | None:
    """Return what a variant is found by; None for one without text."""
    tag = parse(variant.language) if variant.language else None
    language = tag.language if tag else variant.language.lower()
    form = mask(variant.segment.text, language).form
    if not form:
        return None
    return form_digest(form, language), (language, weight(form, language), form)


def _next_id(database: Database, table: str) -> int:
    return (database.rows(f"SELECT max(id) FROM {table}")[0][0] or 0) + 1

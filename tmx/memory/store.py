"""A memory: what files said, unit by unit, and where each form of a text was seen."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.memory import schema
from zhengming.tmx.memory.database import marks
from zhengming.tmx.memory.record import header_of, unit_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from zhengming.tmx.memory.database import Database
    from zhengming.tmx.model import Header, TranslationUnit

__all__ = ["File", "Found", "Store", "digest_of", "form_digest"]

#: Of a segment that a memory holds a thousand times, the last so many are looked at.
_MOST_ALIKE = 100


class File(NamedTuple):
    """A file that was imported, to its end if `is_whole`."""

    id: int
    path: str
    header: str
    imported: str
    units: int
    is_whole: bool


class Found(NamedTuple):
    """A unit of the memory, and which of its variants was looked for."""

    unit: TranslationUnit
    ordinal: int
    file: int


class Store:
    """Reads a memory; what writes it is in intake."""

    def __init__(self, database: Database) -> None:
        schema.prepare(database)
        self.database = database
        self._headers: dict[int, Header] = {}

    @property
    def name(self) -> str:
        """The file, or the server and database."""
        return self.database.name

    def files(self) -> list[File]:
        """Return what was imported, by path."""
        counts: dict[int, int] = dict(self.database.rows("SELECT file, count(*) FROM unit GROUP BY file"))
        rows = self.database.rows("SELECT id, path, header, imported, digest, coming FROM file ORDER BY path")
        return [
            File(number, path, header, imported, counts.get(number, 0), digest is not None and coming is None)
            for number, path, header, imported, digest, coming in rows
        ]

    def units(self, files: Collection[File]) -> Iterator[TranslationUnit]:
        """Yield the units of files as they stood there."""
        query = (
            "SELECT u.number, u.line, c.record FROM unit u JOIN content c ON c.unit = u.id "
            "WHERE u.file = ? ORDER BY u.number"
        )
        for file in files:
            header = header_of(file.header, file.path)
            for number, line, record in self.database.stream(query, (file.id,)):
                yield unit_of(record, header, number, line)

    def form(self, text: str, language: str) -> int | None:
        """Return the number of that form, or None if nothing in the memory has it."""
        rows = self.database.rows("SELECT id FROM form WHERE digest = ?", (form_digest(text, language),))
        return rows[0][0] if rows else None

    def found(self, form: int, most: int = _MOST_ALIKE) -> Iterator[Found]:
        """Yield the units that say that form, the last imported first."""
        query = (
            "SELECT u.file, u.number, u.line, c.record, v.ordinal FROM variant v JOIN unit u ON u.id = v.unit "
            "JOIN content c ON c.unit = v.unit WHERE v.form = ? ORDER BY v.unit DESC LIMIT ?"
        )
        for file, number, line, record, ordinal in self.database.rows(query, (form, most)):
            yield Found(unit_of(record, self._header(file), number, line), ordinal, file)

    def neighbours(self, found: Found) -> tuple[TranslationUnit | None, TranslationUnit | None]:
        """Return the units before and behind one in its file."""
        query = (
            "SELECT u.number, u.line, c.record FROM unit u JOIN content c ON c.unit = u.id "
            "WHERE u.file = ? AND u.number IN (?, ?)"
        )
        number, header = found.unit.number, found.unit.header
        rows = self.database.rows(query, (found.file, number - 1, number + 1))
        units = {other: unit_of(record, header, other, line) for other, line, record in rows}
        return units.get(number - 1), units.get(number + 1)

    def sample(self, most: int) -> Iterator[TranslationUnit]:
        """Yield so many units, or all, from everywhere in the memory."""
        last = self.database.rows("SELECT max(id) FROM unit")[0][0] or 0
        numbers = range(1, last + 1, last // most + 1)
        query = (
            "SELECT u.file, u.number, u.line, c.record FROM unit u JOIN content c ON c.unit = u.id "
            f"WHERE u.id IN ({marks(len(numbers))})"
        )
        for file, number, line, record in self.database.rows(query, numbers):
            yield unit_of(record, self._header(file), number, line)

    def _header(self, file: int) -> Header:
        if file not in self._headers:
            path, header = self.database.rows("SELECT path, header FROM file WHERE id = ?", (file,))[0]
            self._headers[file] = header_of(header, path)
        return self._headers[file]


def digest_of(text: str) -> int:
    """Return a digest that fits into a column of whole numbers."""
    return int.from_bytes(blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest(), signed=True)


def form_digest(form: str, language: str) -> int:
    """Return what a form is known by."""
    return digest_of(f"{language}\n{form}")

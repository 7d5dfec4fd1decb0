"""The files that the tm commands read and write: found, opened, and their faults told."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from zhengming.cli.files import find
from zhengming.cli.notes import note
from zhengming.cli.saving import demand_absent
from zhengming.termbase.check import Severity
from zhengming.termbase.errors import ZhengmingError
from zhengming.tmx.choice import EVERY_UNIT
from zhengming.tmx.document import Document
from zhengming.tmx.formats import format_of, tmx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.cli.settings import Settings
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.model import TranslationUnit

__all__ = ["Faults", "Held", "State", "demand_free", "demand_tmx", "documents", "held_in", "listed"]

_MOST_NOTES = 10
_WRITE_PERMISSIONS = 0o222
#: How the file is called that `tm import` makes.
_KEPT = ".db"
_TMX = tmx.FORMAT


class Held(Protocol):
    """Translations that can be read, and read again."""

    path: str
    units: int
    is_unreadable: bool

    def read(self, report: Callable[[Issue], None], /) -> Iterator[TranslationUnit]:
        """Yield the units."""
        ...


class Faults:
    """What is wrong with the files: the gravest are told, the others counted."""

    def __init__(self) -> None:
        self._told = 0
        self._grave = 0

    def __call__(self, issue: Issue) -> None:
        """Take a fault; one that keeps something from being read is told at once."""
        if issue.severity < Severity.MAJOR:
            return
        self._grave += 1
        if self._told < _MOST_NOTES:
            self._told += 1
            note(f"{issue.location}: {issue.check.code} {issue.message}")

    def end(self) -> None:
        """Say how many were not told."""
        if self._grave > self._told:
            note(f"{self._grave - self._told:,} more faults of the files; zhengming check lists them")


class State(NamedTuple):
    """What tells whether a file is still the one that was read."""

    device: int
    inode: int
    size: int
    changed: int

    @classmethod
    def of(cls, path: Path) -> State:
        """Return the state of a file."""
        found = path.stat()
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)

    def demand(self, path: Path, *, is_written: bool) -> None:
        """Raise ZhengmingError if the file has changed since, or is to be written and must not."""
        if State.of(path) != self:
            raise ZhengmingError(f"{path}: changed by somebody since it was read; nothing was written; try again")
        if is_written and not path.stat().st_mode & _WRITE_PERMISSIONS:
            raise ZhengmingError(f"{path}: write-protected; nothing was written to it")


def documents(paths: Iterable[Path], settings: Settings) -> tuple[Document, ...]:
    """Return the files that hold units among these and in these folders, to be read whole: drafts, locked units.

    Raise ZhengmingError if there is none.
    """
    found = find(paths, settings, note).documents
    if not found:
        raise ZhengmingError("no file with translations among what was named")
    return tuple(Document(str(path), settings.wanted, EVERY_UNIT) for path in found)


class _Store:
    """What `tm import` has taken in, read as a file is."""

    def __init__(self, memory: str) -> None:
        from zhengming.tmx.memory import database, store  # noqa: PLC0415  few look anything up there

        self._store = store.Store(database.opened(memory, must_exist=True))
        self.path = self._store.name
        self.units = 0
        self.is_unreadable = False

    def read(self, _report: Callable[[Issue], None]) -> Iterator[TranslationUnit]:
        """Yield its units, file by file."""
        self.units = 0
        for unit in self._store.units(self._store.files()):
            self.units += 1
            yield unit


def held_in(memories: Iterable[str], settings: Settings) -> tuple[Held, ...]:
    """Return what is looked up in: files, folders, and what `tm import` has made (.db, postgresql://).

    Raise ZhengmingError for one that is not there.
    """
    found: list[Held] = []
    for memory in memories:
        if memory.endswith(_KEPT) or "://" in memory:
            found.append(_Store(memory))
        elif not Path(memory).exists():
            raise ZhengmingError(f"{memory}: no such file or folder; name a memory")
        else:
            found += documents([Path(memory)], settings)
    return tuple(found)


def listed(path: Path, settings: Settings) -> Document:
    """Return one file that is named, whatever the settings exclude. Raise UnknownFormat if nothing reads it."""
    format_of(str(path))
    return Document(str(path), settings.wanted, EVERY_UNIT)


def demand_tmx(path: Path, what: str) -> None:
    """Raise ZhengmingError unless that is a TMX, the only kind of file that units are cut out of.

    `what` is said of it: “clean takes”.
    """
    if not path.name.lower().endswith(_TMX.suffixes):
        other = path.with_suffix(".tmx")
        raise ZhengmingError(f"{path}: {what} a TMX; for other formats there is zhengming convert {path} {other}")


def demand_free(path: Path, *, force: bool) -> None:
    """Raise ZhengmingError if something is there that would be written over, or if it could not be written."""
    demand_absent(path, force=force)
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise ZhengmingError(f"{path} cannot be written: {path.parent} is no folder that may be written to")

"""zhengming tm import: take files of translations into the memory."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.commands.tm.memories import memory_option, named, opened
from zhengming.cli.notes import note
from zhengming.cli.report.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.document import Document
    from zhengming.tmx.memory.intake import Outcome
    from zhengming.tmx.memory.store import Store

__all__ = ["command"]

_MOST_NOTES = 3
_CHUNK = 1 << 20


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@memory_option
@click.pass_obj
def command(options: Options, paths: tuple[Path, ...], memory: str | None) -> int:
    """Take the translations of files and folders into the memory.

    A file that was imported before is compared with what the memory has of it: what it says anew comes in, what it no
    longer says goes. An import that was broken off goes on where it was when it is called again. Drafts are left out.
    Exit status: 0 all imported, 2 a file could not be read to its end; what came before was taken in.
    """
    from zhengming.cli import progress  # noqa: PLC0415  `--help` needs none

    settings = options.settings()
    documents = list(_documents(paths, settings))
    store = opened(memory, settings, must_exist=False)
    faults: list[Issue] = []
    outcomes: list[Outcome] = []
    known = 0
    try:
        with progress.progress(documents):
            for document in documents:
                outcome = _take_in(store, document, settings, faults)
                known += outcome is None
                outcomes += [outcome] if outcome else []
            _index(store)
    except KeyboardInterrupt:
        note("broken off; what was read is in the memory, and the same command goes on from there")
        raise
    finally:
        store.database.close()
    _tell(faults, [document for document in documents if document.is_unreadable])
    if not options.is_quiet:
        added, kept, removed = (sum(counts) for counts in zip(*outcomes, strict=True)) if outcomes else (0, 0, 0)
        click.echo(
            f"{counted(len(documents), 'file')}, {known:,} of them unchanged: {counted(added, 'unit')} added, "
            f"{removed:,} removed, {kept:,} as before"
        )
    return 2 if any(document.is_unreadable for document in documents) else 0


def _documents(paths: tuple[Path, ...], settings: Settings) -> Iterator[Document]:
    from zhengming.cli.files import find  # noqa: PLC0415
    from zhengming.tmx.document import Document, Text  # noqa: PLC0415

    files = find(paths, settings, note)
    for table in files.tables:
        note(f"{table} is a termbase, and no translations; zhengming term import takes it over")
    # What a translator may not change is a translation like any other.
    choice = settings.choice._replace(has_locked=True)
    for path in files.documents:
        yield Document(str(path), settings.wanted, choice)
    for both in files.pairs:
        yield Document(str(both.target), settings.wanted, choice, source=Text(str(both.source)))


def _take_in(store: Store, document: Document, settings: Settings, faults: list[Issue]) -> Outcome | None:
    """Take one file in; return None if the memory has it as it is."""
    from zhengming.tmx.memory.intake import Intake, is_known  # noqa: PLC0415

    path, digest = named(Path(document.path), settings), _digest(document)
    if is_known(store.database, path, digest):
        return None
    intake = Intake(store.database, path, digest)
    for _ in intake.add(document.read(faults.append)):
        pass
    return intake.so_far() if document.is_unreadable else intake.finish()


def _digest(document: Document) -> bytes:
    """Return what tells whether the files, or what is known of them, have changed."""
    digest = blake2b(repr((document.wanted, sorted(document.choice.states, key=str))).encode(), digest_size=16)
    for path in document.paths:
        with Path(path).open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    return digest.digest()


def _index(store: Store) -> None:
    from zhengming.tmx.memory.fuzzy import refresh  # noqa: PLC0415

    refresh(store.database)
    store.database.analyze()


def _tell(faults: list[Issue], unreadable: list[Document]) -> None:
    """Say what stopped the reading of a file, and that there are other faults."""
    stopping = [fault for fault in faults if fault.location.path in {path for one in unreadable for path in one.paths}]
    for fault in stopping[-len(unreadable) :] if unreadable else ():
        note(f"{fault.location}: {fault.check.code} {fault.message}")
    if others := len(faults) - len(unreadable):
        note(f"{counted(others, 'fault')} of the files passed over; zhengming check lists them")

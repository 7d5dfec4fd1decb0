"""zhengming tm export: what the memory holds as a file again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.atomic import opened as written
from zhengming.cli.commands.term.languages import language_options
from zhengming.cli.commands.tm.memories import memory_option, named, opened
from zhengming.cli.notes import note
from zhengming.cli.report.summary import counted
from zhengming.cli.saving import demand_absent, tell_lost
from zhengming.cli.sides import with_languages
from zhengming.termbase.errors import ZhengmingError
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag
from zhengming.tmx.formats.writer import narrowed
from zhengming.tmx.formats.writers import WRITERS, writer_of
from zhengming.tmx.memory.record import header_of
from zhengming.tmx.model import Header

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.tmx.memory.store import File, Store
    from zhengming.tmx.model import TranslationUnit

__all__ = ["command"]

_TMX = "tmx"
_UNITS = "units"


@click.command("export")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("-o", "out", metavar="FILE", type=click.Path(dir_okay=False), required=True, help="Write to FILE.")
@click.option("--to", type=click.Choice(list(WRITERS)), help="What FILE is to be.  [its suffix; .xlf is xliff-1.2]")
@click.option("--exchange", is_flag=True, help="Write TMX in the form that the most tools take, not as it was read.")
@language_options
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@memory_option
@click.pass_obj
def command(  # noqa: PLR0913  one parameter an option
    options: Options,
    /,
    *,
    paths: tuple[Path, ...],
    out: str,
    to: str | None,
    exchange: bool,
    force: bool,
    memory: str | None,
    **sides: Tag | None,
) -> int:
    """Write the units of the memory into a file: all, or those of the files in PATHS that were imported.

    A TMX says all that the imported one did: names, dates, users, properties, notes, inline codes. With languages
    named only units with both are written. Exit status: 0 written, 2 not.
    """
    settings = options.settings()
    writer = WRITERS[to] if to else writer_of(out)
    demand_absent(Path(out), force=force)
    store = opened(memory, settings)
    files = _files(store, paths, settings)
    lost: Counter[str] = Counter()
    units = _counted(store.units(files), lost)
    languages = Languages(sides["source_language"] or Tag(""), sides["target_language"] or Tag(""))
    if writer.name != _TMX or any(sides.values()):
        languages, units = with_languages(units, sides["source_language"], sides["target_language"], store.name)
    if any(sides.values()):
        units = narrowed(units, languages, lost)
    try:
        with written(Path(out)) as stream:
            if writer.name == _TMX and not exchange:
                _write_as_read(units, files, stream, lost)
            else:
                writer.write(units, languages, stream, lost)
    except OSError as error:
        raise ZhengmingError(f"{out} could not be written: {error.strerror}") from error
    number = lost.pop(_UNITS, 0)
    if not options.is_quiet:
        note(f"{counted(number, 'unit')} of {counted(len(files), 'file')} written to {out}")
    tell_lost(writer.name, lost)
    return 0


def _files(store: Store, paths: tuple[Path, ...], settings: Settings) -> list[File]:
    """Return the files that are to be written. Raise ZhengmingError for one that was not imported."""
    files = store.files()
    if not paths:
        return files
    by_path = {file.path: file for file in files}
    wanted = {named(path, settings): path for path in paths}
    for name, path in wanted.items():
        if name not in by_path:
            raise ZhengmingError(f"{path}: not in the memory; zhengming tm import takes it in")
    return [by_path[name] for name in wanted]


def _counted(units: Iterable[TranslationUnit], lost: Counter[str]) -> Iterator[TranslationUnit]:
    for unit in units:
        lost[_UNITS] += 1
        yield unit


def _write_as_read(units: Iterable[TranslationUnit], files: list[File], stream: BinaryIO, lost: Counter[str]) -> None:
    """Write all that the files said; of their headers, the first one's, and of others what units can say."""
    from zhengming.tmx.formats.tmx_writer import write_as_read  # noqa: PLC0415  `--help` needs none
    from zhengming.tmx.memory.joining import joined  # noqa: PLC0415

    headers = [header_of(file.header, file.path) for file in files]
    first = headers[0] if headers else Header()
    for header in headers[1:]:
        unsaid = (*header.properties, *header.notes, *header.others)
        lost["notes and properties of other headers"] += sum(
            one not in (*first.properties, *first.notes, *first.others) for one in unsaid
        )
    write_as_read(joined(units, first), stream, first)

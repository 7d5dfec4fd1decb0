"""zhengming convert: translations from one format into another, and what the other has no place for."""

from __future__ import annotations

import io
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.atomic import write_bytes
from zhengming.cli.commands.term.languages import language_options
from zhengming.cli.notes import note
from zhengming.cli.report.summary import counted
from zhengming.cli.saving import demand_absent, tell_lost
from zhengming.cli.sides import with_languages
from zhengming.termbase.errors import ZhengmingError
from zhengming.tmx.formats import format_of, formats
from zhengming.tmx.formats.writer import narrowed
from zhengming.tmx.formats.writers import WRITERS, writer_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.cli.options import Options
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag
    from zhengming.tmx.formats.format import Format, Wanted
    from zhengming.tmx.model import TranslationUnit

__all__ = ["command"]

_STANDARD = "-"
#: How many units were read; counted with what is lost, for both are known when all is written.
_READ = "units read"
_MOST_NOTES = 10


_FORMATS = [known.name for known in formats()]


@click.command("convert")
@click.argument("source", metavar="IN", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.argument("out", metavar="OUT", type=click.Path(dir_okay=False, allow_dash=True))
@click.option(
    "--from", "from_", type=click.Choice([known.name for known in formats()]), help="What IN is.  [its suffix]"
)
@click.option("--to", type=click.Choice(list(WRITERS)), help="What OUT is to be.  [its suffix; .xlf is xliff-1.2]")
@language_options
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.pass_obj
def command(  # noqa: PLR0913  one parameter an option
    options: Options, /, *, source: str, out: str, from_: str | None, to: str | None, force: bool, **sides: Tag | None
) -> int:
    """Write the translations of the file IN into the file OUT, in another format.

    Either may be - for standard input or output, with --from or --to. Drafts and locked units are converted like all
    others. Without languages named, those of the first unit are written; a TMX gets all. What the format of OUT has no
    place for is counted on standard error. Exit status: 0 written, 2 not.
    """
    for path, kind, option in ((source, from_, "--from"), (out, to, "--to")):
        if path == _STANDARD and kind is None:
            raise click.UsageError(f"what is “-”? Name its format with {option}.")
    writer = WRITERS[to] if to else writer_of(out)
    reader = next((known for known in formats() if known.name == from_), None) or format_of(source)
    if out != _STANDARD:
        demand_absent(Path(out), force=force)
    faults: list[Issue] = []
    lost: Counter[str] = Counter()
    wanted = _wanted(options, sides)
    read = _counted(_units(source, reader, wanted, faults), lost)
    languages, units = with_languages(read, sides["source_language"], sides["target_language"], source)
    stream = io.BytesIO()
    writer.write(narrowed(units, languages, lost) if any(sides.values()) else units, languages, stream, lost)
    number = lost.pop(_READ)
    _save(out, stream.getvalue())
    _tell(faults)
    if not options.is_quiet:
        name = "standard input" if source == _STANDARD else source
        note(f"{counted(number, 'unit')} of {name} converted to {writer.name}")
    tell_lost(writer.name, lost)
    return 0


def _wanted(options: Options, sides: dict[str, Tag | None]) -> Wanted:
    """Return what the settings know of files that do not say it, and the options instead."""
    wanted = options.settings().wanted
    return wanted._replace(
        source_language=sides["source_language"] or wanted.source_language,
        target_language=sides["target_language"] or wanted.target_language,
    )


def _units(source: str, reader: Format, wanted: Wanted, faults: list[Issue]) -> Iterator[TranslationUnit]:
    if source == _STANDARD:
        yield from reader.read(io.BytesIO(sys.stdin.buffer.read()), "stdin", faults.append, wanted)
        return
    with Path(source).open("rb") as stream:
        yield from reader.read(stream, source, faults.append, wanted)


def _counted(units: Iterable[TranslationUnit], lost: Counter[str]) -> Iterator[TranslationUnit]:
    for unit in units:
        lost[_READ] += 1
        yield unit


def _save(out: str, content: bytes) -> None:
    if out == _STANDARD:
        sys.stdout.buffer.write(content)
        return
    try:
        write_bytes(Path(out), content)
    except OSError as error:
        raise ZhengmingError(f"{out} could not be written: {error.strerror}") from error


def _tell(faults: list[Issue]) -> None:
    for fault in faults[:_MOST_NOTES]:
        note(f"{fault.location}: {fault.check.code} {fault.message}")
    if len(faults) > _MOST_NOTES:
        note(f"{len(faults) - _MOST_NOTES:,} more faults of the file; zhengming check lists them")

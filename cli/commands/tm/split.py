"""zhengming tm split: one memory parted into several, to the byte."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.notes import note
from zhengming.cli.report.cells import shown
from zhengming.cli.report.summary import counted
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengming.cli.options import Options
    from zhengming.tmx.memory.parting import Parts
    from zhengming.tmx.model import TranslationUnit

__all__ = ["command"]

_WAYS = ("file", "size", "language", "property", "date")
_USUAL_SIZE = 10_000
#: A value that many units do not share is no way to part a memory.
_MOST_PARTS = 10_000
_UNSAFE = re.compile(r"[^\w.@+-]+")
_LONGEST_NAME = 80


@click.command("split")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", "way", type=click.Choice(_WAYS), required=True, help="What tells the parts from each other.")
@click.option(
    "-o", "folder", metavar="DIR", required=True, type=click.Path(path_type=Path), help="A folder that is new or empty."
)
@click.option("--size", metavar="N", type=click.IntRange(1), help=f"Units in a part, for --by size.  [{_USUAL_SIZE:,}]")
@click.option("--property", "name", metavar="TYPE", help="The type of the prop, for --by property.")
@click.option("--months", is_flag=True, help="A part for each month, not each year, for --by date.")
@click.pass_obj
def command(  # noqa: PLR0913  one parameter an option
    options: Options, /, *, file: Path, way: str, folder: Path, size: int | None, name: str | None, months: bool
) -> int:
    """Part the memory FILE, a TMX, into several in the folder DIR; each unit goes into one, the same to the byte.

    By file: the document that a unit's property names; by size: so many units each; by language: the languages of the
    unit; by property: the value of one; by date: the year of the last change. Units that do not say it go into a part
    “other”. All parts appear at once, or none. Exit status: 0 done, 2 FILE could not be read to its end.
    """
    from zhengming.cli.commands.tm import inputs  # noqa: PLC0415  `split --help` needs none of it
    from zhengming.cli.progress import progress  # noqa: PLC0415
    from zhengming.tmx.memory.parting import Parts  # noqa: PLC0415

    for option, value, of in (("--size", size, "size"), ("--property", name, "property"), ("--months", months, "date")):
        if value and way != of:
            raise click.UsageError(f"{option} is for --by {of}")
    if way == "property" and not name:
        raise click.UsageError("which property? Name its type with --property.")
    inputs.demand_tmx(file, "split takes")
    _demand_empty(folder)
    before = inputs.State.of(file)
    document = inputs.listed(file, options.settings())
    faults = inputs.Faults()
    with progress((document,)):
        parts = Parts(document.read(faults), _key(way, size or _USUAL_SIZE, name or "", has_months=months))
    faults.end()
    if document.is_unreadable:
        note(f"{file} could not be read to its end, so it is not parted")
        return 2
    if len(parts) > _MOST_PARTS:
        raise ZhengmingError(f"{file} would have {len(parts):,} parts; choose another way to part it")
    with _appearing(folder) as made:
        written = _write(file, parts, made)
        before.demand(file, is_written=False)
    if not options.is_quiet:
        for path, units in written.items():
            click.echo(f"{shown(str(folder / path))}: {counted(units, 'unit')}", file=sys.stdout)
    return 0


def _key(way: str, size: int, name: str, *, has_months: bool) -> Callable[[TranslationUnit], str]:
    from zhengming.tmx.memory import parting  # noqa: PLC0415

    ways = {
        "file": parting.by_file,
        "size": parting.by_size(size),
        "language": parting.by_language,
        "property": parting.by_property(name),
        "date": parting.by_date(has_months=has_months),
    }
    return ways[way]


def _write(file: Path, parts: Parts, folder: Path) -> dict[str, int]:
    """Write the parts; return the name of each with how many units it has."""
    from zhengming.tmx.formats.tmx_extents import copy_extents, of_file  # noqa: PLC0415

    starts = {start for listed in parts.starts.values() for start in listed}
    written: dict[str, int] = {}
    with file.open("rb") as stream:
        cut = of_file(stream, str(file), starts)
        extents = {extent.tag: extent for extent in cut.units}
        for key, listed in parts.starts.items():
            name = _name(file, key, written)
            with (folder / name).open("wb") as out:
                copy_extents(stream, (cut.head, *map(extents.__getitem__, listed), cut.tail), out)
                out.flush()
                os.fsync(out.fileno())
            written[name] = len(listed)
    return written


def _name(file: Path, key: str, taken: dict[str, int]) -> str:
    """Return a name for a part that is a name of one file on every system, and that no other part has."""
    safe = _UNSAFE.sub("_", key).strip("._")[:_LONGEST_NAME] or "_"
    name, number = f"{file.stem}.{safe}{file.suffix}", 1
    while name.casefold() in {other.casefold() for other in taken}:
        number += 1
        name = f"{file.stem}.{safe}-{number}{file.suffix}"
    return name


def _demand_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ZhengmingError(f"{folder} is a file; name a folder that is new or empty")
    if folder.is_dir() and any(folder.iterdir()):
        raise ZhengmingError(f"{folder} is not empty, and nothing is overwritten; name a folder that is new or empty")
    if not folder.resolve().parent.is_dir():
        raise ZhengmingError(f"{folder} cannot be made: {folder.parent} is no folder")


@contextmanager
def _appearing(folder: Path) -> Iterator[Path]:
    """Yield a folder to write into, which becomes that one when the block ends, and vanishes if it fails."""
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".tmp", dir=folder.resolve().parent))
    try:
        yield made
        mask = os.umask(0)
        os.umask(mask)
        made.chmod(0o777 & ~mask)
        if folder.is_dir():
            folder.rmdir()
        made.rename(folder)
    except BaseException:  # Ctrl-C too must leave nothing behind
        shutil.rmtree(made, ignore_errors=True)
        raise

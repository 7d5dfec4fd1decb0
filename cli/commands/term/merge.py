"""zhengming term merge: two versions of a termbase that began as one, merged concept by concept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli import git
from zhengming.cli.atomic import write_bytes
from zhengming.cli.report.cells import shown
from zhengming.cli.report.summary import counted
from zhengming.termbase.checks import duplicate_concept
from zhengming.termbase.errors import InvalidSettings, ZhengmingError
from zhengming.termbase.formats import table
from zhengming.termbase.merge.sequence import Three
from zhengming.termbase.merge.tables import merged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.merge.tables import Conflict, Merged

__all__ = ["command"]

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("merge")
@click.argument("files", metavar="BASE OURS THEIRS", nargs=3, type=_FILE)
@click.argument("path", metavar="[PATH]", required=False, default="")
@click.option("-o", "out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE.")
@click.option("--driver", is_flag=True, help="Write to OURS; PATH is its name for messages. For git's merge.*.driver.")
def command(files: tuple[Path, Path, Path], path: str, *, out: Path | None, driver: bool) -> int:
    """Merge OURS and THEIRS, which have both come from BASE: CSV or TSV termbases.

    What one side has changed is taken, row by row and cell by cell; other rows keep their bytes. Where the sides
    contradict each other both versions of the row stand between <<<<<<< and >>>>>>>, and `term lint` reports them
    until somebody has decided. Exit status: 0 merged, 1 something is to be decided, 2 no termbase.
    """
    if driver and out is not None:
        raise click.UsageError("--driver writes to OURS; leave out -o")
    if path and not driver:
        raise click.UsageError("three files are merged; a name for messages is taken with --driver only")
    sides = Three(*files)
    names = Three(*(f"{path} ({side})" for side in Three._fields)) if path else sides.each(str)
    try:
        found = merged(sides.each(Path.read_bytes), names)
    except ZhengmingError as error:
        if not driver:
            raise
        return _by_lines(sides, error)
    _save(sides.ours if driver else out, found.data)
    for line in _told(found, path or str(out or sides.ours)):
        click.echo(f"zhengming: {shown(line)}", err=True)
    return int(bool(found.conflicts))


def _by_lines(files: Three[Path], error: ZhengmingError) -> int:
    """Let git merge line by line what is no table, so that no side is lost and somebody looks at it."""
    click.echo(f"zhengming: {error}; merged line by line, look through it", err=True)
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    git.answer(Path.cwd(), "merge-file", *labels, "--", *(str(files[side].resolve()) for side in (1, 0, 2)))
    return 1


def _save(out: Path | None, data: bytes) -> None:
    if out is None:
        sys.stdout.buffer.write(data)
        return
    try:
        write_bytes(out, data)
    except OSError as error:
        raise click.ClickException(f"{out} could not be written: {error.strerror}") from error


def _told(found: Merged, path: str) -> Iterator[str]:
    for one in found.renumbered:
        yield f"{path}: {one.title} of theirs is {one.after} now; ours has given {one.before} to another concept"
    for name in found.kept_columns:
        yield f"{path}: column {name} is kept; one side has deleted it, the other has written in it"
    yield from _twins(found, path)
    for conflict in found.conflicts:
        yield f"{path}: conflict: {_conflict(conflict)}"
    if found.conflicts:
        count = counted(len(found.conflicts), "concept")
        yield f"{path}: {count} to decide: keep one row of the two, delete the three markers"


def _conflict(conflict: Conflict) -> str:
    name = f"{conflict.id} {conflict.title}".strip()
    columns = ", ".join(column for column in conflict.columns if column.isprintable())
    if conflict.deleted_by:
        return f"{name}: deleted by {conflict.deleted_by}, changed by the other side ({columns})"
    return f"{name}: both sides have changed it ({columns})"


def _twins(found: Merged, path: str) -> Iterator[str]:
    """Yield the concepts that are there twice in the result, though each side may have had them once."""
    if found.conflicts:  # their rows are there twice, too
        return
    try:
        termbase = table.read(found.data, path, lambda _: None)
    except InvalidSettings:  # the columns are not those of a termbase, and the merge asks for none
        return
    for issue in duplicate_concept.CHECK.examine(termbase):
        yield f"{issue.location}: {issue.check.code} {issue.message}"

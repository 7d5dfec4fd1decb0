"""zhengming merge-units: the merge driver of git for TMX."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli.atomic import write_bytes
from zhengming.cli.report.cells import shown
from zhengming.cli.report.summary import counted

__all__ = ["command"]

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_LISTED = 10


@click.command("merge-units")
@click.argument("base", type=_FILE)
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.argument("name", default="")
def command(base: Path, ours: Path, theirs: Path, name: str) -> int:
    """Merge three versions of a TMX into OURS, unit by unit.

    Git calls this where `zhengming git-setup` has told it to; NAME is the file's own name. Exit status: 0 merged, 1
    with units that both sides have changed differently: both are kept, those of theirs marked by a property
    x-zhengming-conflict.
    """
    from zhengming.tmx.merging import CONFLICT, merged  # noqa: PLC0415  `--help` needs none of it

    result = merged(base.read_bytes(), ours.read_bytes(), theirs.read_bytes(), name or str(ours))
    write_bytes(ours, result.content)
    if not result.conflicts:
        return 0
    changed = counted(len(result.conflicts), "unit")
    click.echo(f"zhengming: {name or ours}: {changed} changed on both sides: {_listed(result.conflicts)}", err=True)
    click.echo(f"zhengming: keep one of each, and take out the property {CONFLICT}", err=True)
    return 1


def _listed(names: tuple[str, ...]) -> str:
    listed = ", ".join(map(shown, names[:_LISTED]))
    return f"{listed}, …" if len(names) > _LISTED else listed

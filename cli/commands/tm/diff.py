"""zhengming tm diff: what has changed between two memories."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.report.page import Page

if TYPE_CHECKING:
    from zhengming.cli.options import Options

__all__ = ["command"]

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("diff")
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if there is a difference.")
@click.option(
    "--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="How to show it.  [text]"
)
@click.pass_context
def command(ctx: click.Context, /, old: Path, new: Path, *, exit_code: bool, form: str) -> int:
    """Show what has changed from OLD to NEW, two files of translations, unit by unit.

    + is a unit added, - removed, ~ changed: [-words-] taken out, {+words+} put in. Units are known by their tuid,
    else by what they say, else by their source text, else by a source that is much like it. Order, and what is said of
    a unit in notes, properties and dates, makes no difference. Exit status: 0 unless --exit-code is given, 2 a file
    that could not be read.
    """
    from zhengming.cli.commands.tm.changes import document, lines, summary  # noqa: PLC0415  not for `diff --help`
    from zhengming.cli.commands.tm.inputs import Faults, listed  # noqa: PLC0415
    from zhengming.cli.progress import progress  # noqa: PLC0415
    from zhengming.tmx.memory.comparing.comparison import compare  # noqa: PLC0415

    options: Options = ctx.obj
    settings = options.settings()
    files = listed(old, settings), listed(new, settings)
    faults = Faults()
    with progress(files):
        found = compare(*files, faults)
    faults.end()
    if any(file.is_unreadable for file in files):
        return 2
    page = Page.on(sys.stdout, has_colour=ctx.color, is_quiet=options.is_quiet)
    if form == "json":
        page.write(document(found, (str(old), str(new))))
    else:
        for line in lines(found, page):
            page.write(f"{line}\n")
        if not page.is_quiet:
            click.echo(summary(found), err=True)
    return int(exit_code and bool(found.changes))

"""zhengming tm leverage: how much of some files is known, repeats itself, or is new."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.report.page import Page

if TYPE_CHECKING:
    from zhengming.cli.options import Options

__all__ = ["command"]

_SUFFIXES = (".xlsx", ".csv", ".json")


def _output(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:  # noqa: ARG001
    if value is not None and value.suffix.lower() not in _SUFFIXES:
        raise click.UsageError(f"{value}: no analysis has that suffix; known are {', '.join(_SUFFIXES)}")
    return value


@click.command("leverage")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--memory",
    "memories",
    metavar="FILE|ADDRESS",
    multiple=True,
    help="Look the segments up in this file, folder or memory of `tm import`; may be given again.",
)
@click.option(
    "-o",
    "out",
    callback=_output,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"Write the analysis to FILE; its suffix says what: {', '.join(_SUFFIXES)}.",
)
@click.option(
    "--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="How to show it.  [text]"
)
@click.option("--source-language", metavar="TAG", help="Count the segments in this language; else as files declare.")
@click.pass_context
def command(  # noqa: PLR0913  one parameter an option
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    *,
    memories: tuple[str, ...],
    out: Path | None,
    form: str,
    source_language: str | None,
) -> int:
    """Count the segments of files by how well they are known, per file and in all.

    A segment is counted once: locked; in a memory between the same neighbours (101 %); met before in these files, from
    the second time on; in a memory (100 %); like one in a memory or like an earlier one, in bands of likeness; new.
    Characters are all but white space; of Chinese each character is a word. Exit status: 0 done, 2 a file that could
    not be read.
    """
    from zhengming.cli.atomic import write_bytes  # noqa: PLC0415  `leverage --help` needs none of it
    from zhengming.cli.commands.tm.analyses import SUFFIXES, document, lines  # noqa: PLC0415
    from zhengming.cli.commands.tm.inputs import Faults, documents, held_in  # noqa: PLC0415
    from zhengming.cli.overriding import in_languages  # noqa: PLC0415
    from zhengming.cli.progress import progress  # noqa: PLC0415
    from zhengming.tmx.memory.leveraging.analysis import analyse  # noqa: PLC0415

    options: Options = ctx.obj
    settings = in_languages(options.settings(), {"source_language": source_language})
    files, held = documents(paths, settings), held_in(memories, settings)
    faults = Faults()
    with progress((*files, *held)):
        analyses = list(analyse(files, held, faults))
    faults.end()
    names = [memory.path for memory in held]
    if out is not None:
        write_bytes(out, SUFFIXES[out.suffix.lower()](analyses, names))
    page = Page.on(sys.stdout, has_colour=ctx.color, is_quiet=options.is_quiet)
    if form == "json":
        page.write(document(analyses, names))
    elif out is None:
        page.write("\n".join(lines(analyses)))
    return 2 if any(one.is_unreadable for one in (*files, *held)) else 0

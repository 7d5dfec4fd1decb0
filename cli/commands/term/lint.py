"""zhengming term lint: report what is wrong with a termbase."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.outputs import Output, parsed, write
from zhengming.cli.report import REPORTS
from zhengming.cli.report.cells import shown
from zhengming.cli.report.page import Page
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings

__all__ = ["command"]


@click.command("lint")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--output-format",
    "outputs",
    callback=parsed,
    metavar="NAME[=FILE]",
    multiple=True,
    help=f"{', '.join(REPORTS)}; may be given again with a FILE.  [full]",
)
@click.option("--by", type=click.Choice(["term", "file", "check"]), default="file", help="Order of issues.  [file]")
@click.option("--since", metavar="REV", help="Also report concepts approved since REV by somebody who is no approver.")
@click.pass_context
def command(
    ctx: click.Context, /, files: tuple[Path, ...], outputs: tuple[Output, ...], by: str, since: str | None
) -> int:
    """Report what is wrong with a termbase: the checks G001 to G006.

    Without FILES, the termbases of the settings are checked. Exit status: 0 no issue of the severity `fail-on` or
    above, 1 some, or an approval by somebody who may not approve, 2 a file that could not be read.
    """
    from zhengming.cli import termbases  # noqa: PLC0415  `lint --help` needs none of it
    from zhengming.cli.linting import lint  # noqa: PLC0415

    options: Options = ctx.obj
    settings = options.settings()
    paths = files or termbases.termbase_paths(settings, must_exist=False)
    if not paths:
        raise InvalidSettings(f"no termbase: {settings.folder / settings.termbase[0]} does not exist; name a FILE")
    result = lint(paths, settings, by)
    page = Page.on(sys.stdout, has_colour=ctx.color, is_quiet=options.is_quiet)
    write(result, outputs or (Output("full"),), page)
    if result.has_unreadable:
        return 2
    if since is not None and _has_unentitled(since, settings):
        return 1
    return 1 if result.fails(settings.fail_on) else 0


def _has_unentitled(since: str, settings: Settings) -> bool:
    """Tell the concepts that somebody has approved since that revision who may not; return whether there are any."""
    from zhengming.cli.commands.term.approvals import unentitled  # noqa: PLC0415

    if not settings.approvers:
        raise InvalidSettings("--since: the settings name no approvers; list their addresses in `approvers`")
    found = list(unentitled(since, settings))
    for concept, address in found:
        click.echo(f"{concept.location}: {concept.id} was approved by {shown(address)}, who is no approver")
    return bool(found)

"""zhengming term diff: what has changed in a termbase, and what that does to the files."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.report.cells import cells, shown, wrapped
from zhengming.cli.report.page import Page
from zhengming.cli.report.summary import counted
from zhengming.termbase.diff import Kind, diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zhengming.cli.commands.term.verdicts import Effect
    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.cli.versions import Version
    from zhengming.termbase.diff import Change
    from zhengming.termbase.formats.target import Languages

__all__ = ["command"]

_SCHEMA = "zhengming/term-diff/1"
_COLOURS = {Kind.ADDED: "green", Kind.REMOVED: "red", Kind.CHANGED: "yellow", Kind.APPROVED: "cyan"}
_VERBS = {Kind.ADDED: "added", Kind.REMOVED: "removed", Kind.CHANGED: "changed", Kind.APPROVED: "approved"}
#: Wider columns would leave no room for what stands in the next.
_WIDEST_NAME = 24
_WIDEST_DETAIL = 48
_GAP = "  "


@click.command("diff")
@click.argument("versions", nargs=-1, metavar="[A [B]]")
@click.option("--no-effect", is_flag=True, help="Do not review the files of the project by both versions.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if there is a difference.")
@click.option(
    "--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="How to show it.  [text]"
)
@click.pass_context
def command(ctx: click.Context, /, versions: tuple[str, ...], *, no_effect: bool, exit_code: bool, form: str) -> int:
    """Show what has changed in the termbase, concept by concept, and what that does to the files.

    A and B are termbases or revisions of git; A..B is two revisions, A...B what B has changed since it left A. A
    revision alone is compared with the working tree; without any, HEAD is. + is a concept added, - removed, ~ changed,
    ^ approved and otherwise the same. The files reviewed are those of the working folder. Exit status: 0 unless
    --exit-code is given.
    """
    from zhengming.cli import termbases  # noqa: PLC0415  `diff --help` needs none of it
    from zhengming.cli import versions as versions_  # noqa: PLC0415
    from zhengming.cli.commands.term.verdicts import effect  # noqa: PLC0415

    if len(versions) > 2:  # noqa: PLR2004
        raise click.UsageError("two versions are compared, not more")
    options: Options = ctx.obj
    settings = options.settings()
    before, after = versions_.versions(versions, settings)
    was, now = (termbases.kept_apart(version.termbase) for version in (before, after))
    changes = diff(was, now)
    found = effect(was.concepts, now.concepts, changes, settings) if changes and not no_effect else None
    approvers = _approvers(changes, before, after, settings)
    page = Page.on(sys.stdout, has_colour=ctx.color, is_quiet=options.is_quiet)
    if form == "json":
        page.write(json.dumps(_document(before, after, changes, approvers, found), ensure_ascii=False, indent=1) + "\n")
    else:
        languages = termbases.languages(now if len(now) else was, settings) if changes else None
        for line in _lines(changes, languages, approvers, found, page) if languages else ():
            page.write(line.rstrip() + "\n")
        if not options.is_quiet:
            page.write(_summary(changes, found, before, after) + "\n")
    return int(exit_code and bool(changes))

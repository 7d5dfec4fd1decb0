"""zhengming term diff: what has changed in a termbase, and what that does to the files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from zhengming.cli.report.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.cli.versions import Version
    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.diff import Change
    from zhengming.termbase.formats.target import Languages

__all__ = ["command"]


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
    from zhengming.cli.commands.term.differences import Differences, document, lines  # noqa: PLC0415
    from zhengming.cli.commands.term.verdicts import effect  # noqa: PLC0415
    from zhengming.cli.versions import read  # noqa: PLC0415
    from zhengming.termbase.diff import diff  # noqa: PLC0415

    if len(versions) > 2:  # noqa: PLR2004
        raise click.UsageError("two versions are compared, not more")
    options: Options = ctx.obj
    settings = options.settings()
    before, after = read(versions, settings)
    was, now = (termbases.kept_apart(version.termbase) for version in (before, after))
    changes = diff(was, now)
    found = Differences(
        names=(before.name, after.name),
        changes=changes,
        approvers=_approvers(changes, before, after, settings),
        effect=effect(was.concepts, now.concepts, changes, settings) if changes and not no_effect else None,
        concepts=now,
    )
    page = Page.on(sys.stdout, has_colour=ctx.color, is_quiet=options.is_quiet)
    if form == "json":
        page.write(document(found))
    else:
        page.write("".join(f"{line}\n" for line in lines(found, _languages(now, was, settings), page)))
    return int(exit_code and bool(changes))


def _languages(now: Termbase, was: Termbase, settings: Settings) -> Languages:
    """Return the languages that concepts are named in; of one language both are the same."""
    from zhengming.cli import termbases  # noqa: PLC0415
    from zhengming.cli.settings import language  # noqa: PLC0415
    from zhengming.termbase.concept import Termbase  # noqa: PLC0415
    from zhengming.termbase.formats.target import Languages  # noqa: PLC0415

    both = Termbase.joined((now, was))
    spoken = both.languages() or [language("en")]
    if len({tag.language for tag in spoken}) > 1:
        return termbases.languages(both, settings)
    return Languages(spoken[0], spoken[0])


def _approvers(changes: Sequence[Change], before: Version, after: Version, settings: Settings) -> dict[str, str]:
    from zhengming.cli.commands.term.approvals import approvals  # noqa: PLC0415  most changes approve nothing
    from zhengming.termbase.concept import Standing  # noqa: PLC0415

    approved = [
        change.after.id
        for change in changes
        if change.after is not None
        and change.after.status is Standing.APPROVED
        and (change.before is None or change.before.status is not Standing.APPROVED)
    ]
    found = approvals(approved, before, after, settings)
    may = {address.lower() for address in settings.approvers}
    is_open = not may
    return {c: who if is_open or who.lower() in may else f"{who} (no approver)" for c, who in found.items()}

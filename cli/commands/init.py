"""zhengming init: look at a folder of translations and propose what to put beside them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.notes import note
from zhengming.cli.report.cells import excerpt
from zhengming.cli.report.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.initiation.folder import Findings

__all__ = ["command"]

_MOST_DIVIDED = 10
_MOST_RENDERINGS = 4
_LONGEST = 110


@click.command("init")
@click.option("--yes", "-y", "is_agreed", is_flag=True, help="Write everything that is proposed, without asking.")
@click.option("--dry-run", is_flag=True, help="Show what would be proposed, write nothing.")
def command(*, is_agreed: bool, dry_run: bool) -> int:
    """Look at the working folder and propose settings, a termbase, a baseline and a hook.

    Each is shown as a diff, and written only if you agree; what is there is never overwritten. In the end the terms
    are named that are rendered in more than one way.
    """
    from zhengming.cli.initiation.asking import agreed, write  # noqa: PLC0415
    from zhengming.cli.initiation.folder import look_at  # noqa: PLC0415  `init --help` needs none of it
    from zhengming.cli.initiation.proposals import proposals  # noqa: PLC0415

    folder = Path.cwd()
    found = look_at(folder, note)
    for line in _found(found):
        click.echo(line)
    asks = not (is_agreed or dry_run)
    if asks and not sys.stdin.isatty():
        note("nobody to ask here: this shows what would be proposed; --yes writes it")
        asks, dry_run = False, True
    written = [one for one in proposals(found, folder) if agreed(one, asks=asks) and not dry_run]
    for one in written:
        write(folder / one.path, one)
    for line in _divided(found):
        click.echo(line)
    click.echo(f"Wrote {', '.join(str(one.path) for one in written)}." if written else "Nothing was written.")
    click.echo("Next: zhengming check")
    return 2 if found.result.has_unreadable else 0


def _found(found: Findings) -> Iterator[str]:
    parts = [f"{count:,} {suffix.lstrip('.').upper()}" for suffix, count in sorted(found.counts.items())]
    units = counted(found.result.units, "unit")
    if found.languages:
        units = f"{found.languages[0]} → {found.languages[1]}, {units}"
    listed = [f"{', '.join(parts)} ({units})" if parts else "no translations yet", *found.others]
    yield f"Found: {' · '.join(listed)}"
    if found.glossary is not None:
        yield f"Termbase: {found.glossary}, {counted(found.result.concepts, 'concept')}"


def _divided(found: Findings) -> Iterator[str]:
    from zhengming.cli.initiation.folder import divided  # noqa: PLC0415

    terms = divided(found.result.survey, found.result.termbase)
    if not terms:
        return
    yield ""
    yield f"{counted(len(terms), 'term')} rendered in more than one way:"
    for one in terms[:_MOST_DIVIDED]:
        uses = [f"{form} x{count:,}" for form, count in one.renderings[:_MOST_RENDERINGS]]
        line = f"  {one.name} ({one.concept})  {' | '.join(uses)}"
        yield excerpt(line, None, _LONGEST, "utf-8").text
    if len(terms) > _MOST_DIVIDED:
        yield f"  and {len(terms) - _MOST_DIVIDED:,} more: zhengming report -o report.html"

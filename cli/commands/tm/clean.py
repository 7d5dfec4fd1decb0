"""zhengming tm clean: take out of a memory what had better not be found in it, and leave the rest as it is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.notes import note
from zhengming.cli.report.page import Page
from zhengming.cli.report.summary import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.cli.commands.tm.inputs import State
    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.memory.cleaning.clean import Cleaning

__all__ = ["command"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("clean")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "out", metavar="OUT", type=_FILE, help="Write what is kept to OUT.")
@click.option("--write", "is_written", is_flag=True, help="Write what is kept over FILE itself.")
@click.option("--dry-run", "is_trial", is_flag=True, help="List what would go, and write nothing; so it is without -o.")
@click.option("--removed", metavar="TMX", type=_FILE, help="Write the units that go to this file.")
@click.option("--report", "listing", metavar="FILE", type=_FILE, help="List the removals in a .csv or .jsonl file.")
@click.option("--select", metavar="KINDS", multiple=True, help="Look for these only: kinds, or checks as in `check`.")
@click.option("--extend-select", metavar="KINDS", multiple=True, help="Look for these too, such as N001.")
@click.option("--ignore", metavar="KINDS", multiple=True, help="Leave these out.")
@click.option(
    "--keep",
    type=click.Choice(["newest", "frequent"]),
    default="newest",
    help="Of several targets of one source, which stays.  [newest]",
)
@click.option("--source-language", metavar="TAG", help="From this language; else as the file declares.")
@click.option("--target-language", metavar="TAG", help="Into this language; else into all there are.")
@click.option("--termbase", metavar="FILE", multiple=True, type=click.Path(path_type=Path), help="As in `check`.")
@click.option(
    "--max-listed", metavar="N", type=click.IntRange(0), help="List N removals.  [50 on a terminal, else all]"
)
@click.option("--force", is_flag=True, help="Write over files that exist.")
@click.pass_context
def command(ctx: click.Context, /, file: Path, **given: Any) -> int:  # noqa: ANN401
    """Take units out of the memory FILE, a TMX, that had better not be found in it.

    Nothing is written without -o or --write; each removal is listed with its place and reason. What is kept is the
    same to the byte. Kinds are duplicate, near-duplicate, incomplete, wrong-language, wrong-script, length-outlier,
    and the checks A001, A002, C001, F002, L004, M001, M002 and T002; any other check of single pairs may be
    selected. A unit of several languages goes only if it is wrong in all of them. Exit status: 0 done, 2 the file
    could not be read to its end or written.
    """
    from zhengming.cli.atomic import write_bytes  # noqa: PLC0415
    from zhengming.cli.commands.tm import inputs  # noqa: PLC0415  `clean --help` needs none of it
    from zhengming.cli.commands.tm.kinds import chosen_kinds  # noqa: PLC0415
    from zhengming.cli.commands.tm.removals import lines, report, summary  # noqa: PLC0415

    options: Options = ctx.obj
    _demand_sense(file, given)
    chosen = chosen_kinds(given["select"], given["extend_select"], given["ignore"])
    before = inputs.State.of(file)
    found = _cleaned(file, _settings(options, given), chosen, given, is_isolated=options.is_isolated)
    if found is None:
        note(f"{file} could not be read to its end, so nothing is taken out of it")
        return 2
    page = Page.on(sys.stdout, has_colour=ctx.color, is_quiet=options.is_quiet)
    limit = given["max_listed"] if given["max_listed"] is not None else page.limit
    for line in lines(found.removals, page, limit):
        page.write(f"{line}\n")
    if given["listing"] is not None:
        write_bytes(given["listing"], report(found.removals, given["listing"]))
    _write(file, before, found, given)
    if not options.is_quiet:
        for line in summary(found):
            click.echo(line, err=True)
        click.echo(_outcome(found, given), err=True)
    return 0


def _demand_sense(file: Path, given: dict[str, Any]) -> None:
    from zhengming.cli.commands.tm.inputs import demand_free, demand_tmx  # noqa: PLC0415
    from zhengming.cli.commands.tm.removals import demand_suffix  # noqa: PLC0415

    out, removed, listing = given["out"], given["removed"], given["listing"]
    if out is not None and given["is_written"]:
        raise click.UsageError("-o writes another file, and --write this one; use one of them.")
    if given["is_trial"] and (out is not None or given["is_written"]):
        raise click.UsageError("--dry-run writes nothing; leave it out, or leave out -o and --write.")
    if removed is not None and out is None and not given["is_written"]:
        raise click.UsageError("--removed holds what was taken out; say where the rest goes: -o OUT or --write.")
    if listing is not None:
        demand_suffix(listing)
    demand_tmx(file, "clean takes")
    named = [path for path in (out, removed, listing) if path is not None]
    resolved = [path.resolve() for path in (file, *named)]
    if len(set(resolved)) < len(resolved):
        raise click.UsageError("two of the files named are one; each needs a name of its own.")
    for path in named:
        demand_free(path, force=given["force"])


def _settings(options: Options, given: dict[str, Any]) -> Settings:
    from zhengming.cli.overriding import in_languages  # noqa: PLC0415

    return in_languages(options.settings(), given)


def _cleaned(
    file: Path, settings: Settings, chosen: frozenset[str], given: dict[str, Any], *, is_isolated: bool
) -> Cleaning | None:
    """Return what there is to be taken out; None if the file cannot be read to its end."""
    from zhengming.cli import termbases  # noqa: PLC0415
    from zhengming.cli.commands.tm.inputs import Faults, listed  # noqa: PLC0415
    from zhengming.cli.progress import progress  # noqa: PLC0415
    from zhengming.tmx.memory.cleaning.clean import clean  # noqa: PLC0415
    from zhengming.tmx.memory.cleaning.twins import Kept  # noqa: PLC0415

    document = listed(file, settings)
    faults = Faults()
    termbase = termbases.in_use(settings, faults, note)
    with progress((document,)):
        found = clean(
            document,
            termbase,
            chosen,
            faults,
            kept=Kept(given["keep"]),
            is_let_through=_decided(settings, is_isolated=is_isolated),
        )
    faults.end()
    return None if document.is_unreadable else found


def _decided(settings: Settings, *, is_isolated: bool) -> Callable[[Issue], bool]:
    """Return which issues an ignore lets stand: the project's or the unit's own. A baseline is no reason, but debt."""
    from datetime import date  # noqa: PLC0415

    from zhengming.cli.suppression import suppress  # noqa: PLC0415
    from zhengming.cli.suppression.decisions import Decisions, load  # noqa: PLC0415

    decisions = Decisions(folder=settings.folder) if is_isolated else load(settings, has_baseline=False)
    today = date.today()  # noqa: DTZ011  the day where the translator is

    def is_let_through(issue: Issue) -> bool:
        own = issue.passage.ignores if issue.passage is not None else ()
        found = suppress([issue], decisions, own, codes={issue.check.code}, is_whole=False, today=today)
        return found.issues[0].suppressed is not None

    return is_let_through


def _write(file: Path, before: State, found: Cleaning, given: dict[str, Any]) -> None:
    """Write what is kept and what goes, the latter first: at no time is a unit in neither file."""
    from zhengming.cli.atomic import opened  # noqa: PLC0415
    from zhengming.tmx.formats.tmx_extents import copy_extents, copy_outside, of_file  # noqa: PLC0415

    out = file if given["is_written"] else given["out"]
    if out is None:
        return
    starts = {place.byte for removal in found.removals if (place := removal.location.start) and place.byte is not None}
    with file.open("rb") as stream:
        cut = of_file(stream, str(file), starts | found.borders)
    gone = [extent for extent in cut.units if extent.tag in starts]
    before.demand(file, is_written=given["is_written"])
    # The file is closed before its successor takes its name: not every system could replace it otherwise.
    if given["removed"] is not None:
        with opened(given["removed"]) as copy, file.open("rb") as stream:
            copy_extents(stream, (cut.head, *gone, cut.tail), copy)
    if gone or out != file:
        with opened(out) as copy, file.open("rb") as stream:
            copy_outside(stream, gone, copy)
            before.demand(file, is_written=given["is_written"])


def _outcome(found: Cleaning, given: dict[str, Any]) -> str:
    goes = f"{len(found.removals):,} of {counted(found.units, 'unit')}"
    if given["is_written"] or given["out"] is not None:
        return f"{goes} taken out"
    return f"{goes} would be taken out; nothing is written without -o OUT or --write"

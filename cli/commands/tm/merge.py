"""zhengming tm merge: several memories made one."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.notes import note
from zhengming.cli.report.page import Page
from zhengming.cli.report.summary import counted
from zhengming.cli.saving import tell_lost
from zhengming.cli.version import VERSION

if TYPE_CHECKING:
    from zhengming.cli.options import Options
    from zhengming.tmx.memory.cleaning.removal import Removal

__all__ = ["command"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("merge")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "out", metavar="OUT", required=True, type=_FILE, help="Write the memory to OUT, a TMX.")
@click.option(
    "--keep",
    type=click.Choice(["newest", "frequent", "all"]),
    default="newest",
    help="Of several targets of one source, which stays.  [newest]",
)
@click.option("--report", "listing", metavar="FILE", type=_FILE, help="List all that is left out, .csv or .jsonl.")
@click.option("--max-listed", metavar="N", type=click.IntRange(0), help="List N units.  [50 on a terminal, else all]")
@click.option("--force", is_flag=True, help="Write over files that exist.")
@click.pass_context
def command(  # noqa: PLR0913  one parameter an option
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    *,
    out: Path,
    keep: str,
    listing: Path | None,
    max_listed: int | None,
    force: bool,
) -> int:
    """Make one memory, a TMX, of several files of translations, of whatever format.

    What is said twice is written once; of several targets of one source the newest stays, and the others are listed.
    Units without a translation, and drafts, are left out. The header says what is true of all units; what differs
    stands with each unit. Exit status: 0 written, 2 a file could not be read to its end, and nothing is written.
    """
    from zhengming.cli.atomic import opened, write_bytes  # noqa: PLC0415
    from zhengming.cli.commands.tm import inputs  # noqa: PLC0415  `merge --help` needs none of it
    from zhengming.cli.commands.tm.removals import lines, report  # noqa: PLC0415
    from zhengming.cli.progress import progress  # noqa: PLC0415
    from zhengming.tmx.formats.writers import write_tmx  # noqa: PLC0415
    from zhengming.tmx.memory.cleaning.kinds import OTHER_TARGET  # noqa: PLC0415
    from zhengming.tmx.memory.cleaning.twins import Kept  # noqa: PLC0415
    from zhengming.tmx.memory.combining import Combining  # noqa: PLC0415

    options: Options = ctx.obj
    _demand_sense(paths, out, listing, force=force)
    settings = options.settings()
    files = inputs.documents(paths, settings)
    before = {Path(file.path): inputs.State.of(Path(file.path)) for file in files}
    faults = inputs.Faults()
    dropped: list[Removal] = []
    lost: Counter[str] = Counter()
    with progress(files):
        choice = settings.choice._replace(has_locked=True)
        joining = Combining(files, choice, Kept(keep) if keep != "all" else None, ("zhengming", VERSION), faults)
        faults.end()
        if not joining.is_readable:
            note("a file could not be read to its end, so nothing is written")
            return 2
        with opened(out) as stream:
            write_tmx(joining.units(dropped.append), stream, lost, joining.header)
            for path, state in before.items():
                state.demand(path, is_written=False)
    if listing is not None:
        write_bytes(listing, report(dropped, listing))
    page = Page.on(sys.stdout, has_colour=ctx.color, is_quiet=options.is_quiet)
    divided = [removal for removal in dropped if removal.kind == OTHER_TARGET]
    for line in lines(divided, page, max_listed if max_listed is not None else page.limit):
        page.write(f"{line}\n")
    if not options.is_quiet:
        _tell(dropped, joining.read, len(files), lost)
    return 0


def _demand_sense(paths: tuple[Path, ...], out: Path, listing: Path | None, *, force: bool) -> None:
    from zhengming.cli.commands.tm import inputs  # noqa: PLC0415
    from zhengming.cli.commands.tm.removals import demand_suffix  # noqa: PLC0415

    inputs.demand_tmx(out, "merge writes")
    if listing is not None:
        demand_suffix(listing)
        inputs.demand_free(listing, force=force)
    if out.resolve() in {path.resolve() for path in paths}:
        raise click.UsageError(f"{out} is one of the files to be merged; write to another one.")
    inputs.demand_free(out, force=force)


def _tell(dropped: list[Removal], units: int, files: int, lost: Counter[str]) -> None:
    kinds = Counter(removal.kind for removal in dropped)
    left_out = ", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common())
    kept = f"{units - len(dropped):,} of {counted(units, 'unit')} in {counted(files, 'file')} written"
    click.echo(f"{kept}; left out: {left_out}" if left_out else kept, err=True)
    tell_lost("TMX", lost)

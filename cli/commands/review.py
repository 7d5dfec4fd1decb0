"""zhengming review: decide on issues, and have each decision written down where it belongs."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.commands.check import command as check
from zhengming.cli.notes import note
from zhengming.cli.overriding import overridden
from zhengming.cli.report.cells import shown
from zhengming.cli.report.page import Page
from zhengming.cli.report.summary import counted

if TYPE_CHECKING:
    from zhengming.cli.checking import Task
    from zhengming.cli.result import Result
    from zhengming.cli.reviewing.narrowing import Wanted
    from zhengming.cli.settings import Settings
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.survey import Survey

__all__ = ["command"]

_OF_CHECK = "select extend_select ignore source_language target_language termbase baseline no_baseline is_ascii".split()
_NOBODY = "nobody to ask here: standard input is no terminal; decide elsewhere and carry it out: --apply FILE"
#: So many places of each rendering are kept; a fix of more asks again for the rest.
_MOST_PLACES = 2000


@click.command("review")
@click.argument("what", nargs=-1, metavar="[PATHS | CODE | CODE:CONCEPT | FINGERPRINT]...")
@click.option(
    "--apply",
    "decided",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Carry out the decisions in a decisions.json, or filled into a report (.xlsx, .csv).",
)
@click.pass_context
def command(ctx: click.Context, /, what: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401
    """Decide on the issues in PATHS, or in the working folder, one key each.

    CODE (C003), CODE:CONCEPT (C003:MG005) or a FINGERPRINT narrows them down. A fix changes the words of the segment
    and no other byte; admit and deprecate change one row of the termbase; ignore and other write an entry, with
    reason, person and date, into .zhengming/ignore.toml. Each decision is written at once, and `u` takes it back.
    Exit status: 0 done, 1 some decisions could not be carried out, 2 a file that could not be read or written, or a
    mistake.
    """
    from zhengming.cli.reviewing.narrowing import split  # noqa: PLC0415  `review --help` needs none of it

    paths, wanted = split(what)
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"“{path}” is no file, and no code (C003, C003:MG005) or fingerprint either.")
    _demand_known(wanted)
    given |= {"fail_on": None, "is_isolated": ctx.obj.is_isolated, "is_verbose": ctx.obj.is_verbose}
    settings = overridden(ctx.obj.settings(), given)
    if given["decided"] is None:
        page = Page.on(sys.stdout, has_colour=ctx.color, is_ascii=given["is_ascii"])
        return _decide(paths, wanted, settings, given, page)
    if wanted:
        raise click.UsageError("--apply carries out all that the file holds; name no code or fingerprint with it.")
    _, task, result = _checked(paths, settings, given)
    return _apply(given["decided"], task, result)


command.params += [option for option in check.params if option.name in _OF_CHECK]


def _demand_known(wanted: list[Wanted]) -> None:
    from zhengming.cli.registry import all_checks  # noqa: PLC0415
    from zhengming.cli.suggestion import did_you_mean  # noqa: PLC0415

    for one in wanted:
        if one.code and one.code not in all_checks():
            raise click.UsageError(f"no check is called {one.code}{did_you_mean(one.code, all_checks())}")


def _checked(
    paths: list[Path], settings: Settings, given: dict[str, Any], survey: Survey | None = None
) -> tuple[dict[Path, bytes], Task, Result]:
    """Return what the files were before they were read, what was to be checked, and what was found."""
    from zhengming.cli.checking import examine, prepare, settled  # noqa: PLC0415
    from zhengming.cli.fixing import digests  # noqa: PLC0415
    from zhengming.cli.progress import progress  # noqa: PLC0415
    from zhengming.cli.suppression import decisions  # noqa: PLC0415

    task = replace(prepare(paths, settings, note), tables=())
    known = digests(task)
    with progress(task.documents):
        result = examine(task, survey=survey)
    if given["is_isolated"]:
        return known, task, result
    decided = decisions.load(settings, other_baseline=given["baseline"], has_baseline=not given["no_baseline"])
    return known, task, settled(result, task, decided, "term", is_whole=False)


def _decide(paths: list[Path], wanted: list[Wanted], settings: Settings, given: dict[str, Any], page: Page) -> int:
    from zhengming.cli.deciding.carrier import Carrier  # noqa: PLC0415
    from zhengming.cli.deciding.desk import Desk  # noqa: PLC0415
    from zhengming.cli.reviewing.cards import cards  # noqa: PLC0415
    from zhengming.cli.reviewing.keys import here  # noqa: PLC0415
    from zhengming.cli.reviewing.session import Reading, Session  # noqa: PLC0415
    from zhengming.tmx.survey import Survey  # noqa: PLC0415

    if not sys.stdin.isatty() and os.environ.get("CI"):
        raise click.UsageError(_NOBODY)

    def read() -> Reading:
        known, task, result = _checked(paths, settings, given, Survey(_MOST_PLACES, of_each_form=True))
        desk = Desk(known)
        carrier = Carrier(task, desk, date.today())  # noqa: DTZ011  the day where the translator is
        asked = [issue for issue in result.standing if _is_asked(issue, wanted, given)]
        return Reading(cards=cards(asked, result), result=result, carrier=carrier, desk=desk)

    session = Session(read, page, here())
    if not session.reading.cards:
        click.echo("Nothing to decide.")
    try:
        session.run()
    except EOFError:
        if not (session.decisions or sys.stdin.isatty()):
            raise click.UsageError(_NOBODY) from None
    finally:
        if session.decisions:
            click.echo(f"{counted(session.decisions, 'decision')} written")
    return 2 if session.reading.result.has_unreadable else 0


def _is_asked(issue: Issue, wanted: list[Wanted], given: dict[str, Any]) -> bool:
    if wanted:
        return any(one.covers(issue) for one in wanted)
    return bool(issue.severity) or given["is_verbose"]


def _apply(path: Path, task: Task, result: Result) -> int:
    from zhengming.cli.deciding.applying import apply, read  # noqa: PLC0415

    done, failed = apply(read(path), result.standing, task, note)
    for line in done:
        click.echo(shown(line))
    click.echo(f"{counted(len(done), 'decision')} carried out" + (f", {failed:,} not" if failed else ""))
    return 2 if result.has_unreadable else int(failed > 0)

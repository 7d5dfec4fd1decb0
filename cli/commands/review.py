"""zhengming review: decide on issues, and have each decision written down where it belongs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.commands.check import command as check
from zhengming.cli.overriding import overridden
from zhengming.cli.report.cells import shown
from zhengming.cli.report.summary import counted

if TYPE_CHECKING:
    from zhengming.cli.checking import Task
    from zhengming.cli.options import Options
    from zhengming.cli.result import Result
    from zhengming.cli.settings import Settings

__all__ = ["command"]

_OF_CHECK = "select extend_select ignore source_language target_language termbase baseline no_baseline".split()


@click.command("review")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--apply",
    "decided",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Carry out the decisions in a decisions.json, or filled into a report (.xlsx, .csv).",
)
@click.pass_obj
def command(options: Options, /, paths: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401
    """Decide on the issues in PATHS, or in the working folder.

    A fix changes the words of the segment and no other byte; admit and deprecate change one row of the termbase;
    ignore and other write an entry, with reason, person and date, into .zhengming/ignore.toml. Exit status: 0 done,
    1 some decisions could not be carried out, 2 a file that could not be read or written, or a mistake.
    """
    if given["decided"] is None:
        raise click.UsageError("say which decisions are to be carried out: --apply FILE")
    given |= {"fail_on": None, "is_isolated": options.is_isolated}
    return _apply(given["decided"], *_checked(paths, overridden(options.settings(), given), given))


command.params += [option for option in check.params if option.name in _OF_CHECK]


def _checked(paths: tuple[Path, ...], settings: Settings, given: dict[str, Any]) -> tuple[Task, Result]:
    from zhengming.cli.checking import examine, prepare, settled  # noqa: PLC0415  `review --help` needs none of it
    from zhengming.cli.progress import progress  # noqa: PLC0415
    from zhengming.cli.suppression import decisions  # noqa: PLC0415

    task = replace(prepare(paths, settings, _note), tables=())
    with progress(task.documents):
        result = examine(task)
    if given["is_isolated"]:
        return task, result
    decided = decisions.load(settings, other_baseline=given["baseline"], has_baseline=not given["no_baseline"])
    return task, settled(result, task, decided, "term", is_whole=False)


def _apply(path: Path, task: Task, result: Result) -> int:
    from zhengming.cli.deciding.applying import apply, read  # noqa: PLC0415

    done, failed = apply(read(path), result.standing, task, _note)
    for line in done:
        click.echo(shown(line))
    click.echo(f"{counted(len(done), 'decision')} carried out" + (f", {failed:,} not" if failed else ""))
    return 2 if result.has_unreadable else int(failed > 0)


def _note(text: str) -> None:
    click.echo(f"zhengming: {shown(text)}", err=True)

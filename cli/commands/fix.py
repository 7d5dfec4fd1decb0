"""zhengming fix: write the right words in place of the wrong ones where both are certain, and change nothing else."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.commands.check import command as check
from zhengming.cli.notes import note
from zhengming.cli.overriding import overridden
from zhengming.cli.report.page import Page
from zhengming.cli.report.replacements import changes_listed, units_compared
from zhengming.cli.report.summary import counted
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.checking import Task
    from zhengming.cli.options import Options
    from zhengming.cli.result import Result
    from zhengming.cli.settings import Settings
    from zhengming.termbase.issue import Issue

__all__ = ["command"]

#: What is looked for, against what, and what is let stand: as in `check`, whose options these are.
_OF_CHECK = (
    "select extend_select ignore source_language target_language termbase pairs baseline no_baseline is_ascii".split()
)


@click.command("fix")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--diff", "is_trial", is_flag=True, help="Show what would change, write nothing, exit with 1 if anything."
)
@click.option("--unsafe", "is_unsafe", is_flag=True, help="Make those replacements too that a person should read.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401
    """Replace wrong terms in the files, where the place and the form of the right one are certain.

    PATHS are files or folders; without any, the files of the working folder are fixed. Nothing changes but the words:
    encoding, line ends, attributes, codes and entities stay as they are. Exit status: 0 done, 1 with --diff if
    anything would change, 2 a file that could not be read or written, or a mistake in settings or options.
    """
    options: Options = ctx.obj
    if given["no_baseline"] and given["baseline"]:
        raise click.UsageError("--no-baseline reads no baseline, and --baseline names one; use one of them.")
    given |= {"fail_on": None, "is_isolated": options.is_isolated}
    page = Page.on(sys.stdout, has_colour=ctx.color, is_ascii=given["is_ascii"], is_quiet=options.is_quiet)
    return _fix(paths, overridden(options.settings(), given), given, page)


command.params += [option for option in check.params if option.name in _OF_CHECK]


def _fix(paths: tuple[Path, ...], settings: Settings, given: dict[str, Any], page: Page) -> int:
    from zhengming.cli.checking import examine, prepare  # noqa: PLC0415  `fix --help` needs none of it
    from zhengming.cli.fixing import demand_within, digests, fixed, replaceable  # noqa: PLC0415
    from zhengming.cli.progress import progress  # noqa: PLC0415

    if any(path == Path("-") for both in given["pairs"] for path in both):
        raise click.UsageError("what comes from standard input (-) cannot be fixed; name files.")
    task = replace(prepare(paths, settings, note, pairs=given["pairs"]), tables=())
    roots = (settings.folder, *(paths or (Path(),)), *(target for _, target in given["pairs"]))
    known = digests(task)
    with progress(task.documents):
        result = _decided(examine(task, "file"), task, given)
    gone: list[list[Issue]] = []
    has_failed = result.has_unreadable
    # All is written before anything is said: whoever stops listening must not leave half of the files unfixed.
    for path, issues in replaceable(result, task, is_unsafe=given["is_unsafe"]).items():
        try:
            demand_within(path, roots, issues[0].location.path)
            gone.append(fixed(path, issues, known.get(path), note, is_trial=given["is_trial"]))
        except ZhengmingError as error:
            has_failed = True
            note(str(error))
    gone = [issues for issues in gone if issues]
    for issues in gone:
        lines = units_compared(issues, page) if given["is_trial"] else changes_listed(issues, page)
        page.write("".join(f"{line}\n" for line in lines))
    if not page.is_quiet:
        page.write("".join(f"{line}\n" for line in _summary(result, gone, given)))
    return 2 if has_failed else int(given["is_trial"] and bool(gone))


def _decided(result: Result, task: Task, given: dict[str, Any]) -> Result:
    """Tell what could not be read, and return the result with that marked which the project lets stand."""
    from zhengming.cli.checking import settled  # noqa: PLC0415
    from zhengming.cli.suppression import decisions  # noqa: PLC0415

    for issue in result.issues if result.has_unreadable else ():
        if issue.check.code == "F001":
            note(f"{issue.location}: {issue.message}; nothing in this file is changed")
    if given["is_isolated"]:
        return result
    has_baseline = not given["no_baseline"]
    decided = decisions.load(task.settings, other_baseline=given["baseline"], has_baseline=has_baseline)
    return settled(result, task, decided, "file", is_whole=False)


def _summary(result: Result, gone: list[list[Issue]], given: dict[str, Any]) -> Iterator[str]:
    from zhengming.cli.fixing import is_certain, is_replaceable  # noqa: PLC0415

    standing, number = len(result.standing), sum(map(len, gone))
    left = standing - number
    if number:
        done = f"{'Would fix' if given['is_trial'] else 'Fixed'} {number:,} of {counted(standing, 'issue')}"
        done = f"{done} in {counted(len(gone), 'file')}"
    else:
        done = "Nothing to fix"
    yield f"{done}; {left:,} {'needs' if left == 1 else 'need'} a decision" if left else done
    proposals = sum(is_replaceable(issue) and not is_certain(issue) for issue in result.standing)
    if proposals and not given["is_unsafe"]:
        yield f"{counted(proposals, 'replacement')} to be read by a person: zhengming fix --unsafe --diff"

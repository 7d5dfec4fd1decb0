"""zhengming check: report where translations break the termbase or contradict each other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.notes import note
from zhengming.cli.outputs import Output, parsed, write
from zhengming.cli.overriding import overridden
from zhengming.cli.report import REPORTS, SURVEYS
from zhengming.cli.report.page import Page
from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from zhengming.cli.changes import Changes
    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.cli.suppression.decisions import Decisions
    from zhengming.tmx.survey import Survey

__all__ = ["command"]

#: Options by which less is found than the settings ask for.
_NARROWING = ("select", "ignore", "source_language", "target_language", "termbase")
_SEVERITIES = ["neutral", "minor", "major", "critical", "never"]


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option("--select", metavar="CODES", multiple=True, help="Run these checks only: codes, letters or names.")
@click.option("--extend-select", metavar="CODES", multiple=True, help="Run these checks too.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Leave these checks out.")
@click.option("--fail-on", type=click.Choice(_SEVERITIES), help="Exit with 1 from this severity on.  [major]")
@click.option("--source-language", metavar="TAG", help="Check units from this language; else as each file declares.")
@click.option("--target-language", metavar="TAG", help="Check units into this language; else into all there are.")
@click.option(
    "--termbase",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Check against this termbase; may be given again.  [glossary.csv]",
)
@click.option(
    "--pair",
    "pairs",
    metavar="SOURCE TARGET",
    nargs=2,
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    help="Check a text against its translation, side by side; may be given again.",
)
@click.option(
    "--output-format",
    "outputs",
    callback=parsed,
    metavar="NAME[=FILE]",
    multiple=True,
    help=f"{', '.join(REPORTS)}; may be given again with a FILE.  [full]",
)
@click.option("--statistics", is_flag=True, help="Count the issues of each check instead of listing them.")
@click.option("--by", type=click.Choice(["term", "file", "check"]), default="term", help="Order of issues.  [term]")
@click.option(
    "--baseline",
    "baseline",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Let the issues of this baseline stand.  [.zhengming/baseline.jsonl]",
)
@click.option("--no-baseline", is_flag=True, help="Let no issue stand for its age.")
@click.option("--staged", "is_staged", is_flag=True, help="Check the files to be committed, as git has them staged.")
@click.option("--changed", "is_changed", is_flag=True, help="Check the files that differ from the last commit.")
@click.option("--since", metavar="REV", help="Check the files that this branch has changed since it left REV.")
@click.option("--max-issues", metavar="N", type=click.IntRange(0), help="List N issues.  [50 on a terminal, else all]")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input (PATH -).  [stdin.tmx]")
@click.option("--ascii", "is_ascii", is_flag=True, help="Draw with - and ^ instead of lines.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked, and stop.")
@click.option("--show-settings", is_flag=True, help="Show the settings that hold here, and stop.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401
    """Report where translations break the termbase or contradict each other.

    PATHS are files, folders, or - for standard input; without any, the working folder is checked. A termbase (.csv)
    that is named is checked itself. Exit status: 0 no issue of the severity --fail-on or above, 1 some, 2 a file
    that could not be read or a mistake in settings or options.
    """
    options: Options = ctx.obj
    if sum(bool(given[name]) for name in ("is_staged", "is_changed", "since")) > 1:
        raise click.UsageError("--staged, --changed and --since each choose the files; use one of them.")
    if given["no_baseline"] and given["baseline"]:
        raise click.UsageError("--no-baseline reads no baseline, and --baseline names one; use one of them.")
    given |= {"is_isolated": options.is_isolated, "is_verbose": options.is_verbose}
    settings = overridden(options.settings(), given)
    if given["show_settings"]:
        _show_settings(settings)
        return 0
    outputs = _outputs(given["outputs"], statistics=given["statistics"])
    return _check(paths, settings, outputs, given, _page(ctx, options, settings, given))


def _page(ctx: click.Context, options: Options, settings: Settings, given: dict[str, Any]) -> Page:
    limit = given["max_issues"]
    return Page.on(
        sys.stdout,
        has_colour=ctx.color,
        is_ascii=given["is_ascii"],
        limit=-1 if limit is None else limit,
        has_notes=options.is_verbose or settings.fail_on is Severity.NEUTRAL,
        is_quiet=options.is_quiet,
    )


def _outputs(given: tuple[Output, ...], *, statistics: bool) -> tuple[Output, ...]:
    outputs = (*given, Output("statistics")) if statistics else given or (Output("full"),)
    if sum(output.path is None for output in outputs) > 1:
        raise click.UsageError("only one report can go to standard output; write the others to files: NAME=FILE")
    return outputs


def _check(
    paths: tuple[Path, ...], settings: Settings, outputs: tuple[Output, ...], given: dict[str, Any], page: Page
) -> int:
    from zhengming.cli.checking import examine, prepare, settled  # noqa: PLC0415  `check --help` needs none of it
    from zhengming.cli.progress import progress  # noqa: PLC0415
    from zhengming.tmx.document import Text  # noqa: PLC0415

    inputs = [path for path in (*paths, *(path for both in given["pairs"] for path in both)) if path == Path("-")]
    if len(inputs) > 1:
        raise click.UsageError("standard input (-) can be read once; name the other files.")
    content = sys.stdin.buffer.read() if inputs else b""
    name = given["stdin_filename"] or _input_name(given["pairs"])
    changes = _changes(settings, given)
    task = prepare(paths, settings, note, pairs=given["pairs"], given=Text(name, content), changes=changes)
    if given["show_files"]:
        for path in (*(path for document in task.documents for path in document.paths), *task.tables):
            page.write(f"{path}\n")
        return 0
    if given["is_verbose"]:
        note(f"settings: {settings.path or 'the defaults'}")
        note(f"termbase: {', '.join(task.termbase.paths) or 'none'}, {len(task.termbase):,} concepts")
    decisions = _decisions(settings, given)
    with progress(task.documents):
        result = examine(task, given["by"], _survey(outputs))
    if decisions is not None:
        is_whole = task.is_whole and not any(given[name] for name in _NARROWING)
        result = settled(result, task, decisions, given["by"], is_whole=is_whole)
    write(result, outputs, page)
    for source, target in result.unserved:
        note(f"the termbase has no concept in both {source} and {target}: no terms were checked there")
    if result.has_unreadable:
        return 2
    return 1 if result.fails(settings.fail_on) else 0


def _input_name(pairs: tuple[tuple[Path, Path], ...]) -> str:
    """Return what to call standard input: beside a text, a text of the same kind."""
    partners = (one if other == Path("-") else other for one, other in pairs if Path("-") in {one, other})
    return f"stdin{next((path.suffix for path in partners), '.tmx')}"


def _changes(settings: Settings, given: dict[str, Any]) -> Changes | None:
    """Return what is to be checked of all the files; None for everything."""
    if not (given["is_staged"] or given["is_changed"] or given["since"]):
        return None
    from zhengming.cli.changes import changes, decides_for_all  # noqa: PLC0415

    found = changes(is_staged=given["is_staged"], since=given["since"] or "")
    if decides_for_all(found, settings):
        note("termbase, settings or decisions have changed, so every file is checked")
        return None
    return found


def _survey(outputs: tuple[Output, ...]) -> Survey | None:
    """Return what is to be filled with the renderings of every concept, if a report shows them."""
    if not any(output.name in SURVEYS for output in outputs):
        return None
    from zhengming.tmx.survey import Survey  # noqa: PLC0415

    return Survey()


def _decisions(settings: Settings, given: dict[str, Any]) -> Decisions | None:
    """Return what the project has decided to let stand; None where nothing of it is to be read."""
    from zhengming.cli.suppression import decisions  # noqa: PLC0415

    if given["is_isolated"]:
        return None
    return decisions.load(settings, other_baseline=given["baseline"], has_baseline=not given["no_baseline"])


def _show_settings(settings: Settings) -> None:
    from zhengming.cli.showing import settings_shown  # noqa: PLC0415

    for line in settings_shown(settings):
        click.echo(line)

"""The command: a click group that imports a subcommand only when it is called."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.lazy import LazyGroup
from zhengming.cli.options import Options
from zhengming.cli.report.page import silence
from zhengming.cli.version import VERSION
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["COMMANDS", "main"]

#: Name and one line of help; the line is here so that `--help` imports none of the modules.
COMMANDS = {
    "align": "Pair the sentences of two texts, and write them as translations.",
    "baseline": "Take down the issues of today, so that only new ones stop anybody.",
    "check": "Report where translations break the termbase or contradict each other.",
    "completion": "Print the completion script for a shell.",
    "convert": "Write translations in another format, and say what it cannot hold.",
    "demo": "Write a small project with planted errors, to try things on.",
    "explain": "Tell what a check finds and why it matters, or what a concept is called.",
    "extract": "List the terms that texts use and the termbase lacks, with what they are rendered by.",
    "fix": "Replace wrong terms where the right ones are certain, and change nothing else.",
    "git-setup": "Have git show and merge translations by unit, and terms by row.",
    "init": "Look at a folder of translations and propose settings, termbase, baseline and hook.",
    "report": "Write what a check finds into files to be passed on: Markdown, spreadsheets.",
    "review": "Decide on issues; each decision is written down where it belongs.",
    "tm": "Import, search, count, clean, merge, split and export translation memories.",
    "term": "Look up, add, compare, merge, import, export and check the terms of a project.",
}
#: Called by git, not by people.
_UNLISTED = ("merge-units", "textconv")
_INTERRUPTED = 130
#: A full disk, a pipe that is gone, a stream that was never open.
_OF_WRITING = frozenset({errno.ENOSPC, errno.EPIPE, errno.EBADF, errno.EFBIG, errno.EIO})


class _Group(LazyGroup):
    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's signature
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:  # the reader has what it wanted
            silence(sys.stdout)
            return 0
        return status


@click.group(
    cls=_Group,
    listed=COMMANDS,
    package="zhengming.cli.commands",
    modules={"git-setup": "git_setup", "merge-units": "merge_units"},
    unlisted=_UNLISTED,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("-C", "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False), help="Work in DIR.")
@click.option(
    "--config",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Use these settings, not the nearest zhengming.toml.",
)
@click.option("--isolated", is_flag=True, help="Read no settings file, baseline or ignores.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to colour output.")
@click.option("-q", "--quiet", is_flag=True, help="Print issues only, no summary.")
@click.option("-v", "--verbose", is_flag=True, help="Say which settings and termbases are used; list notes too.")
@click.version_option(VERSION, prog_name="zhengming")
@click.pass_context
def group(  # noqa: PLR0913  one parameter an option
    ctx: click.Context,
    *,
    folder: str | None,
    config: Path | None,
    isolated: bool,
    color: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Zhengming (正名): call one thing by one vetted name, in every file."""
    if isolated and config is not None:
        raise click.UsageError("--isolated reads no settings file, and --config names one; use one of them.")
    ctx.color = wants_colour(color, os.environ)
    ctx.obj = Options(config=config and config.resolve(), is_isolated=isolated, is_quiet=quiet, is_verbose=verbose)
    if folder is not None:
        os.chdir(folder)


def wants_colour(color: str, environment: Mapping[str, str]) -> bool | None:
    """Return whether to colour output, or None if that depends on whether it goes to a terminal."""
    if color != "auto":
        return color == "always"
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return False if environment.get("TERM") == "dumb" else None


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; leave with 0, 1 (issues), 2 (could not be done) or 130 (interrupted)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what an encoding cannot hold is shown escaped, and stops nothing
            stream.reconfigure(errors="backslashreplace")
    # What a check makes lives to its end: looking for garbage every 700 objects costs it a tenth of its time.
    gc.set_threshold(100_000, 50, 50)
    sys.exit(_status(arguments))


def _status(arguments: Sequence[str] | None) -> int:
    try:
        status = group.main(arguments, prog_name="zhengming", standalone_mode=False)
    except click.exceptions.Abort:
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return 2
    except ZhengmingError as error:
        click.echo(f"zhengming: {error}", err=True)
        return 2
    except OSError as error:
        click.echo(f"zhengming: {_failure(error)}", err=True)
        return 2
    return status if isinstance(status, int) else 0


def _failure(error: OSError) -> str:
    """Say what the system refused. Only standard output is written to without a name."""
    reason = error.strerror or str(error) or type(error).__name__
    if error.filename is not None:
        return f"{os.fsdecode(error.filename) if isinstance(error.filename, bytes) else error.filename}: {reason}"
    if error.errno in _OF_WRITING:
        return f"standard output could not be written: {reason}"
    return f"the system refused: {reason}"

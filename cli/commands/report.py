"""zhengming report: the issues in a file to be passed on, its kind told by its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.commands.check import command as check
from zhengming.cli.outputs import Output
from zhengming.cli.report import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["command"]

_OF_CHECK = frozenset("select extend_select ignore source_language target_language termbase by baseline".split())
_KNOWN = ", ".join(SUFFIXES)


def _outputs(ctx: click.Context, parameter: click.Parameter, values: Sequence[Path]) -> tuple[Output, ...]:  # noqa: ARG001
    return tuple(_output(value) for value in values)


def _output(path: Path) -> Output:
    name = SUFFIXES.get(path.suffix.lower())
    if name is None:
        raise click.UsageError(f"{path}: no report has that suffix; known are {_KNOWN}")
    return Output(name, path)


@click.command("report")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "outputs",
    callback=_outputs,
    metavar="FILE",
    multiple=True,
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"Write to FILE; its suffix says what: {_KNOWN}. May be given again.",
)
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401
    """Check PATHS, or the working folder, and write what was found into files to be passed on.

    Issues that the baseline or an ignore lets stand are left out. Exit status: 0 written, 2 a file that could not be
    read, or a mistake in settings or options.
    """
    return int(ctx.invoke(check, paths=paths, fail_on="never", **given))


command.params += [option for option in check.params if option.name in _OF_CHECK]

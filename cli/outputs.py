"""Where reports go: one to standard output, any number to files."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.report import BINARY, REPORTS, report
from zhengming.cli.report.page import Page, silence
from zhengming.cli.report.summary import summary
from zhengming.cli.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.cli.result import Result

__all__ = ["Output", "parsed", "write"]

#: Those after which nothing more need be said.
_WITH_SUMMARY = frozenset({"full"})


@dataclass(frozen=True, slots=True)
class Output:
    """A report and the file it goes to; None is standard output."""

    name: str
    path: Path | None = None


def parsed(ctx: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[Output, ...]:  # noqa: ARG001
    """Return the outputs that the values NAME or NAME=FILE ask for. Raise UsageError for a report that is none."""
    parts = [value.partition("=") for value in values]
    for name, _, file in parts:
        if name not in REPORTS:
            raise click.UsageError(f"unknown output format “{name}”{did_you_mean(name, REPORTS)}")
        if name in BINARY and not file and sys.stdout.isatty():
            raise click.UsageError(f"{name} is no text for a terminal; name a file: {name}=report.{name}")
    return tuple(Output(name, Path(file) if file else None) for name, _, file in parts)


def write(result: Result, outputs: Sequence[Output], page: Page) -> None:
    """Write the reports; `page` is standard output. Those in files are whole or not there at all."""
    for output in outputs:
        if output.path is not None:
            _save(result, output.name, output.path)
    on_page = [output.name for output in outputs if output.path is None]
    try:
        for name in on_page:
            report(name).write(result, page)
        page.stream.flush()
    except BrokenPipeError:  # the reader has what it wanted; the exit status still tells the truth
        silence(sys.stdout)
    if not (page.is_quiet or _WITH_SUMMARY.intersection(on_page)):
        click.echo("\n".join(summary(result)), err=True)


def _save(result: Result, name: str, path: Path) -> None:
    # A text stream that knows its buffer, as standard output does: for reports that are no text.
    buffer = io.BytesIO()
    text = io.TextIOWrapper(buffer, "utf-8", "backslashreplace", newline="", write_through=True)
    report(name).write(result, Page(stream=text))
    data = buffer.getvalue()
    try:
        if path.exists() and not path.is_file():  # /dev/stderr, a named pipe
            path.write_bytes(data)
        else:
            from zhengming.cli.atomic import write_bytes  # noqa: PLC0415  few runs write files

            write_bytes(path, data)
    except OSError as error:
        raise click.ClickException(f"{path} could not be written: {error.strerror}") from error

"""zhengming check: report where translations break the termbase or contradict each other."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from zhengming.cli import settings as settings_files
from zhengming.cli import termbases
from zhengming.cli.checking import examine
from zhengming.cli.report import jsonl

__all__ = ["command"]


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--select", help="Checks to run: codes, letters or names, by comma.")
@click.option("--termbase", "termbase", multiple=True, type=click.Path(path_type=Path))
@click.option("--no-baseline", is_flag=True)
@click.option("--output-format", default="full")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    select: str | None,
    termbase: tuple[Path, ...],
    no_baseline: bool,
    output_format: str,
) -> int:
    """Report where translations break the termbase or contradict each other."""
    settings = settings_files.Settings(folder=Path.cwd())
    if select:
        settings = replace(settings, select=tuple(select.split(",")))
    tb = termbases.read_all(termbase, lambda issue: click.echo(f"{issue.location}: {issue.message}", err=True))
    result = examine(paths, None, tb, settings, "term")
    jsonl.write(result, sys.stdout)
    return 1 if result.fails(settings.fail_on) else 0

"""zhengming term export: write the termbase for another tool, and say what the tool has no place for."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli import termbases
from zhengming.cli.atomic import write_bytes
from zhengming.cli.commands.term.languages import language_options
from zhengming.cli.report.summary import counted
from zhengming.termbase.concept import Standing
from zhengming.termbase.formats.target import narrowed
from zhengming.termbase.formats.targets import TARGETS

if TYPE_CHECKING:
    from zhengming.cli.options import Options
    from zhengming.termbase.language import Tag

__all__ = ["command"]


@click.command("export")
@click.option("--for", "name", type=click.Choice(list(TARGETS)), required=True, help="What is to read it.")
@click.option("-o", "out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE.")
@language_options
@click.option("--all", "has_proposed", is_flag=True, help="Export proposed concepts too.")
@click.pass_obj
def command(options: Options, /, *, name: str, out: Path | None, has_proposed: bool, **sides: Tag | None) -> int:
    """Write the approved concepts of the termbase for another tool.

    omegat is a glossary (name it FILE.utf8), tbx is TBX-Basic of 2019, tbx-v2 what OmegaT and Weblate read of it.
    What the format has no place for is told on standard error.
    """
    settings = options.settings()
    paths = termbases.termbase_paths(settings) or (termbases.starter(),)
    termbase = termbases.read_all(paths, lambda _: None, termbases.sides(settings))
    languages = termbases.languages(termbase, settings, sides["source_language"], sides["target_language"])
    lost: Counter[str] = Counter()
    concepts = [c for c in termbase if has_proposed or c.status is Standing.APPROVED]
    chosen = narrowed(concepts, languages, lost) if any(sides.values()) else iter(concepts)
    data = TARGETS[name].write(chosen, languages, lost)
    if out is None:
        sys.stdout.buffer.write(data)
    else:
        _save(out, data)
    _tell(name, len(concepts), len(termbase) - len(concepts), lost)
    return 0


def _save(path: Path, data: bytes) -> None:
    try:
        write_bytes(path, data)
    except OSError as error:
        raise click.ClickException(f"{path} could not be written: {error.strerror}") from error


def _tell(name: str, exported: int, left_out: int, lost: Counter[str]) -> None:
    proposed = f"; {left_out:,} proposed left out (--all exports them)" if left_out else ""
    click.echo(f"zhengming: {counted(exported, 'concept')} exported{proposed}", err=True)
    if kinds := [f"{kind} ({count:,})" for kind, count in sorted(lost.items()) if count]:
        click.echo(f"zhengming: {name} has no place for {', '.join(kinds)}", err=True)

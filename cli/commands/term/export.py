"""zhengming term export: write the termbase for another tool, and say what the tool has no place for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli import termbases
from zhengming.cli.atomic import write_bytes
from zhengming.cli.commands.term.languages import language_options
from zhengming.cli.commands.term.occurring import occurring, read_text
from zhengming.cli.report.cells import shown
from zhengming.cli.report.summary import counted
from zhengming.termbase.concept import Standing
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import narrowed
from zhengming.termbase.formats.targets import TARGETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.options import Options
    from zhengming.termbase.formats.target import Target
    from zhengming.termbase.language import Tag

__all__ = ["command"]

#: How many of the things that a target would reject are named without -v.
_NAMED = 20


@click.command("export")
@click.option("--for", "name", type=click.Choice(list(TARGETS)), required=True, help="What is to read it.")
@click.option("-o", "out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE.")
@language_options
@click.option("--text", "text", metavar="FILE", type=click.Path(), help="Only concepts named in this source text.")
@click.option("--all", "has_proposed", is_flag=True, help="Export proposed concepts too.")
@click.pass_obj
def command(
    options: Options, /, *, name: str, out: Path | None, text: str | None, has_proposed: bool, **sides: Tag | None
) -> int:
    """Write the approved concepts of the termbase for another tool.

    omegat is a glossary (name it FILE.utf8), tbx is TBX-Basic of 2019, tbx-v2 that of 2008, llm are lines for a prompt.
    What the format has no place for is told on standard error, and what the tool would reject is left out and named
    there. docs/export.md tells of each what it holds and how to load it.
    """
    target = TARGETS[name]
    _look_at_name(target, out)
    settings = options.settings()
    paths = termbases.termbase_paths(settings) or (termbases.starter(),)
    termbase = termbases.read_all(paths, lambda _: None, termbases.sides(settings))
    languages = termbases.languages(termbase, settings, sides["source_language"], sides["target_language"])
    lost = Losses()
    concepts = [c for c in termbase if has_proposed or c.status is Standing.APPROVED]
    proposed = len(termbase) - len(concepts)
    if text is not None:
        concepts = occurring(concepts, read_text(text), languages.source)
    chosen = narrowed(concepts, languages, lost) if any(sides.values()) else iter(concepts)
    data = target.write(chosen, languages, lost)
    if out is None:
        sys.stdout.buffer.write(data)
    else:
        _save(out, data)
    for line in _told(name, len(concepts), proposed, lost, most=sys.maxsize if options.is_verbose else _NAMED):
        click.echo(f"zhengming: {line}", err=True)
    return 0


def _look_at_name(target: Target, out: Path | None) -> None:
    """Refuse to write where nothing could read it, and warn of a name that the tool would pass over."""
    if out is None:
        if not target.is_text and sys.stdout.isatty():
            remedy = f"write a file: -o FILE{target.suffixes[0]}"
            raise click.UsageError(f"what {target.name} reads is no text for a terminal; {remedy}")
    elif target.file_name is not None and not target.file_name.fullmatch(out.stem):
        rule = "letters a to z, digits, hyphens and single underscores"
        raise click.UsageError(f"{out}: {target.name} wants a name of {rule}, 256 at most")
    elif out.suffix.lower() not in target.suffixes:
        known = " or ".join(f"FILE{suffix}" for suffix in target.suffixes)
        click.echo(f"zhengming: {out}: {target.name} may pass it over; name it {known}", err=True)


def _save(path: Path, data: bytes) -> None:
    try:
        write_bytes(path, data)
    except OSError as error:
        raise click.ClickException(f"{path} could not be written: {error.strerror}") from error


def _told(name: str, exported: int, proposed: int, lost: Losses, most: int) -> Iterator[str]:
    """Yield what became of the concepts: how many there are, and what of them did not get through."""
    left_out = f"; {proposed:,} proposed left out (--all exports them)" if proposed else ""
    yield f"{counted(exported, 'concept')} exported{left_out}"
    if kinds := [f"{kind} ({count:,})" for kind, count in sorted(lost.items()) if count]:
        yield f"{name} has no place for {', '.join(kinds)}"
    for refused in lost.refused[:most]:
        yield f"left out: {shown(refused)}"
    if more := len(lost.refused[most:]):
        yield f"{more:,} more left out; -v names them"

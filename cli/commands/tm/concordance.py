"""zhengming tm concordance: where a term stands in the memory, and what it was rendered as."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zhengming.cli import termbases
from zhengming.cli.commands.term.languages import language_options
from zhengming.cli.commands.tm.memories import languages, memory_option, opened, place_of
from zhengming.cli.report.cells import cells, excerpt, shown
from zhengming.cli.report.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.termbase.concept import Concept, Termbase
    from zhengming.termbase.language import Tag
    from zhengming.tmx.memory.concordance import Group, Line

__all__ = ["command"]

_SOURCE_WIDTH, _TARGET_WIDTH = 46, 60


@click.command("concordance")
@click.argument("term")
@click.option("--top", type=click.IntRange(0, 1000), default=3, show_default=True, help="So many units a rendering.")
@language_options
@memory_option
@click.pass_obj
def command(options: Options, /, *, term: str, top: int, memory: str | None, **sides: Tag | None) -> int:
    """Show where TERM stands in the memory and what it was rendered as, with counts.

    It is found in any script and inflection; a term of the termbase by any of its names. What a term that is not
    there was rendered as is found by counting what its units have in common. Exit status: 0 found, 1 not found.
    """
    from zhengming.tmx.memory.concordance import Question, concordance  # noqa: PLC0415  `--help` needs none

    settings = options.settings()
    store = opened(memory, settings)
    source, target = languages(term, settings, sides["source_language"], sides["target_language"])
    termbase = termbases.read_all(termbases.termbase_paths(settings), lambda _: None, termbases.sides(settings))
    concept = _concept(termbase, term, source)
    found = concordance(store, Question(term, source, target, concept), termbase)
    if not found.units:
        click.echo(f"zhengming: nothing in the memory says “{shown(term)}” ({source})", err=True)
        return 1
    name = f"{concept.name(source)} ({concept.id})" if concept else term
    more = "" if found.is_whole else " or more"
    renderings = sum(bool(group.text) and not group.is_inside for group in found.groups)
    click.echo(f"{shown(name)}: {counted(found.units, 'unit')}{more}, {counted(renderings, 'rendering')}")
    for group in found.groups:
        for line in _lines(group, top, settings):
            click.echo(line)
    return 0


def _concept(termbase: Termbase, term: str, source: Tag) -> Concept | None:
    """Return the concept that has the term in that language, whole."""
    from zhengming.termbase.lookup import lookup  # noqa: PLC0415

    return next(
        (
            hit.concept
            for hit in lookup(termbase, term)
            if hit.is_whole and (hit.term is None or hit.term.language.language == source.language)
        ),
        None,
    )


def _lines(group: Group, top: int, settings: Settings) -> Iterator[str]:
    text = f"“{shown(group.text)}”" if group.text else "not made out"
    if group.is_inside:
        text = "part of a longer term"
    yield f"{len(group.lines):>6}  {text}{'  ! not what the termbase has' if group.is_wrong else ''}"
    for line in group.lines[:top]:
        yield f"          {_pair(line)}  {shown(place_of(line.pair.unit, settings))}"


def _pair(line: Line) -> str:
    source = excerpt(line.pair.source.text, line.span, _SOURCE_WIDTH).text
    target = excerpt(line.pair.target.text, line.target_span, _TARGET_WIDTH).text
    return f"{source}{' ' * (_SOURCE_WIDTH - cells(source))}  {target}{' ' * (_TARGET_WIDTH - cells(target))}"

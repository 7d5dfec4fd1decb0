"""zhengming term lookup: find concepts by any of their terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zhengming.cli import termbases
from zhengming.cli.commands.term.rows import aligned, named
from zhengming.termbase.lookup import lookup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.options import Options
    from zhengming.termbase.lookup import Hit

__all__ = ["command"]


@click.command("lookup")
@click.argument("words", nargs=-1, required=True)
@click.option("--count", "is_counting", is_flag=True, help="Count the units of the project that hold each concept.")
@click.pass_obj
def command(options: Options, words: tuple[str, ...], *, is_counting: bool) -> int:
    """Find concepts by any of their terms.

    WORDS are one term in any language, script or inflection, a part of one, or a concept's id. Exit status: 0 found,
    1 not found.
    """
    settings = options.settings()
    paths = termbases.termbase_paths(settings) or (termbases.starter(),)
    # What is wrong with it, `term lint` says.
    termbase = termbases.read_all(paths, lambda _: None, termbases.sides(settings))
    wanted = " ".join(words)
    hits = lookup(termbase, wanted)
    if not hits:
        click.echo(f"zhengming: no concept is called “{wanted}” in {', '.join(map(str, paths))}", err=True)
        return 1
    languages = termbases.languages(termbase, settings)
    counts: dict[str, int] = {}
    if is_counting:
        from zhengming.cli.commands.term.effect import occurrences  # noqa: PLC0415  reads every file

        counts = occurrences({hit.concept.id for hit in hits}, termbase, settings)
    rows = [(hit.concept.id, *named(hit.concept, languages), hit.concept.status.value) for hit in hits]
    for hit, line in zip(hits, aligned(rows), strict=True):
        click.echo("  ".join((line, *_remarks(hit, counts if is_counting else None))).rstrip())
    return 0


def _remarks(hit: Hit, counts: dict[str, int] | None) -> Iterator[str]:
    if counts is not None:
        yield f"{counts.get(hit.concept.id, 0):>4} units"
    if hit.term is not None and not hit.term.is_allowed:
        yield f"not “{hit.term.text}”"

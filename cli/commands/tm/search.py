"""zhengming tm search: what was said before for a text, or one like it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.commands.term.languages import language_options
from zhengming.cli.commands.tm.memories import languages, memory_option, opened, place_of
from zhengming.cli.report.cells import cells, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag
    from zhengming.tmx.memory.search import Hit
    from zhengming.tmx.pair import Pair

__all__ = ["SCHEMA", "command"]

SCHEMA = "zhengming/memory/1"
_DATES = ("creationdate", "creationid", "changedate", "changeid")


@click.command("search")
@click.argument("text")
@click.option("--fuzzy", "least", type=click.IntRange(1, 100), default=70, show_default=True, help="The lowest score.")
@click.option("--top", type=click.IntRange(1, 1000), default=5, show_default=True, help="So many hits at most.")
@click.option("--previous", metavar="TEXT", help="The segment before, for matches in context.")
@click.option("--next", "following", metavar="TEXT", help="The segment behind.")
@language_options
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How hits are written.")
@memory_option
@click.pass_obj
def command(  # noqa: PLR0913  one parameter an option
    options: Options,
    /,
    *,
    text: str,
    least: int,
    top: int,
    previous: str | None,
    following: str | None,
    output_format: str,
    memory: str | None,
    **sides: Tag | None,
) -> int:
    """Find what was said before for TEXT, or for one like it.

    100% is the same text, 101% the same between the same neighbours. Scores are explained in docs/memory.md. A hit that
    breaks the termbase is marked with the check and the concept, and comes behind those that do not. Exit status:
    0 found, 1 not found.
    """
    from zhengming.tmx.memory.search import Searcher, Wish  # noqa: PLC0415  `--help` needs none

    settings = options.settings()
    store = opened(memory, settings)
    source, target = languages(text, settings, sides["source_language"], sides["target_language"])
    searcher = Searcher(store, source, target, _judge(settings))
    hits = searcher.hits(Wish(text, previous=previous, next=following), top=top, least=least)
    if output_format == "json":
        click.echo(json.dumps(_record(text, hits, settings), ensure_ascii=False))
    elif hits:
        for line in _lines(hits, settings, is_verbose=options.is_verbose):
            click.echo(line)
    else:
        click.echo(f"zhengming: nothing in the memory is {least}% like “{shown(text)}” ({source})", err=True)
    return 0 if hits else 1


def _judge(settings: Settings) -> Callable[[Pair], tuple[Issue, ...]]:
    """Return what says how a pair breaks the termbase; where there is none, no pair does."""
    from zhengming.cli import termbases  # noqa: PLC0415
    from zhengming.cli.rules import Rules  # noqa: PLC0415
    from zhengming.tmx.memory.judging import Judge  # noqa: PLC0415

    rules = Rules.of(settings)
    paths = termbases.termbase_paths(settings)
    termbase = termbases.read_all(paths, lambda _: None, termbases.sides(settings))
    judge = Judge(termbase, {code for code in rules.codes if code.startswith("T")}, settings.english)

    def judged(pair: Pair) -> tuple[Issue, ...]:
        return tuple(issue for found in judge.issues(pair) if (issue := rules.applied(found)) is not None)

    return judged


def _lines(hits: list[Hit], settings: Settings, *, is_verbose: bool) -> Iterator[str]:
    columns = [
        (f"{hit.score}%", shown(hit.pair.source.text), shown(hit.target), _remarks(hit, settings)) for hit in hits
    ]
    width = max(cells(source) for _, source, _, _ in columns)
    other = max(cells(target) for _, _, target, _ in columns)
    for hit, (score, source, target, remarks) in zip(hits, columns, strict=True):
        padded = source + " " * (width - cells(source)), target + " " * (other - cells(target))
        yield f"{score:>4}  {padded[0]}  {padded[1]}  {remarks}"
        for issue in hit.issues if is_verbose else ():
            yield f"      {issue.check.code} {issue.severity}: {shown(issue.message)}"


def _remarks(hit: Hit, settings: Settings) -> str:
    count = f" ×{hit.count}" if hit.count > 1 else ""
    numbers = "  numbers put in" if hit.is_transferred else ""
    marks = " ".join(dict.fromkeys(f"{issue.check.code} {issue.concept or ''}".strip() for issue in hit.issues))
    return f"{shown(place_of(hit.pair.unit, settings))}{count}{numbers}{f'  ! {marks}' if marks else ''}"


def _record(text: str, hits: list[Hit], settings: Settings) -> dict[str, Any]:
    return {"schema": SCHEMA, "text": text, "hits": [_hit(hit, settings) for hit in hits]}


def _hit(hit: Hit, settings: Settings) -> dict[str, Any]:
    pair, unit = hit.pair, hit.pair.unit
    owners = (unit, pair.source_variant, pair.target_variant)
    return {
        "score": hit.score,
        "source": pair.source.text,
        "target": pair.target.text,
        "proposal": hit.target,
        "source_language": str(pair.source_language),
        "target_language": str(pair.target_language),
        "place": place_of(unit, settings),
        "unit": unit.name,
        "count": hit.count,
        **{name: next((o.attributes[name] for o in reversed(owners) if name in o.attributes), None) for name in _DATES},
        "properties": [{"type": one.type, "text": one.text} for owner in owners for one in owner.properties],
        "issues": [
            {
                "code": issue.check.code,
                "severity": str(issue.severity),
                "message": issue.message,
                "concept": issue.concept,
                "expected": list(issue.expected),
                "found": issue.found,
            }
            for issue in hit.issues
        ],
    }

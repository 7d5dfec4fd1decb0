"""zhengming explain: the page of a check, the checks there are, a concept, or why an issue was raised."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from zhengming.cli.registry import LETTERS, all_checks
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.cli.options import Options
    from zhengming.termbase.check import Check
    from zhengming.termbase.concept import Concept

__all__ = ["command"]

_WIDEST = 100


@click.command("explain")
@click.argument("subject", metavar="[X]", required=False)
@click.option("--uses", "with_uses", is_flag=True, help="Of a concept: what the files have for it, and why it counts.")
@click.pass_context
def command(ctx: click.Context, /, subject: str | None, *, with_uses: bool) -> int:
    """Tell what a check finds and why it matters, what a concept is called, or why an issue was raised.

    X is the code or name of a check (T002, deprecated-term), a letter (T), a concept's id or one of its terms; or an
    issue: its fingerprint, or its place as reports print it (tmx/digest-01.tmx:118:59). Without X, all checks are
    listed.
    """
    options: Options = ctx.obj
    subject = subject and subject.strip()
    if not subject:
        lines = _overview(all_checks().values())
    elif _names_an_issue(subject):
        lines = _traced(subject, options, has_colour=ctx.color)
    else:
        lines = _explained(subject, options, with_uses=with_uses)
    for line in lines:
        click.echo(line)
    return 0


def _names_an_issue(subject: str) -> bool:
    from zhengming.cli.tracing import names_an_issue  # noqa: PLC0415  the list of checks needs none of it

    return names_an_issue(subject)


def _traced(subject: str, options: Options, *, has_colour: bool | None) -> Iterator[str]:
    """Yield why an issue was raised, and why it is let stand if it is."""
    from zhengming.cli.evidence import trace_shown  # noqa: PLC0415
    from zhengming.cli.report.page import Page  # noqa: PLC0415
    from zhengming.cli.tracing import trace  # noqa: PLC0415

    page = Page.on(sys.stdout, has_colour=has_colour)
    for index, found in enumerate(trace(subject, options.settings(), is_isolated=options.is_isolated)):
        if index:
            yield ""
        yield from trace_shown(found, page)


def _explained(subject: str, options: Options, *, with_uses: bool) -> Iterator[str]:
    from zhengming.cli.explanation import check_shown, concept_shown  # noqa: PLC0415  the list needs neither

    checks = all_checks()
    named = [check for check in checks.values() if subject.upper() == check.code or subject.lower() == check.name]
    family = subject.upper() if subject.upper() in LETTERS else None
    if named:
        yield from check_shown(named[0], _width())
    elif family:
        yield from _overview(check for check in checks.values() if check.code[0] == family)
    else:
        for index, concept in enumerate(_concepts(subject, options, checks.values())):
            if index:
                yield ""
            yield from concept_shown(concept, _width())
            if with_uses:
                from zhengming.cli.evidence import uses_shown  # noqa: PLC0415
                from zhengming.cli.uses import uses  # noqa: PLC0415  it reads all files

                yield from uses_shown(uses(concept.id, options.settings()), _width())


def _overview(checks: Iterable[Check]) -> Iterator[str]:
    """Yield a line a check, under the names of their families."""
    from zhengming.cli.explanation import gist  # noqa: PLC0415

    family = ""
    for check in checks:
        if check.code[0] != family:
            family = check.code[0]
            yield click.style(f"{family} {LETTERS[family]}", bold=True)
        severity = f"{check.severity}{', opt-in' if check.opt_in else ''}"
        yield f"  {check.code}  {check.name:<29}  {severity:<8}  {gist(check)}"


def _concepts(subject: str, options: Options, checks: Iterable[Check]) -> list[Concept]:
    """Return the concept of that id, else those with a term that is written so. Raise InvalidSettings."""
    from zhengming.cli import termbases  # noqa: PLC0415
    from zhengming.cli.checking import termbase_paths  # noqa: PLC0415
    from zhengming.cli.suggestion import did_you_mean  # noqa: PLC0415
    from zhengming.termbase.text.normal import fold  # noqa: PLC0415

    settings = options.settings()
    paths = termbase_paths(settings) or (termbases.starter(),)
    # What is wrong with it, `check` and `term lint` say.
    termbase = termbases.read_all(paths, lambda _: None, termbases.sides(settings))
    by_id = [concept for concept in termbase if concept.id.lower() == subject.lower()]
    wanted = fold(subject)
    found = by_id or [c for c in termbase if any(fold(term.text) == wanted for term in c.terms)]
    if not found:
        listed = list(checks)
        known = [*(check.name for check in listed), *(check.code for check in listed)]
        terms = (term.text for concept in termbase for term in concept.terms)
        hint = did_you_mean(subject, [*known, *(concept.id for concept in termbase), *terms])
        hint = hint if hint.startswith("; did") else "; `zhengming explain` lists the checks"
        raise InvalidSettings(f"“{subject}” is no check, and {' and '.join(map(str, paths))} has no such term{hint}")
    return found


def _width() -> int:
    return min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)

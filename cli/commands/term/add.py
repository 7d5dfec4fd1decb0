"""zhengming term add: write one row into the termbase, where its id sorts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.adding import languages_of, taking, write
from zhengming.cli.approval import is_approver
from zhengming.cli.commands.term.effect import effect
from zhengming.cli.suggestion import did_you_mean
from zhengming.termbase.additions import numbered
from zhengming.termbase.checks import CHECKS, duplicate_concept
from zhengming.termbase.concept import AdministrativeStatus, Concept, Enforcement, Standing, Term, Termbase
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.columns import Column, terms_in
from zhengming.termbase.position import Location
from zhengming.termbase.text.script import is_han, is_unspaced_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhengming.cli.options import Options
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.issue import Issue

__all__ = ["command"]

_POLICIES = [policy.value for policy in Enforcement]


@click.command("add")
@click.argument("source", metavar="ZH")
@click.argument("target", metavar="EN")
@click.option("--admit", metavar="TERM", multiple=True, help="Another term in EN's language that may be written.")
@click.option("--deprecate", metavar="TERM", multiple=True, help="A term in EN's language that must not be written.")
@click.option("--field", default="", help="Subject field; the id is the next of those it has.")
@click.option("--prefix", help="Letters of the id, instead of the field's.")
@click.option("--source", "provenance", metavar="TEXT", default="", help="Where the pair was seen.")
@click.option("--note", default="", help="What a translator should know.")
@click.option("--check", "policy", type=click.Choice(_POLICIES), default="strict", help="What is demanded.  [strict]")
@click.option("--approved", is_flag=True, help="Approve it at once; if the settings name approvers, you must be one.")
@click.pass_obj
def command(options: Options, /, **given: Any) -> int:  # noqa: ANN401
    """Add a concept to the first termbase of the settings, as a row where its id sorts.

    ZH and EN are its names in the termbase's two languages. It is proposed unless the settings list you (git's
    user.email) among the `approvers`. Exit status: 1 if the termbase has it already.
    """
    settings = options.settings()
    path, termbase = taking(settings)
    is_an_approver = is_approver(settings)
    if given["approved"] and settings.approvers and not is_an_approver:
        raise InvalidSettings(f"--approved: {settings.path} lists the approvers, and git's user.email is none of them")
    status = Standing.APPROVED if is_an_approver or given["approved"] else Standing.PROPOSED
    concept = _concept(given, termbase, languages_of(termbase, settings), path, status)
    issues = list(_issues(concept, termbase))
    for issue in issues:
        click.echo(f"zhengming: {issue.check.code} {issue.message}", err=True)
    if any(issue.check is duplicate_concept.DUPLICATE_CONCEPT for issue in issues):
        return 1
    write(path, [concept])
    fields = sorted({known.subject_field for known in termbase if known.subject_field})
    if given["field"] and fields and given["field"] not in fields:
        hint = did_you_mean(given["field"], fields)
        click.echo(f"zhengming: “{given['field']}” is a new subject field{hint}", err=True)
    remark = " (you are not an approver)" if settings.approvers and status is Standing.PROPOSED else ""
    click.echo(f"{concept.id} {given['source']} → {given['target']}   {status.value}{remark}")
    click.echo(effect(concept, termbase, settings))
    return 0


def _concept(given: dict[str, Any], termbase: Termbase, languages: Languages, path: Path, status: Standing) -> Concept:
    _hold_apart(given["source"], given["target"], languages)
    wanted = [
        (Column(languages.source, AdministrativeStatus.PREFERRED), [given["source"]]),
        (Column(languages.target, AdministrativeStatus.PREFERRED), [given["target"]]),
        (Column(languages.target, AdministrativeStatus.ADMITTED), given["admit"]),
        (Column(languages.target, AdministrativeStatus.DEPRECATED), given["deprecate"]),
    ]
    concept = Concept(
        id="",
        terms=tuple(term for column, texts in wanted for text in texts for term in _terms(text, column)),
        location=Location(str(path)),
        subject_field=given["field"],
        status=status,
        check=Enforcement(given["policy"]),
        note=given["note"],
        source=given["provenance"],
    )
    return next(numbered([concept], termbase, given["prefix"]))


def _hold_apart(source: str, target: str, languages: Languages) -> None:
    """Raise UsageError if the two names are the wrong way round."""
    first, second = (any(map(is_han, text)) for text in (source, target))
    writes_han = [is_unspaced_language(tag.language) for tag in languages]
    if [second, first] == writes_han != [first, second]:
        raise click.UsageError(f"“{source}” comes first, which is to be {languages.source}; is the order right?")


def _terms(text: str, column: Column) -> Iterator[Term]:
    for found in terms_in(text, column):
        if isinstance(found, str):
            raise click.UsageError(f"“{text}”: {found}")
        yield found


def _issues(concept: Concept, termbase: Termbase) -> Iterator[Issue]:
    """Yield what is wrong with the termbase only since the concept is in it."""
    whole = Termbase((*termbase.concepts, concept))
    for check in CHECKS:
        # That its place is the end is true of this list only; a missing source is no news to who left it out.
        yield from (i for i in check.examine(whole) if i.location == concept.location and i.check.code != "G005")

"""What `explain` says: a check's page without its Markdown, a concept's row without its commas."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import click

from zhengming.cli.pages import page
from zhengming.cli.report.cells import wrapped
from zhengming.termbase.concept import AdministrativeStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.check import Check
    from zhengming.termbase.concept import Concept, Term

__all__ = ["check_shown", "concept_shown", "entry", "gist"]

_LABEL = 12
_FENCE = "```"
_MARKS = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*")


def check_shown(check: Check, width: int) -> Iterator[str]:
    """Yield the lines of the check's page; headings are bold where there is colour."""
    facts = [f"{check.code} {check.name}", str(check.severity)]
    facts += [f"MQM {check.mqm}"] if check.mqm else []
    facts += ["opt-in"] if check.opt_in else []
    yield click.style(" · ".join(facts), bold=True)
    is_block, before = False, ""
    for line in page(check).splitlines()[1:]:
        if line.startswith(_FENCE):
            is_block = not is_block
        elif is_block:
            yield f"  {line}".rstrip()
        elif line.startswith("#"):
            yield click.style(line.lstrip("# "), bold=True)
        elif line or not before.startswith("#"):
            yield from wrapped(_plain(line), width) if line else [""]
        before = line


def _plain(text: str) -> str:
    return _MARKS.sub(lambda match: match[1] or match[2], text)


def gist(check: Check) -> str:
    """Return the first sentence of the page: what the check finds."""
    body = page(check).partition("## What it finds\n")[2].strip()
    paragraph = body.partition("\n\n")[0]
    return _plain(re.split(r"(?<=[.:])\s", paragraph, maxsplit=1)[0].rstrip(".:"))


def concept_shown(concept: Concept, width: int) -> Iterator[str]:
    """Yield the concept as a dictionary would print it: its names by language, then what is known of it."""
    first = concept.terms[0].text if concept.terms else ""
    facts = [f"{concept.id} {first}".strip(), concept.subject_field, concept.status.value]
    yield click.style(" · ".join(filter(None, facts)), bold=True)
    for language, terms in groupby(concept.terms, key=lambda term: str(term.language)):
        for index, term in enumerate(terms):
            yield f"{'' if index else language:<{_LABEL}}{_named(term)}"
    described = (
        ("part", concept.part_of_speech),
        ("definition", concept.definition),
        ("note", concept.note),
        ("source", concept.source),
        ("check", concept.check.value),
        ("place", str(concept.location)),
    )
    for label, text in ((label, text) for label, text in described if text):
        yield from entry(label, text, width)


def _named(term: Term) -> str:
    standing = [] if term.status is AdministrativeStatus.PREFERRED else [term.status.value]
    remarks = ", ".join([*standing, *sorted(term.labels)])
    return f"{term.text}  ({remarks})" if remarks else term.text


def entry(label: str, text: str, width: int) -> Iterator[str]:
    """Yield a label and beside it the text, in as many lines as it takes."""
    for index, line in enumerate(wrapped(text, width - _LABEL)):
        yield f"{'' if index else label:<{_LABEL}}{line}"

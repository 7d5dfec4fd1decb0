"""Annotations for GitHub Actions: one for each term that is wrong, and a table in the job's summary.

GitHub shows ten of a kind a step and fifty a job, so a term that is wrong in forty places must not use them up.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli.report.cells import shown
from zhengming.cli.report.group import headline, remedy_of
from zhengming.cli.report.markdown import cell
from zhengming.cli.report.summary import counted, summary
from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue

__all__ = ["write"]

_COMMANDS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "notice",
}
_MOST_SHOWN = 10
_MOST_PLACES = 5
_MOST_ROWS = 500
_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_MESSAGE, ":": "%3A", ",": "%2C"}


def write(result: Result, page: Page) -> None:
    """Write the annotations, the gravest first; add the summary where the job keeps one."""
    groups = _by_term(result.standing)
    shown_of: Counter[str] = Counter()
    for group in groups:
        command = _COMMANDS[group[0].severity]
        shown_of[command] += 1
        if shown_of[command] <= _MOST_SHOWN:
            page.write(_annotation(command, group) + "\n")
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.writelines(f"{line}\n" for line in _table(groups, result))
        except OSError as error:  # the annotations are written, and they are what a reviewer sees
            click.echo(f"zhengming: no summary of the job: {path}: {error.strerror}", err=True)


def _by_term(issues: Iterable[Issue]) -> list[list[Issue]]:
    """Return the issues that say the same of one term, the gravest groups first, then the largest."""
    groups: dict[tuple[str, str], list[Issue]] = {}
    for issue in issues:
        groups.setdefault((issue.check.code, issue.concept or headline(issue)), []).append(issue)
    for group in groups.values():
        group.sort(key=lambda issue: -issue.severity)
    return sorted(groups.values(), key=lambda group: (-group[0].severity, -len(group)))


def _annotation(command: str, group: list[Issue]) -> str:
    first = group[0]
    start, end = first.location.start, first.location.end
    properties = {"file": _from_workspace(first.location.path)}
    if start is not None:
        properties |= {"line": str(start.line), "col": str(start.column)}
        if end is not None and end.line == start.line:  # GitHub takes columns within one line only
            properties |= {"endLine": str(end.line), "endColumn": str(end.column)}
    properties["title"] = f"{first.check.code} {first.check.name}"
    written = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    return f"::{command} {written}::{_escaped(_message(group), _MESSAGE)}"


def _message(group: list[Issue]) -> str:
    first, rest = group[0], group[1:]
    lines = [first.message]
    if first.why:
        lines.append(first.why)
    if rest:
        places = ", ".join(str(issue.location) for issue in rest[:_MOST_PLACES])
        more = ", …" if len(rest) > _MOST_PLACES else ""
        lines.append(f"and in {counted(len(rest), 'more place')}: {places}{more}")
    return "\n".join(lines)


def _from_workspace(path: str) -> str:
    """Return the path as GitHub knows it: from the root of the checkout, whatever folder the step works in."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    return os.path.relpath(path, workspace).replace(os.sep, "/") if workspace else path


def _escaped(text: str, escapes: dict[str, str]) -> str:
    safe = "".join(escapes.get(character, character) for character in text)
    return shown(safe)  # what is left of controls and bidi marks


def _table(groups: list[list[Issue]], result: Result) -> Iterator[str]:
    yield "### zhengming"
    yield ""
    yield from (f"{cell(line)}  " for line in summary(result))
    if not groups:
        return
    yield ""
    yield "| issues | check | severity | term | found | use | first place |"
    yield "|--:|---|---|---|---|---|---|"
    for group in groups[:_MOST_ROWS]:
        first = group[0]
        check = f"{first.check.code} {first.check.name}"
        texts = (check, str(first.severity), first.term or "", first.found or "", remedy_of(first), str(first.location))
        yield f"| {len(group)} | {' | '.join(map(cell, texts))} |"
    if len(groups) > _MOST_ROWS:
        yield ""
        yield f"{len(groups) - _MOST_ROWS:,} more terms are in the other reports."

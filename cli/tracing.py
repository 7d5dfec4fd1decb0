"""An issue traced back: the one of that fingerprint or place, the reading that it rests on, and why it is let stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli.checking import examine, prepare, settled
from zhengming.cli.notes import note
from zhengming.cli.suppression import decisions as of_project
from zhengming.cli.suppression.grounds import grounds
from zhengming.termbase.errors import InvalidSettings
from zhengming.tmx.render import Reader

if TYPE_CHECKING:
    from zhengming.cli.checking import Task
    from zhengming.cli.settings import Settings
    from zhengming.cli.suppression.decisions import Decisions
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.render import Reading

__all__ = ["Trace", "is_place", "names_an_issue", "trace"]

_FINGERPRINT = re.compile(r"[0-9a-f]{8,16}")
_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")


class Trace(NamedTuple):
    """An issue, the other places where it occurs, its reading, and on what grounds it is let stand."""

    issue: Issue
    others: tuple[Issue, ...]
    reading: Reading | None
    grounds: tuple[str, ...]


def names_an_issue(subject: str) -> bool:
    """Return whether that is a fingerprint, or its beginning, or a place as reports print it."""
    return _FINGERPRINT.fullmatch(subject) is not None or is_place(subject)


def is_place(subject: str) -> bool:
    """Return whether that is a file with a line."""
    match = _PLACE.fullmatch(subject)
    return match is not None and Path(match["path"]).is_file()


def trace(subject: str, settings: Settings, *, is_isolated: bool = False) -> list[Trace]:
    """Check the project and return the issues of that fingerprint, as one, or those at that place, one by one.

    Raise InvalidSettings where there are none.
    """
    task = prepare((), settings, note)
    result = examine(task, "file")
    decisions = None if is_isolated else of_project.load(settings)
    if decisions is not None:
        result = settled(result, task, decisions, "file", is_whole=False)
    found = [issue for issue in result.issues if _is_meant(issue, subject)]
    if not found:
        raise InvalidSettings(_not_found(subject, result.files, decisions))
    if is_place(subject):
        return [_traced([issue], task, decisions) for issue in found]
    if len({issue.fingerprint for issue in found}) > 1:
        raise InvalidSettings(f"{subject}: {len(found)} issues begin so; give more of the fingerprint")
    return [_traced(found, task, decisions)]


def _is_meant(issue: Issue, subject: str) -> bool:
    match = _PLACE.fullmatch(subject)
    if match is None:
        return issue.fingerprint.startswith(subject)
    start, line, column = issue.location.start, int(match["line"]), match["column"]
    is_there = Path(issue.location.path) == Path(match["path"]) and start is not None and start.line == line
    return is_there and (column is None or (start is not None and start.column == int(column)))


def _not_found(subject: str, files: int, decisions: Decisions | None) -> str:
    entries = decisions.entries if decisions is not None and not is_place(subject) else ()
    for entry in entries:
        if entry.fingerprint.startswith(subject):
            return (
                f"{subject}: {entry.code} no longer occurs; it was {entry.example}. "
                "`zhengming baseline prune` drops it from the baseline"
            )
    where = "no issue there" if is_place(subject) else "no issue has that fingerprint"
    return (
        f"{subject}: {where} in {files} files; either the text has changed, or nothing is wrong with it. "
        "`zhengming check --output-format jsonl` lists the fingerprints"
    )


def _traced(issues: list[Issue], task: Task, decisions: Decisions | None) -> Trace:
    first, *others = issues
    let_stand = tuple(grounds(first, decisions)) if decisions is not None else ()
    return Trace(first, tuple(others), _reading(first, task), let_stand)


def _reading(issue: Issue, task: Task) -> Reading | None:
    """Read the issue's document once more, up to its pair: what was said before it counts."""
    reader = Reader(task.termbase, task.settings.english)
    for document in task.documents:
        if issue.passage is None or issue.location.path not in document.paths:
            continue
        reader.begin()
        for pair in document.pairs_again():
            reading = reader.read(pair)
            is_text = (pair.source.text, pair.target.text) == (issue.passage.source, issue.passage.target)
            if is_text and pair.name == issue.passage.unit:
                return reading
    return None

"""From paths and settings to a Result: what `check`, `fix` and `baseline` have in common."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.cli import termbases
from zhengming.cli.beside import SideBySide
from zhengming.cli.files import STANDARD_INPUT, Files, find
from zhengming.cli.order import ORDERS
from zhengming.cli.result import Result, Volume
from zhengming.cli.rules import Rules
from zhengming.cli.suppression import suppress
from zhengming.cli.termbases import termbase_paths
from zhengming.termbase.check import Severity
from zhengming.tmx.document import Document, Text
from zhengming.tmx.review import review
from zhengming.tmx.texts import text_format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.cli.changes import Changes
    from zhengming.cli.settings import Settings
    from zhengming.cli.suppression.decisions import Decisions
    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.survey import Survey

__all__ = ["ORDERS", "Task", "examine", "prepare", "settled", "termbase_paths"]

_MOST_NOTES = 3
_NO_INPUT = Text("stdin", b"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be checked, against what, and by which settings."""

    documents: tuple[Document, ...]
    tables: tuple[Path, ...]
    """Termbases that are to be checked themselves."""
    termbase: Termbase
    settings: Settings
    is_whole: bool
    """Whether everything there is will be read, so that what does not occur is gone for good."""
    has_faulty_termbase: bool = False
    """Whether a part of the termbase cannot be read, so that what it asks for is not all checked."""


def prepare(  # noqa: PLR0913  what to check, and what is known of it
    paths: Iterable[Path],
    settings: Settings,
    note: Callable[[str], None],
    *,
    pairs: Iterable[tuple[Path, Path]] = (),
    given: Text = _NO_INPUT,
    changes: Changes | None = None,
) -> Task:
    """Find the files and read the termbase. `given` is what the path `-` stands for.

    `pairs` are texts side by side; where there are any and no paths, nothing else is looked for.

    With `changes`, only files that have changed are taken, and of staged ones what is staged. `note` is told what a
    person should know. Raise ZhengmingError where the work cannot be begun.
    """
    named = tuple(paths)
    beside = tuple(SideBySide(*both) for both in pairs)
    files = find(named, settings, note) if named or not beside else Files(())
    files = files._replace(pairs=tuple(dict.fromkeys((*files.pairs, *beside))))
    if changes is not None:
        files = files.among(changes.paths)
    documents = (
        *(_document(path, settings, given) for path in files.documents),
        *(_side_by_side(both, settings, given) for both in files.pairs),
    )
    if changes is not None:
        for document in documents:
            _take_staged(document, changes)
    faults: list[Issue] = []
    termbase = termbases.in_use(settings, faults.append, note) if documents else termbases.read_all((), faults.append)
    _tell(faults, files, settings, note)
    return Task(
        documents=documents,
        tables=files.tables,
        termbase=termbase,
        settings=settings,
        is_whole=changes is None and not named and not beside and settings.folder == Path.cwd(),
        has_faulty_termbase=any(fault.severity >= Severity.MAJOR for fault in faults),
    )


def _document(path: Path, settings: Settings, given: Text) -> Document:
    text = _text(path, given)
    return Document(text.path, settings.wanted, settings.choice, text.content)


def _side_by_side(both: SideBySide, settings: Settings, given: Text) -> Document:
    source, target = (_text(path, given) for path in both)
    for text in (source, target):
        text_format_of(text.path)  # what nothing reads is a mistake, and no fault of the file
    return Document(target.path, settings.wanted, settings.choice, target.content, source)


def _take_staged(document: Document, changes: Changes) -> None:
    """Read what is staged of a file, or of two texts, if it is."""
    document.content = changes.staged.get(Path(document.path).resolve())
    if document.source is not None:
        document.source = document.source._replace(content=changes.staged.get(Path(document.source.path).resolve()))


def _text(path: Path, given: Text) -> Text:
    return given if path == STANDARD_INPUT else Text(str(path))


def _tell(faults: list[Issue], files: Files, settings: Settings, note: Callable[[str], None]) -> None:
    """Tell the faults of the termbase, but for tables that are named: there they are issues."""
    told = {str(table) for table in files.tables}  # these faults are issues
    untold = [fault for fault in faults if fault.location.path not in told]
    for fault in untold[:_MOST_NOTES]:
        note(f"{fault.location}: {fault.check.code} {fault.message}")
    if len(untold) > _MOST_NOTES:
        paths = " ".join(map(str, termbase_paths(settings)))
        note(f"{len(untold) - _MOST_NOTES} more faults of the termbase: zhengming check {paths}")


def examine(task: Task, by: str = "term", survey: Survey | None = None) -> Result:
    """Check the files and return what was found, in the order to be shown: by "term", "file" or "check".

    A `survey` is filled on the way, and is part of the result.

    Raise InvalidSettings for codes that no check has.
    """
    rules = Rules.of(task.settings)
    started = time.perf_counter()
    observe = survey.add if survey else None
    found = review(task.documents, task.termbase, rules.codes, observe, spelling=task.settings.english)
    weighed = (rules.applied(issue) for issue in found)
    issues = [issue for issue in weighed if issue is not None]
    has_unreadable = task.has_faulty_termbase or any(document.is_unreadable for document in task.documents)
    if task.tables:
        from zhengming.cli.linting import lint  # noqa: PLC0415  few runs name a termbase

        of_tables = lint(task.tables, task.settings)
        issues += of_tables.issues
        has_unreadable |= of_tables.has_unreadable
    return Result(
        issues=tuple(sorted(issues, key=ORDERS[by])),
        files=sum(len(document.paths) for document in task.documents) + len(task.tables),
        units=sum(document.units for document in task.documents),
        passed_over=sum(document.passed_over for document in task.documents),
        seconds=time.perf_counter() - started,
        has_unreadable=has_unreadable,
        concepts=len(task.termbase),
        termbase=task.termbase,
        survey=survey,
        volumes=tuple(_volume(document) for document in task.documents),
        unserved=_unserved(task),
    )


def _volume(document: Document) -> Volume:
    words, characters = document.words, document.characters
    unit = "mixed" if words and characters else "characters" if characters else "words"
    return Volume(document.path, words + characters, unit)


def _unserved(task: Task) -> tuple[tuple[str, str], ...]:
    met = {languages for document in task.documents for languages in document.languages}
    spoken = [{term.language.language for term in concept.terms} for concept in task.termbase]
    return tuple(sorted(pair for pair in met if not any(languages.issuperset(pair) for languages in spoken)))


def settled(result: Result, task: Task, decisions: Decisions, by: str, *, is_whole: bool) -> Result:
    """Return the result with those issues marked that a decision or the baseline lets stand.

    `is_whole`: all checks that the settings ask for have seen all files, so what has not occurred is gone for good.
    """
    from datetime import date  # noqa: PLC0415  wanted for the day an ignore expires

    rules = Rules.of(task.settings)
    found = suppress(
        result.issues,
        decisions,
        [ignore for document in task.documents for ignore in document.ignores],
        codes=rules.codes,
        is_whole=is_whole and not result.has_unreadable,
        today=date.today(),  # noqa: DTZ011  the day where the translator is
    )
    remarks = (rules.applied(issue) for issue in found.remarks)
    issues = sorted([*found.issues, *filter(None, remarks)], key=ORDERS[by])
    return replace(result, issues=tuple(issues), stale=found.stale)

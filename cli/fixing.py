"""From issues to files in which they are gone: what is replaced unasked, and how a file is written."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.cli import atomic
from zhengming.cli.report.group import is_fixable
from zhengming.termbase.check import Severity
from zhengming.termbase.errors import ZhengmingError
from zhengming.tmx.document import rewriter_of
from zhengming.tmx.fix import Change, fix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.cli.checking import Task
    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue

__all__ = ["demand_within", "digest", "digests", "fixed", "is_certain", "is_replaceable", "replaceable"]

_WRITE_PERMISSIONS = 0o222


def digests(task: Task) -> dict[Path, bytes]:
    """Return what identifies the content of each file: to be taken before the files are read."""
    found: dict[Path, bytes] = {}
    for path in (Path(document.path) for document in task.documents):
        with suppress(OSError):  # the reading will tell
            found[path.resolve()] = digest(path.read_bytes())
    return found


def is_replaceable(issue: Issue) -> bool:
    """Return whether there is a replacement, and for the very words that the issue points at."""
    return issue.edit is not None and issue.edit.span == issue.target_span


def is_certain(issue: Issue) -> bool:
    """Return whether nobody need be asked. A note, whatever has made it one, is for a person to read."""
    return is_replaceable(issue) and is_fixable(issue) and issue.severity > Severity.NEUTRAL


def replaceable(result: Result, task: Task, *, is_unsafe: bool) -> dict[Path, list[Issue]]:
    """Return the issues to be fixed by the file they are in; one that two names lead to is one file.

    A file that could not be read to its end is nobody's to change.
    """
    unread = {document.path for document in task.documents if document.is_unreadable}
    found: defaultdict[Path, list[Issue]] = defaultdict(list)
    wanted = is_replaceable if is_unsafe else is_certain
    for issue in filter(wanted, result.standing):
        if issue.location.path not in unread:
            found[Path(issue.location.path).resolve()].append(issue)
    return found


def demand_within(path: Path, roots: Iterable[Path], name: str) -> None:
    """Raise ZhengmingError for a file outside all of these: a link in a folder must not lead the writing out of it.

    `path` is where the links end; who names a link by hand makes a root of what it leads to.
    """
    if not any(path.is_relative_to(root.resolve()) for root in roots):
        problem = f"a link out of the project, to {path}; nothing was written to it"
        raise ZhengmingError(f"{name}: {problem}; name it if it is meant")


def fixed(
    path: Path, issues: list[Issue], known: bytes | None, note: Callable[[str], None], *, is_trial: bool
) -> list[Issue]:
    """Write the replacements into a file, whole or not at all, and return the issues that are gone.

    `note` is told of each replacement that cannot be made. A trial does all but write. Raise ZhengmingError where
    the file cannot be written, or is not the one that was read any more.
    """
    name = issues[0].location.path
    try:
        content = path.read_bytes()
        if digest(content) != known:
            raise _changed(name)
        rewriter = rewriter_of(name)
        if rewriter is None:
            raise ZhengmingError(
                f"{name}: no text file; nothing was written to it; make the changes where it is edited"
            )
        new, problems = fix(content, [_change(issue) for issue in issues], rewriter)
        if new != content and not is_trial:
            _write(path, content, new, name)
    except OSError as error:
        raise ZhengmingError(f"{name}: {error.strerror}; nothing was written to it") from error
    for issue, problem in zip(issues, problems, strict=True):
        if problem is not None:
            note(f"{issue.location}: “{issue.found}” is left as it is: {problem}")
    return [issue for issue, problem in zip(issues, problems, strict=True) if problem is None]


def digest(content: bytes) -> bytes:
    """Return what identifies the content of a file."""
    return hashlib.blake2b(content).digest()


def _change(issue: Issue) -> Change:
    return Change(issue.location, issue.found or "", issue.edit.replacement if issue.edit else "")


def _write(path: Path, old: bytes, new: bytes, name: str) -> None:
    if not path.stat().st_mode & _WRITE_PERMISSIONS:
        raise ZhengmingError(f"{name}: write-protected; nothing was written to it")
    if path.read_bytes() != old:
        raise _changed(name)
    atomic.write_bytes(path, new)


def _changed(name: str) -> ZhengmingError:
    return ZhengmingError(f"{name}: changed by somebody since it was read; nothing was written to it; try again")

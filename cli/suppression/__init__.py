"""Suppression: which issues a decision or the baseline lets stand, and which decisions have outlived their issues."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli.patterns import within
from zhengming.cli.suppression import remarks
from zhengming.cli.suppression.ignore import Ignore, of_unit
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.position import Position
from zhengming.tmx.faults import MALFORMED_FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from pathlib import Path

    from zhengming.cli.suppression.decisions import Decisions
    from zhengming.termbase.issue import Issue, UnitIgnore

__all__ = ["Suppressed", "is_suppressible", "judged_codes", "suppress"]

#: A termbase is checked only where it is named, so that a run over all translations says nothing about it.
_OF_TERMBASES = "G"


class Suppressed(NamedTuple):
    """The issues given, in their order, some now marked; and what is wrong with the decisions (S001, S002, S003)."""

    issues: tuple[Issue, ...]
    remarks: tuple[Issue, ...]
    stale: int
    """How many entries of the baseline no longer occur, or less often."""


def is_suppressible(issue: Issue) -> bool:
    """Return whether anybody may decide to let the issue stand: not that a file or a decision is out of order."""
    return issue.check.code[0] != "S" and issue.check.code != MALFORMED_FILE.code


def suppress(  # noqa: PLR0913  what was found, what was decided, and what was looked at
    issues: Iterable[Issue],
    decisions: Decisions,
    unit_ignores: Iterable[UnitIgnore] = (),
    *,
    codes: Collection[str],
    is_whole: bool,
    today: date,
) -> Suppressed:
    """Mark the issues that an ignore or, failing that, the baseline lets stand.

    `unit_ignores` are all that the documents carry; `codes` the checks that ran. Unless `is_whole` (all files were
    read to their end, all checks of the settings ran), nothing is called unused or stale that another file may need.
    """
    listed = list(issues)
    parsed = {written: _parsed(written) for written in dict.fromkeys(unit_ignores)}
    of_units = {written: found for written, found in parsed.items() if isinstance(found, Ignore)}
    current = [ignore for ignore in decisions.ignores if not ignore.has_expired(today)]
    listed, used = _ignored(listed, current, of_units, decisions.folder)
    listed, occurring = _baselined(listed, {entry.fingerprint: entry.count for entry in decisions.entries})
    judged = judged_codes(codes) if is_whole else set[str]()
    stale = [e for e in decisions.entries if e.code in judged and occurring[e.fingerprint] < e.count]
    found = [
        *remarks.on_ignores(decisions.ignores, used, judged, today, is_whole=is_whole),
        *remarks.on_unit_ignores(parsed, used, codes, is_whole=is_whole),
        *remarks.on_baseline(stale, occurring, decisions.baseline),
    ]
    return Suppressed(tuple(listed), tuple(issue for issue in found if issue.check.code in codes), len(stale))


def judged_codes(codes: Iterable[str]) -> set[str]:
    """Return those of the codes of which a run over all translations tells whether an issue is gone."""
    return {code for code in codes if code[0] != _OF_TERMBASES}


def _parsed(written: UnitIgnore) -> Ignore | str:
    """Return the ignore, or what is wrong with it: a slip in somebody's TMX is no reason to stop."""
    try:
        return of_unit(written)
    except InvalidSettings as error:
        return str(error)


def _ignored(
    issues: list[Issue], ignores: Iterable[Ignore], of_units: dict[UnitIgnore, Ignore], folder: Path
) -> tuple[list[Issue], set[Ignore]]:
    """Return the issues with those marked that an ignore covers, and the ignores that covered any."""
    by_code: defaultdict[str, list[Ignore]] = defaultdict(list)
    by_fingerprint: defaultdict[str, list[Ignore]] = defaultdict(list)
    for ignore in ignores:
        for code in ignore.codes:
            by_code[code].append(ignore)
        if not ignore.codes:
            by_fingerprint[ignore.fingerprint].append(ignore)
    paths = {path: within(path, folder) for path in {issue.location.path for issue in issues}}
    marked: list[Issue] = []
    used: set[Ignore] = set()
    for issue in issues:
        candidates = [*by_code.get(issue.check.code, ())]
        if by_fingerprint:
            candidates += by_fingerprint.get(issue.fingerprint, ())
        own = (of_units.get(written) for written in (issue.passage.ignores if issue.passage else ()))
        candidates += filter(None, own)
        path = paths.get(issue.location.path, "")
        covering = [ignore for ignore in candidates if ignore.covers(issue, path)]
        applies = bool(covering) and is_suppressible(issue)
        used.update(covering if applies else ())
        marked.append(replace(issue, suppressed="ignore") if applies else issue)
    return marked, used


def _baselined(issues: list[Issue], counts: dict[str, int]) -> tuple[list[Issue], Counter[str]]:
    """Return the issues with those marked that the baseline counts, and how often each fingerprint occurs.

    Of more issues than are counted, the first ones are those of old.
    """
    occurring: Counter[str] = Counter()
    marked = list(issues)
    for index in sorted(range(len(issues)), key=lambda index: _place(issues[index])) if counts else ():
        issue = issues[index]
        if issue.suppressed is None and is_suppressible(issue):
            name = issue.fingerprint
            occurring[name] += 1
            if occurring[name] <= counts.get(name, 0):
                marked[index] = replace(issue, suppressed="baseline")
    return marked, occurring


def _place(issue: Issue) -> tuple[str, Position]:
    return issue.location.path, issue.location.start or Position(0, 0, 0)

"""What to say of decisions that no longer decide anything, or do not say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.suppression.faults import IGNORE_WITHOUT_REASON, STALE_BASELINE, UNUSED_IGNORE
from zhengming.termbase.issue import Issue, Related
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from zhengming.cli.suppression.baseline import Entry
    from zhengming.cli.suppression.ignore import Ignore
    from zhengming.termbase.check import Check
    from zhengming.termbase.issue import UnitIgnore

__all__ = ["on_baseline", "on_ignores", "on_unit_ignores"]

_MOST_RELATED = 5
#: Consistency is judged over files; what one file's ignore is for may lie in another.
_ACROSS_FILES = "C"


def on_ignores(
    ignores: Iterable[Ignore], used: Collection[Ignore], judged: Collection[str], today: date, *, is_whole: bool
) -> Iterator[Issue]:
    """Yield what is wrong with the entries of ignore.toml; `judged` are the checks whose silence means something."""
    for ignore in ignores:
        if not ignore.reason:
            problem = f"the ignore of {ignore.subject} gives no reason; add `reason`, and `by` and `date`"
            yield _issue(IGNORE_WITHOUT_REASON, problem, ignore.location)
        if ignore.has_expired(today):
            problem = f"the ignore of {ignore.subject} expired on {ignore.expires}; decide again or remove it"
            yield _issue(UNUSED_IGNORE, problem, ignore.location)
        elif is_whole and ignore not in used and (not ignore.codes or not ignore.codes.isdisjoint(judged)):
            problem = f"the ignore of {ignore.subject} matches no issue; remove it"
            yield _issue(UNUSED_IGNORE, problem, ignore.location)


def on_unit_ignores(
    parsed: Mapping[UnitIgnore, Ignore | str], used: Collection[Ignore], codes: Collection[str], *, is_whole: bool
) -> Iterator[Issue]:
    """Yield what is wrong with the ignores that units carry; in place of one that makes no sense stands the reason."""
    for written, ignore in parsed.items():
        if isinstance(ignore, str):
            problem = f"the unit's ignore “{written.text}” is not understood: {ignore}"
            yield _issue(UNUSED_IGNORE, problem, written.location)
            continue
        if not ignore.reason:
            problem = f"the unit's ignore “{written.text}” gives no reason; write such as “T002: quotes the notice”"
            yield _issue(IGNORE_WITHOUT_REASON, problem, written.location)
        judged = {code for code in ignore.codes & set(codes) if is_whole or code[0] != _ACROSS_FILES}
        if ignore not in used and judged:
            problem = f"the unit's ignore “{written.text}” matches no issue of the unit; remove it"
            yield _issue(UNUSED_IGNORE, problem, written.location)


def on_baseline(stale: Sequence[Entry], occurring: Counter[str], name: str) -> Iterator[Issue]:
    """Yield one issue for all the entries: they are dropped with one command."""
    if stale:
        what = "1 entry no longer occurs" if len(stale) == 1 else f"{len(stale):,} entries no longer occur"
        yield Issue(
            check=STALE_BASELINE,
            severity=STALE_BASELINE.severity,
            message=f"{what} as often as the baseline says; drop what is gone: zhengming baseline prune",
            location=Location(name, Position(stale[0].line, 1)),
            related=tuple(_related(entry, occurring, name) for entry in stale[:_MOST_RELATED]),
        )


def _related(entry: Entry, occurring: Counter[str], name: str) -> Related:
    now = occurring[entry.fingerprint]
    text = f"{entry.code} x{entry.count}, now x{now}: {entry.example}"
    return Related(Location(name, Position(entry.line, 1)), text)


def _issue(check: Check, message: str, location: Location) -> Issue:
    return Issue(check=check, severity=check.severity, message=message, location=location)

"""The differences of two termbases, as a screen and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from zhengming.cli.commands.term.wording import details, outcome, turned
from zhengming.cli.report.cells import cells, excerpt, shown
from zhengming.cli.report.summary import counted
from zhengming.termbase.diff import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.cli.commands.term.verdicts import Effect, Verdict
    from zhengming.cli.report.page import Page
    from zhengming.termbase.concept import Concept, Term, Termbase
    from zhengming.termbase.diff import Change
    from zhengming.termbase.formats.target import Languages

__all__ = ["Differences", "document", "lines"]

_SCHEMA = "zhengming/term-diff/1"
_COLOURS = {Kind.ADDED: "green", Kind.REMOVED: "red", Kind.CHANGED: "yellow", Kind.APPROVED: "cyan"}
#: Wider columns would leave no room for what stands in the next.
_WIDEST_NAME, _WIDEST_DETAIL = 24, 44
_GAP = "  "


class Differences(NamedTuple):
    """What is to be shown: what the two versions are called, what has changed, and what is known of that."""

    names: tuple[str, str]
    changes: Sequence[Change]
    approvers: dict[str, str]
    effect: Effect | None
    concepts: Termbase
    """All that the later version has, for those that are met without having changed."""


class _Entry(NamedTuple):
    """A concept on the screen: its sign, its name, what has changed, and what that does."""

    kind: Kind
    name: str
    details: list[str]
    outcome: str


def lines(found: Differences, languages: Languages, page: Page) -> Iterator[str]:
    """Yield the lines of the screen."""
    entries = [_entry(change, found, languages) for change in found.changes]
    name_width = max((min(cells(entry.name), _WIDEST_NAME) for entry in entries), default=0)
    detail_width = max((min(cells(one), _WIDEST_DETAIL) for entry in entries for one in entry.details), default=0)
    for entry in entries:
        yield from _shown(entry, name_width, detail_width, page)
    if found.effect is not None:
        yield from _others(found, found.effect)
    if not page.is_quiet:
        yield _summary(found)


def _entry(change: Change, found: Differences, languages: Languages) -> _Entry:
    concept = change.concept
    title = next((name for tag in languages if (name := concept.name(tag)) != concept.id), "")
    what = list(details(change, languages, found.approvers.get(concept.id, "")))
    met = found.effect.turns.get(concept.id, Counter()) if found.effect is not None else None
    return _Entry(change.kind, f"{concept.id} {title}".strip(), what, "" if met is None else outcome(change, met))


def _shown(entry: _Entry, name_width: int, detail_width: int, page: Page) -> Iterator[str]:
    """Yield the lines of one concept: the outcome stands in the first, if there is room."""
    indent = 2 + name_width + len(_GAP)
    room = max(page.width - indent, _WIDEST_DETAIL)
    sign = page.styled(entry.kind.value, fg=_COLOURS[entry.kind])
    name = excerpt(entry.name, None, name_width, page.encoding).text
    first, *rest = (excerpt(one, None, room, page.encoding).text for one in entry.details)
    start = min(detail_width, room - len(_GAP) - cells(entry.outcome))
    has_room = cells(first) <= start
    beside = f"{_padded(first, start)}{_GAP}{entry.outcome}" if has_room else first
    yield f"{sign} {_padded(name, name_width)}{_GAP}{beside}".rstrip()
    yield from (" " * indent + one for one in rest)
    if entry.outcome and not has_room:
        yield f"{' ' * indent}= {entry.outcome}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _others(found: Differences, effect: Effect) -> Iterator[str]:
    """Yield what becomes of concepts that are as they were: a longer term hides a shorter one in it."""
    changed = {change.concept.id for change in found.changes}
    for concept, turns in sorted(effect.turns.items()):
        if concept not in changed and (told := "; ".join(turned(turns))):
            name = " ".join([concept, *(term.text for term in _terms(found.concepts.get(concept))[:1])])
            yield f"  {shown(name)} is as it was, but terms overlap: {told}"


def _terms(concept: Concept | None) -> Sequence[Term]:
    return concept.terms if concept is not None else ()


def _summary(found: Differences) -> str:
    if not found.changes:
        return f"No concept differs between {found.names[0]} and {found.names[1]}"
    kinds = Counter(change.kind for change in found.changes)
    parts = ", ".join(f"{kinds[kind]:,} {kind.name.lower()}" for kind in Kind if kinds[kind])
    differing = f"{counted(len(found.changes), 'concept')} of {found.names[0]} and {found.names[1]} differ"
    differing += "s" if len(found.changes) == 1 else ""
    read = (
        ""
        if found.effect is None
        else f"; {counted(found.effect.units, 'unit')} in {counted(found.effect.files, 'file')} reviewed"
    )
    return f"{differing}: {parts}{read}"


def document(found: Differences) -> str:
    """Return the differences as a JSON document."""
    before, after = found.names
    changes = [_change(change, found) for change in found.changes]
    whole = {"schema": _SCHEMA, "before": before, "after": after, "changes": changes}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _change(change: Change, found: Differences) -> dict[str, Any]:
    concept = change.concept
    turns = found.effect.turns.get(concept.id, Counter()) if found.effect is not None else None
    return {
        "kind": change.kind.name.lower(),
        "concept": concept.id,
        "status": concept.status.value,
        "terms": [{"before": _term(one.before), "after": _term(one.after)} for one in change.terms],
        "fields": [field._asdict() for field in change.fields],
        "approved_by": found.approvers.get(concept.id),
        "effect": None
        if turns is None
        else [
            {"before": _verdict(before), "after": _verdict(after), "units": count}
            for (before, after), count in sorted(turns.items(), key=repr)
        ],
    }


def _term(term: Term | None) -> dict[str, Any] | None:
    if term is None:
        return None
    language, status = str(term.language), term.status.value
    return {"text": term.text, "language": language, "status": status, "labels": sorted(term.labels)}


def _verdict(verdict: Verdict | None) -> str | None:
    """Return the verdict in a word or two; None where the concept is not met."""
    if verdict is None:
        return None
    return f"{verdict.code} {verdict.severity}" if verdict.code else "pass"

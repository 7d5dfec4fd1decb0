"""The changes of a termbase in words: what has changed in a concept, and what that does to the files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zhengming.cli.commands.term.verdicts import PASS
from zhengming.cli.report.summary import counted
from zhengming.termbase.concept import AdministrativeStatus, Standing
from zhengming.termbase.diff import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.commands.term.verdicts import Turn, Verdict
    from zhengming.termbase.concept import Term
    from zhengming.termbase.diff import Change, FieldChange, TermChange
    from zhengming.termbase.formats.target import Languages

__all__ = ["details", "outcome", "turned"]

#: Fields whose values are words; of the others it is said how their text has changed.
_WORDS = frozenset({"id", "subject_field", "part_of_speech", "status", "check", "confidence"})
#: Fields that a check goes by.
_BEARING = frozenset({"subject_field", "part_of_speech", "status", "check"})


def details(change: Change, languages: Languages, approver: str) -> Iterator[str]:
    """Yield what has changed, a line each; `approver` is who has approved it, if that is known."""
    if change.kind in (Kind.ADDED, Kind.REMOVED):
        names = [term.text for term in change.concept.allowed(languages.target)[:1]] or ["no term"]
        by = f" by {approver}" if approver and change.concept.status is Standing.APPROVED else ""
        yield f"{names[0]} ({change.concept.status.value}{by})"
        return
    for term in change.terms:
        yield _term(term, languages)
    for field in change.fields:
        yield _field(field, approver)


def _term(change: TermChange, languages: Languages) -> str:
    before, after = change
    if before is None:
        assert after is not None  # noqa: S101  a change has a side
        return f"{_kind(after, languages)}: + {_named(after)}"
    if after is None:
        return f"{_kind(before, languages)}: - {_named(before)}"
    if before.status is after.status:
        return f"{_kind(after, languages)}: {_named(before)} → {_named(after)}"
    return f"{_named(after)}: {_kind(before, languages)} → {after.status.value}"


def _kind(term: Term, languages: Languages) -> str:
    """Return the status, after the language where that is not the one translated into."""
    if term.language == languages.target:
        return term.status.value
    is_preferred = term.status is AdministrativeStatus.PREFERRED
    return str(term.language) if is_preferred else f"{term.language} {term.status.value}"


def _named(term: Term) -> str:
    return f"{term.text} {{{', '.join(sorted(term.labels))}}}" if term.labels else term.text


def _field(field: FieldChange, approver: str) -> str:
    name, before, after = field
    if name == "status":
        return f"{before} → {after}" + (f" by {approver}" if approver and after == Standing.APPROVED.value else "")
    label = name.replace("_", " ")
    if not before:
        return f"{label}: + {after}"
    if not after:
        return f"{label}: - {before}"
    return f"{label}: {before} → {after}" if name in _WORDS else f"{label}: “{before}” → “{after}”"


def outcome(change: Change, turns: Counter[Turn]) -> str:
    """Return in a line what becomes of the units; "" if nothing could."""
    if change.kind in (Kind.ADDED, Kind.REMOVED):
        return _met(change.kind, turns)
    bears = change.terms or any(field.name in _BEARING for field in change.fields)
    return "; ".join(turned(turns)) or ("no unit changes" if bears else "")


def _met(kind: Kind, turns: Counter[Turn]) -> str:
    """Return of how many units a concept that is new, or gone, has a say."""
    is_new = kind is Kind.ADDED
    found = Counter[str]()
    for turn, count in turns.items():
        verdict = turn[1] if is_new else turn[0]
        if verdict is not None:
            found[_called(verdict)] += count
    total = found.total()
    if not total:
        return "no unit holds it" if is_new else "no unit held it"
    passing = found.pop("", 0)
    if is_new:
        failing = [f"{count:,} would be {code}" for code, count in sorted(found.items())]
        return f"{counted(total, 'unit')}; {', '.join((f'{passing:,} pass', *failing))}"
    failing = [f"{count:,} {code} no longer" for code, count in sorted(found.items())]
    return ", ".join((f"{counted(total, 'unit')} held it", *failing))


def turned(turns: Counter[Turn]) -> Iterator[str]:
    """Yield what becomes of the units that are judged otherwise than before, the gravest first."""
    found = Counter[tuple[int, str]]()
    for (before, after), count in turns.items():
        if before != after:
            found[_turn(before, after)] += count
    for (_, text), count in sorted(found.items()):
        one = count == 1
        yield f"{counted(count, 'unit')} {text.replace('#', 's' if one else '').replace('@', 'es' if one else '')}"


def _turn(before: Verdict | None, after: Verdict | None) -> tuple[int, str]:
    """Return how grave a turn is, and its verb, with # and @ where one unit alone has an ending."""
    if after is None:
        return 3, "no longer hold# it"
    if after == PASS:
        return (2, "hold# it now, and pass@") if before is None else (1, "pass@ now")
    if before is not None and before.code == after.code:
        return 0, f"of {after.code} become# {after.severity}"
    return 0, f"become# {_called(after)}"


def _called(verdict: Verdict) -> str:
    return verdict.code if verdict.is_usual or verdict == PASS else f"{verdict.code} ({verdict.severity})"

"""What a change of the termbase does to the project's files: which units would be judged otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from zhengming.cli.files import find
from zhengming.cli.rules import Rules
from zhengming.termbase.check import Severity
from zhengming.termbase.concept import Termbase
from zhengming.tmx.checks import CHECKS
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.document import Document
from zhengming.tmx.render import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.cli.settings import Settings
    from zhengming.termbase.concept import Concept
    from zhengming.termbase.diff import Change
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.pair import Pair
    from zhengming.tmx.render import Reading

__all__ = ["PASS", "Effect", "Verdict", "effect"]

_TERM_CHECKS = tuple(check for check in CHECKS if isinstance(check, PairCheck) and check.check.code.startswith("T"))


class Verdict(NamedTuple):
    """The gravest thing that is said of a concept in a unit; no code where all is well."""

    code: str = ""
    severity: Severity = Severity.NEUTRAL
    is_usual: bool = True
    """Whether the severity is the check's own."""


PASS = Verdict()
#: What is said of a unit by the one version and by the other; None where the concept is not met.
Turn: TypeAlias = "tuple[Verdict | None, Verdict | None]"


class Effect(NamedTuple):
    """For each concept in how many units a verdict turns into which (into the same, too)."""

    turns: dict[str, Counter[Turn]]
    files: int
    units: int


def effect(
    before: Sequence[Concept], after: Sequence[Concept], changes: Sequence[Change], settings: Settings
) -> Effect:
    """Review the project's files by both versions, as far as they hold a term of a changed concept."""
    rules = Rules.of(settings)
    readers = Reader(Termbase(tuple(before))), Reader(Termbase(tuple(after)))
    changed = Reader(Termbase(tuple(c for change in changes for c in (change.before, change.after) if c is not None)))
    names = {change.before.id: change.concept.id for change in changes if change.before is not None}
    turns: defaultdict[str, Counter[Turn]] = defaultdict(Counter)
    files = units = 0
    for path in find((), settings, lambda _: None).documents:
        document = Document(str(path), settings.wanted, settings.choice)
        if any(_holds(changed, pair) for pair in document.pairs(_ignore)):
            _compare(document, readers, rules, names, turns)
        files, units = files + 1, units + document.units
    return Effect(dict(turns), files, units)


def _compare(
    document: Document,
    readers: tuple[Reader, Reader],
    rules: Rules,
    names: dict[str, str],
    turns: defaultdict[str, Counter[Turn]],
) -> None:
    """Count the turns of one file. What a reader has met earlier in it counts, so both read all of it."""
    for reader in readers:
        reader.begin()
    for pair in document.pairs(_ignore):
        was, now = (dict(_verdicts(reader.read(pair), rules)) for reader in readers)
        was = {names.get(concept, concept): verdict for concept, verdict in was.items()}
        for concept in was | now:
            turns[concept][was.get(concept), now.get(concept)] += 1


def _ignore(issue: Issue) -> None:
    """Let a fault of a file pass: `check` tells it."""


def _holds(changed: Reader, pair: Pair) -> bool:
    sides = (pair.source_language, pair.source), (pair.target_language, pair.target)
    return any(changed.matcher(tag.language).find(segment.text, exact_case=False).taken for tag, segment in sides)


def _verdicts(reading: Reading, rules: Rules) -> Iterator[tuple[str, Verdict]]:
    """Yield each concept that is met in the pair with what is to be said of it."""
    found = {rendering.concept.id: PASS for rendering in reading.renderings}
    for issue in _issues(reading, rules):
        if issue.concept is not None:
            verdict = Verdict(issue.check.code, issue.severity, issue.severity is issue.check.severity)
            known = found.get(issue.concept, PASS)
            if not known.code or verdict.severity > known.severity:
                found[issue.concept] = verdict
    yield from found.items()


def _issues(reading: Reading, rules: Rules) -> Iterator[Issue]:
    for check in _TERM_CHECKS:
        if check.check.code in rules.codes:
            weighed = (rules.applied(issue) for issue in check.examine(reading))
            yield from (issue for issue in weighed if issue is not None)

"""Carrier: makes of a decision what changes in the project's files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.cli import approval, termbases
from zhengming.cli.deciding.decision import Action
from zhengming.cli.deciding.ignores import NewIgnore, with_ignores
from zhengming.cli.fixing import demand_within, is_replaceable
from zhengming.cli.suppression import is_suppressible
from zhengming.cli.suppression.baseline import example_of
from zhengming.cli.suppression.decisions import ignore_path
from zhengming.termbase.concept import AdministrativeStatus, Standing, Term
from zhengming.termbase.errors import ZhengmingError
from zhengming.termbase.formats.amendment import Amendment, amended
from zhengming.termbase.language import parse
from zhengming.termbase.position import Span
from zhengming.termbase.text.forms import surface_forms
from zhengming.termbase.text.normal import fold
from zhengming.tmx.document import rewriter_of
from zhengming.tmx.fix import Change, fix

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from zhengming.cli.checking import Task
    from zhengming.cli.deciding.decision import Decision
    from zhengming.cli.deciding.desk import Desk
    from zhengming.termbase.concept import Concept
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag

__all__ = ["Carrier", "term_of"]

_NO_WORDS = "which words are meant is not known; say them in “text”"


class Carrier:
    """Puts decisions on a desk. `today` dates the ignores."""

    def __init__(self, task: Task, desk: Desk, today: date) -> None:
        self._task = task
        self._desk = desk
        self._today = today
        self._settings = task.settings
        self._user = approval.user(task.settings)
        self._stays_approved = approval.may_approve(task.settings)

    def carry(self, decision: Decision, issues: Sequence[Issue]) -> str:
        """Ask the desk for what the decision comes to, and return it in a few words.

        `issues` are all of the decision's fingerprint. Raise ZhengmingError, with nothing asked, where it cannot be.
        """
        if not issues:
            gone = f"{decision.fingerprint}: no such issue any more; decided already, or the text changed"
            raise ZhengmingError(gone)
        match decision.action:
            case Action.FIX:
                return self._fix(decision, issues)
            case Action.ADMIT:
                return self._amend(decision, issues[0], AdministrativeStatus.ADMITTED)
            case Action.DEPRECATE:
                return self._amend(decision, issues[0], AdministrativeStatus.DEPRECATED)
            case Action.OTHER:
                return self._ignore(decision, issues[0], f"another concept is meant: {decision.reason}".rstrip(": "))
            case Action.IGNORE:
                return self._ignore(decision, issues[0], decision.reason)

    def let_stand(self, code: str, concept: str, reason: str) -> str:
        """Ask for an ignore of all issues of a code about a concept."""
        self._write_down(NewIgnore(reason, self._user, self._today, code=code, concept=concept))
        return f"{code} of {concept} ignored: {reason}"

    def rewrite(self, issue: Issue, text: str) -> str:
        """Ask for another target text for the unit of that issue: of the old one, only what differs is touched."""
        passage = issue.passage
        if passage is None or passage.locate is None:
            raise ZhengmingError(f"{issue.location}: no unit with a target; edit the file itself")
        old = passage.target
        start, end, new = _difference(old, text)
        if start == end and not new:
            raise ZhengmingError(f"{issue.location}: the text is as it was")
        if start == end:  # to put something in, what stands beside it is written again
            start, new = (start - 1, old[start - 1] + new) if start else (start, new + old[:1])
            end = max(end, start + 1)
        self.replace([Change(passage.locate(Span(start, end)), old[start:end], new)])
        return f"{issue.location}: edited"

    def _fix(self, decision: Decision, issues: Sequence[Issue]) -> str:
        changes: list[Change] = []
        for issue in issues:
            new = decision.text or (issue.edit.replacement if issue.edit and is_replaceable(issue) else "")
            if not new or issue.target_span is None or not issue.found:
                raise ZhengmingError(f"{issue.location}: no replacement is known for it; edit the unit")
            changes.append(Change(issue.location, issue.found, new))
        return self.replace(changes)

    def replace(self, changes: Sequence[Change]) -> str:
        """Ask for these words to be written, in as many files as there are."""
        by_path: dict[str, list[Change]] = {}
        for change in changes:
            by_path.setdefault(change.location.path, []).append(change)
        for name, wanted in by_path.items():
            roots = (self._settings.folder, *(Path(document.path) for document in self._task.documents))
            demand_within(Path(name).resolve(), roots, name)
            self._desk.ask(self._desk.open(Path(name), _rewriting(name)), *wanted)
        counts = Counter((change.found, change.replacement) for change in changes)
        return ", ".join(f"“{old}” → “{new}” x{count}" for (old, new), count in counts.items())

    def is_own(self, concept: Concept) -> bool:
        """Return whether the concept stands in a termbase of the project, so that it can be amended."""
        own = {named.resolve() for named in termbases.termbase_paths(self._settings)}
        return Path(concept.location.path).resolve() in own

    def _amend(self, decision: Decision, issue: Issue, status: AdministrativeStatus) -> str:
        concept, words = self._concept(issue), decision.text or issue.found or ""
        if not words:
            raise ZhengmingError(f"{issue.location}: {_NO_WORDS}")
        term = term_of(words, concept, _language(concept, issue), status)
        path = Path(concept.location.path)
        if not self.is_own(concept):
            raise ZhengmingError(f"{concept.id} is of {path}, which is not the project's own; add the concept first")
        termbases.demand_table(path)
        # Who may not approve has changed something that was approved: somebody is to look at it.
        lowered = concept.status is Standing.APPROVED and not self._stays_approved
        change = Amendment(concept.id, (term,), Standing.PROPOSED if lowered else None)
        termbases.demand_table(path)
        self._desk.ask(self._desk.open(path, _amending(str(path))), change)
        done = f"{concept.id}: “{term.text}” {status.value}"
        return f"{done}; the concept is proposed again, for you are not an approver" if lowered else done

    def _concept(self, issue: Issue) -> Concept:
        concept = self._task.termbase.get(issue.concept) if issue.concept else None
        if concept is None:
            raise ZhengmingError(f"{issue.location}: {issue.check.code} is about no concept of the termbase")
        return concept

    def _ignore(self, decision: Decision, issue: Issue, reason: str) -> str:
        if not is_suppressible(issue):
            raise ZhengmingError(f"{issue.location}: {issue.check.code} cannot be ignored; mend it")
        if not reason:
            raise ZhengmingError(f"{issue.location}: an ignore wants a reason (S002)")
        self._write_down(
            NewIgnore(
                reason,
                self._user,
                self._today,
                fingerprint=decision.fingerprint,
                code=issue.check.code,
                example=example_of(issue),
            )
        )
        return f"{issue.check.code} ignored: {reason}"

    def _write_down(self, ignore: NewIgnore) -> None:
        self._desk.ask(self._desk.open(ignore_path(self._settings), with_ignores), ignore)


def _amending(name: str) -> Callable[[bytes, list[Amendment]], bytes]:
    return lambda content, amendments: amended(content, name, amendments)


def _rewriting(name: str) -> Callable[[bytes, list[Change]], bytes]:
    rewriter = rewriter_of(name)
    if rewriter is None:
        raise ZhengmingError(f"{name}: no text file; make the change where it is edited")

    def made(content: bytes, changes: list[Change]) -> bytes:
        new, problems = fix(content, changes, rewriter)
        for change, problem in zip(changes, problems, strict=True):
            if problem is not None:
                raise ZhengmingError(f"{change.location}: “{change.found}” is left as it is: {problem}")
        return new

    return made


def _language(concept: Concept, issue: Issue) -> Tag:
    """Return the language that the termbase has its terms for that target in."""
    tag = parse(issue.passage.target_language) if issue.passage else None
    if tag is None:
        raise ZhengmingError(f"{issue.location}: no target language to admit or deprecate words of")
    named = (*concept.allowed(tag), *concept.deprecated(tag))
    return named[0].language if named else tag


def term_of(words: str, concept: Concept, language: Tag, status: AdministrativeStatus) -> Term:
    """Return the term that these words are: one that the concept has, whatever the form, else they themselves."""
    folded = fold(words)
    for term in concept.terms:
        forms = surface_forms(term.text, language.language, concept.part_of_speech)
        if term.language.language == language.language and folded in forms:
            return Term(term.text, term.language, status, term.labels)
    return Term(" ".join(words.split()), language, status)


def _difference(old: str, new: str) -> tuple[int, int, str]:
    """Return which stretch of the old text differs, and what the new one has there."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end, new[start : len(new) - end]

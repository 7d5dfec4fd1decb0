"""Small termbases, written as the tables that people keep."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.checks.kind import TermbaseCheck
from zhengming.termbase.formats import table

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue

Examined = Callable[[TermbaseCheck, str], list[str]]


def read(text: str) -> Termbase:
    problems: list[Issue] = []
    termbase = table.read(text.encode(), "glossary.csv", problems.append)
    assert problems == []
    return termbase


@pytest.fixture
def termbase_of() -> Callable[[str], Termbase]:
    """Read a table in which nothing is malformed."""
    return read


@pytest.fixture
def faults_of() -> Callable[[str], list[str]]:
    """Read a table and return what the reader says of it, a line each."""

    def faults(text: str) -> list[str]:
        problems: list[Issue] = []
        table.read(text.encode(), "glossary.csv", problems.append)
        return [f"{problem.location.start}: {problem.check.code} {problem.message}" for problem in problems]

    return faults


@pytest.fixture
def examined() -> Examined:
    """Examine a table with one check and return each issue in a line: line of the row, severity, message."""

    def examine(check: TermbaseCheck, text: str) -> list[str]:
        issues = list(check.examine(read(text)))
        assert {issue.check for issue in issues} <= {check.check}
        return [f"{i.location.start.line if i.location.start else 0}: {i.severity} {i.message}" for i in issues]

    return examine

"""JUnit XML: a suite for each file, a case for each check that ran on it, a failure where it found something.

There is no normative schema; the shape is the one that Jenkins and GitLab read. Neutral issues are no failures.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zhengming.cli.report.xml import attributes, text
from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue

__all__ = ["write"]


def write(result: Result, page: Page) -> None:
    """Write a case for each check and file; files without an issue have one that passes."""
    by_file: dict[str, dict[str, list[Issue]]] = {volume.path: {} for volume in result.volumes}
    for issue in result.standing:
        if issue.severity > Severity.NEUTRAL:
            by_file.setdefault(issue.location.path, defaultdict(list)).setdefault(
                f"{issue.check.code} {issue.check.name}", []
            ).append(issue)
    cases = sum(max(len(checks), 1) for checks in by_file.values())
    failures = sum(len(checks) for checks in by_file.values())
    page.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    page.write(f"<testsuites{attributes(name='zhengming', tests=str(cases), failures=str(failures))}>\n")
    for path, checks in sorted(by_file.items()):
        count = {"tests": str(max(len(checks), 1)), "failures": str(len(checks))}
        page.write(f"  <testsuite{attributes(name=path, **count)}>\n")
        if not checks:
            page.write(f"    <testcase{attributes(classname=path, name='zhengming')}/>\n")
        for check, issues in sorted(checks.items()):
            _case(path, check, issues, page)
        page.write("  </testsuite>\n")
    page.write("</testsuites>\n")


def _case(path: str, check: str, issues: list[Issue], page: Page) -> None:
    first = issues[0]
    more = f" (and {len(issues) - 1:,} more)" if len(issues) > 1 else ""
    page.write(f"    <testcase{attributes(classname=path, name=check)}>\n")
    page.write(f"      <failure{attributes(type=str(max(i.severity for i in issues)), message=first.message + more)}>")
    page.write(text("\n".join(f"{issue.location}: {issue.message}" for issue in issues)))
    page.write("</failure>\n    </testcase>\n")

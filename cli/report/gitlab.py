"""GitLab Code Quality: a list of issues, each with a fingerprint of its own, or GitLab shows only the first.

The shape is that of GitLab's documentation (“Code Quality report format”).
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result

__all__ = ["write"]

_SEVERITIES = {
    Severity.NEUTRAL: "info",
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}


def write(result: Result, page: Page) -> None:
    """Write the issues that stand."""
    page.write(json.dumps(list(_records(result)), ensure_ascii=not page.is_unicode, indent=1) + "\n")


def _records(result: Result) -> Iterator[dict[str, Any]]:
    seen: Counter[tuple[str, str]] = Counter()
    for issue in result.standing:
        path = issue.location.path.replace("\\", "/").removeprefix("./")
        seen[path, issue.fingerprint] += 1
        parts = (issue.fingerprint, path, str(seen[path, issue.fingerprint]))
        yield {
            "description": issue.message,
            "check_name": f"{issue.check.code} {issue.check.name}",
            "fingerprint": hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest(),
            "severity": _SEVERITIES[issue.severity],
            "location": {"path": path, "lines": {"begin": issue.location.start.line if issue.location.start else 1}},
        }

"""SARIF 2.1.0 (errata 01), for code scanning and for editors: one log, one run for each 25,000 results."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zhengming.cli.report import sarif_rules
from zhengming.cli.report.sarif_result import Numbers, result_object
from zhengming.cli.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue

__all__ = ["write"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: GitHub refuses a run with more.
_MOST_RESULTS = 25_000


def write(result: Result, page: Page) -> None:
    """Write the log: every issue there is, the suppressed ones marked."""
    issues = result.issues
    parts = [issues[start : start + _MOST_RESULTS] for start in range(0, len(issues), _MOST_RESULTS)] or [()]
    runs = [_run(part, number, result) for number, part in enumerate(parts, 1)]
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": runs}
    page.write(json.dumps(log, ensure_ascii=not page.is_unicode, indent=1) + "\n")


def _run(issues: Sequence[Issue], number: int, result: Result) -> dict[str, Any]:
    checks = sorted({issue.check for issue in issues}, key=lambda check: check.code)
    types = sorted({check.mqm for check in checks if check.mqm is not None})
    numbers = Numbers({check.code: index for index, check in enumerate(checks)}, {t: i for i, t in enumerate(types)})
    return {
        "tool": {
            "driver": {
                "name": "zhengming",
                "semanticVersion": VERSION,
                "rules": [sarif_rules.rule(check, numbers.types) for check in checks],
                "supportedTaxonomies": [{"name": sarif_rules.MQM, "index": 0}],
            }
        },
        "taxonomies": [sarif_rules.taxonomy(types)],
        "automationDetails": {"id": f"zhengming/{number}/"},
        "invocations": [{"executionSuccessful": not result.has_unreadable}],
        "columnKind": "unicodeCodePoints",
        "results": [result_object(issue, numbers) for issue in issues],
    }

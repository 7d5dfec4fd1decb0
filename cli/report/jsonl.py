"""One JSON object a line, schema zhengming/report/1: a header, the issues, a summary."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zhengming.cli.quality import FORMULA, quality, quality_of_files
from zhengming.cli.version import VERSION
from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.quality import Quality
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue

__all__ = ["SCHEMA", "record", "write"]

SCHEMA = "zhengming/report/1"


def write(result: Result, page: Page) -> None:
    """Write the report: every issue there is, the suppressed ones marked."""
    for line in _lines(result):
        page.write(json.dumps(line, ensure_ascii=not page.is_unicode, separators=(",", ":")) + "\n")


def _lines(result: Result) -> Iterator[dict[str, Any]]:
    yield {"schema": SCHEMA, "tool": "zhengming", "version": VERSION}
    for issue in result.issues:
        yield record(issue)
    severities = {str(severity): result.count(severity) for severity in Severity}
    counts = {"files": result.files, "units": result.units, "issues": len(result.standing), **severities}
    kept = {"suppressed": dict(result.suppressed()), "stale": result.stale}
    yield {"summary": {**counts, "passed_over": result.passed_over, **kept, "quality": _quality(result)}}


def _quality(result: Result) -> dict[str, Any]:
    def record_of(one: Quality) -> dict[str, Any]:
        return {"score": one.score, "penalty": one.penalty, "size": one.size, "unit": one.unit}

    files = [{"path": one.path, **record_of(one)} for one in quality_of_files(result)]
    return {"formula": FORMULA, **record_of(quality(result)), "files": files}


def record(issue: Issue) -> dict[str, Any]:
    """Return the issue as the schema has it: lines and columns from 1, spans half-open from 0, in code points."""
    place, passage, edit = issue.location, issue.passage, issue.edit
    start, end = place.start, place.end
    return {
        "code": issue.check.code,
        "name": issue.check.name,
        "severity": str(issue.severity),
        "mqm": issue.check.mqm,
        "message": issue.message,
        "path": place.path,
        "line": start.line if start else None,
        "column": start.column if start else None,
        "end_line": end.line if end else None,
        "end_column": end.column if end else None,
        "unit": passage.unit if passage else None,
        "source_language": passage.source_language if passage else None,
        "target_language": passage.target_language if passage else None,
        "source": passage.source if passage else None,
        "target": passage.target if passage else None,
        "source_span": list(issue.source_span) if issue.source_span else None,
        "target_span": list(issue.target_span) if issue.target_span else None,
        "concept": issue.concept,
        "term": issue.term,
        "expected": list(issue.expected),
        "found": issue.found,
        "fix": {"span": list(edit.span), "replacement": edit.replacement, "safe": edit.safe} if edit else None,
        "related": [
            {
                "path": related.location.path,
                "line": related.location.start.line if related.location.start else None,
                "column": related.location.start.column if related.location.start else None,
                "text": related.text,
            }
            for related in issue.related
        ],
        "fingerprint": issue.fingerprint,
        "suppressed": issue.suppressed,
    }

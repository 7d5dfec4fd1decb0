"""One issue as a SARIF result."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from zhengming.cli.report.sarif_rules import LEVELS, MQM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengming.termbase.issue import Edit, Issue
    from zhengming.termbase.position import Location

__all__ = ["Numbers", "result_object"]

_JUSTIFICATIONS = {"baseline": "in the baseline: .zhengming/baseline.jsonl", "ignore": "ignored by a decision"}


class Numbers(NamedTuple):
    """At which place in the run's lists a code and an MQM type stand."""

    codes: Mapping[str, int]
    types: Mapping[str, int]


def result_object(issue: Issue, numbers: Numbers) -> dict[str, Any]:
    """Return the result object."""
    check, passage = issue.check, issue.passage
    location = _location(issue.location)
    if passage is not None and passage.unit is not None:
        location["logicalLocations"] = [{"name": passage.unit, "kind": "element"}]
    found: dict[str, Any] = {
        "ruleId": check.code,
        "ruleIndex": numbers.codes[check.code],
        "level": LEVELS[issue.severity],
        "message": {"text": issue.message},
        "locations": [location],
        "partialFingerprints": {"zhengming/v1": issue.fingerprint},
        "properties": _properties(issue),
    }
    if issue.related:
        found["relatedLocations"] = [
            {"id": index, **_location(related.location), "message": {"text": related.text}}
            for index, related in enumerate(issue.related)
        ]
    if check.mqm is not None:
        component = {"name": MQM, "index": 0}
        found["taxa"] = [{"id": check.mqm, "index": numbers.types[check.mqm], "toolComponent": component}]
    if issue.edit is not None and _is_plain(issue, issue.edit):
        found["fixes"] = [_fix(issue, issue.edit)]
    if issue.suppressed is not None:
        justification = _JUSTIFICATIONS[issue.suppressed]
        found["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
    return found


def _properties(issue: Issue) -> dict[str, Any]:
    passage = issue.passage
    known = {
        "severity": str(issue.severity),
        "concept": issue.concept,
        "term": issue.term,
        "found": issue.found,
        "expected": list(issue.expected),
        "source": passage.source if passage else None,
        "target": passage.target if passage else None,
    }
    return {name: value for name, value in known.items() if value}


def _location(location: Location) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(location.path)}}
    if location.start is not None:
        physical["region"] = _region(location)
    return {"physicalLocation": physical}


def _region(location: Location) -> dict[str, int]:
    start, end = location.start, location.end
    region = {"startLine": start.line, "startColumn": start.column} if start is not None else {}
    return region if end is None else {**region, "endLine": end.line, "endColumn": end.column}


def _uri(path: str) -> str:
    r"""Return the path as a URI reference: relative as it is, absolute as a file's; `C:\` is absolute too."""
    written = quote(path.replace("\\", "/"), safe="/:", errors="surrogateescape")
    if written.startswith("/"):
        return f"file://{written}"
    return f"file:///{written}" if written[1:3] == ":/" else written.replace(":", "%3A")


def _is_plain(issue: Issue, edit: Edit) -> bool:
    """Return whether the words stand in the file as they read, without codes and entities that a fix would lose."""
    start, end = issue.location.start, issue.location.end
    if edit.span != issue.target_span or start is None or end is None or start.line != end.line:
        return False
    return end.column - start.column == edit.span.end - edit.span.start


def _fix(issue: Issue, edit: Edit) -> dict[str, Any]:
    # What is replaced is the file's own text, and so far every format with replacements is XML.
    content = {"text": escape(edit.replacement, quote=False)}
    replacement = {"deletedRegion": _region(issue.location), "insertedContent": content}
    change = {"artifactLocation": {"uri": _uri(issue.location.path)}, "replacements": [replacement]}
    safety = "safe" if edit.safe else "read the sentence again"
    return {"description": {"text": f"Write “{edit.replacement}” ({safety})"}, "artifactChanges": [change]}

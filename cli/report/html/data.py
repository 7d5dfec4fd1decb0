"""What the page shows, as JSON: issues, concepts with their renderings, files, and how it was all found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhengming.cli.explanation import gist
from zhengming.cli.quality import FORMULA, quality, quality_of_files
from zhengming.cli.report.group import remedy_of
from zhengming.cli.version import VERSION
from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.quality import Quality
    from zhengming.cli.result import Result
    from zhengming.termbase.concept import Concept
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.survey import Context, Use

__all__ = ["data"]

#: Of a concept that is always rendered the same way, so many contexts show how.
_FEW = 3


def data(result: Result) -> dict[str, Any]:
    """Return all that the page says; equal results make equal pages."""
    issues = result.standing
    checks = {issue.check.code: issue.check for issue in issues}
    return {
        "version": VERSION,
        "summary": {
            "files": result.files,
            "units": result.units,
            "passed": result.passed_over,
            "suppressed": dict(result.suppressed()),
            "severities": {str(severity): result.count(severity) for severity in sorted(Severity, reverse=True)},
            "quality": _quality(quality(result)),
        },
        "formula": FORMULA,
        "termbases": list(result.termbase.paths),
        "checks": {
            code: {"name": check.name, "mqm": check.mqm, "finds": gist(check)} for code, check in sorted(checks.items())
        },
        "issues": [_issue(issue) for issue in issues],
        "concepts": dict(_concepts(result)),
        "files": [{"path": one.path, **_quality(one)} for one in quality_of_files(result)],
    }


def _quality(one: Quality) -> dict[str, Any]:
    return {"score": one.score, "penalty": one.penalty, "size": one.size, "unit": one.unit}


def _issue(issue: Issue) -> dict[str, Any]:
    passage = issue.passage
    texts = passage and {
        "unit": passage.unit,
        "source": {"lang": passage.source_language, "text": passage.source, "span": issue.source_span},
        "target": {"lang": passage.target_language, "text": passage.target, "span": issue.target_span},
    }
    return {
        "code": issue.check.code,
        "severity": str(issue.severity),
        "message": issue.message,
        "path": issue.location.path,
        "place": str(issue.location),
        **(texts or {}),
        "concept": issue.concept,
        "term": issue.term,
        "found": issue.found,
        "use": remedy_of(issue),
        "why": issue.why,
        "fixable": issue.edit is not None and issue.edit.span == issue.target_span,
        "safe": issue.edit is not None and issue.edit.safe,
        "related": [{"place": str(one.location), "text": one.text} for one in issue.related],
        "fingerprint": issue.fingerprint,
    }


def _concepts(result: Result) -> Iterator[tuple[str, dict[str, Any]]]:
    if result.survey is None:
        return
    by_concept: dict[str, list[tuple[str, Use]]] = {}
    for (name, language), use in result.survey.uses.items():
        by_concept.setdefault(name, []).append((language, use))
    disputed = {issue.concept for issue in result.standing}
    for name, uses in by_concept.items():
        concept = result.termbase.get(name)
        if concept is not None:
            is_open = name in disputed or any(len(use.counts) > 1 for _, use in uses)
            yield name, _concept(concept, uses, None if is_open else _FEW)


def _concept(concept: Concept, uses: list[tuple[str, Use]], most: int | None) -> dict[str, Any]:
    return {
        "terms": [
            {"lang": str(term.language), "text": term.text, "status": term.status.value} for term in concept.terms
        ],
        "field": concept.subject_field,
        "standing": concept.status.value,
        "check": concept.check.value,
        "definition": concept.definition,
        "note": concept.note,
        "source": concept.source,
        "place": str(concept.location),
        "uses": [
            {
                "lang": language,
                "forms": [
                    {"form": form, "count": count, "status": use.status[form]}
                    for form, count in sorted(use.counts.items(), key=lambda item: (-item[1], item[0]))
                ],
                "contexts": [_context(context) for context in use.contexts[:most]],
            }
            for language, use in uses
        ],
    }


def _context(context: Context) -> dict[str, Any]:
    return {
        "place": str(context.location),
        "unit": context.unit,
        "source": {"lang": context.source_language, "text": context.source, "span": context.source_span},
        "target": {"lang": context.target_language, "text": context.target, "span": context.target_span},
        "form": context.rendering,
    }

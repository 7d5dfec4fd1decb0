"""The parts of a SARIF log that speak of checks: rules with their pages, and MQM's issue types as a taxonomy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhengming.cli.pages import page
from zhengming.cli.registry import LETTERS
from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zhengming.termbase.check import Check

__all__ = ["LEVELS", "MQM", "rule", "taxonomy"]

MQM = "MQM"
LEVELS = {Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.NEUTRAL: "note"}


def rule(check: Check, types: Mapping[str, int]) -> dict[str, Any]:
    """Return the rule of a check; `types` are the MQM types with their places in the taxonomy."""
    text = page(check)
    found: dict[str, Any] = {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": check.name.replace("-", " ").capitalize()},
        "fullDescription": {"text": _first_paragraph(text)},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"enabled": not check.opt_in, "level": LEVELS[check.severity]},
        "properties": {"tags": [LETTERS[check.code[0]]]},
    }
    if check.mqm is not None:
        target = {"id": check.mqm, "index": types[check.mqm], "toolComponent": {"name": MQM, "index": 0}}
        found["relationships"] = [{"target": target, "kinds": ["relevant"]}]
    return found


def _first_paragraph(text: str) -> str:
    """Return the first sentence of prose, which says what the check finds."""
    paragraphs = (part for part in text.split("\n\n") if part.strip() and not part.startswith("#"))
    return " ".join(next(paragraphs, text).split())


def taxonomy(types: Iterable[str]) -> dict[str, Any]:
    """Return the issue types of MQM that are referred to."""
    return {
        "name": MQM,
        "version": "2021",
        "organization": "MQM Council",
        "shortDescription": {"text": "Multidimensional Quality Metrics: types of translation errors"},
        "isComprehensive": False,
        "taxa": [{"id": name, "name": name} for name in types],
    }

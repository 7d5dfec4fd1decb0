"""The list of checks: one module a check, listed once, with the codes, names and weights that are promised."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.registry import all_checks
from zhengming.cli.suppression import faults as of_decisions
from zhengming.termbase import checks as of_termbases
from zhengming.termbase.check import Check
from zhengming.tmx import checks as of_translations

if TYPE_CHECKING:
    from types import ModuleType

PROMISED = {
    "A001": ("empty-target", "major", "untranslated", "untranslated"),
    "A002": ("target-equals-source", "minor", "untranslated", "untranslated"),
    "A003": ("length-ratio", "neutral", None, "length"),
    "C001": ("same-source-different-targets", "minor", "inconsistent-style", "inconsistency"),
    "C002": ("same-target-different-sources", "neutral", "inconsistent-style", "inconsistency"),
    "C003": ("mixed-renderings", "minor", "multiple-translations-of-term", "terminology"),
    "C004": ("drifting-term", "minor", "multiple-translations-of-term", "terminology"),
    "C005": ("near-duplicate-diverges", "neutral", "inconsistent-style", "inconsistency"),
    "F001": ("malformed-file", "critical", None, "non-conformance"),
    "F002": ("unknown-language", "minor", None, "non-conformance"),
    "F003": ("not-valid-tmx", "major", None, "non-conformance"),
    "F004": ("not-valid-xliff", "major", None, "non-conformance"),
    "G001": ("duplicate-concept", "major", None, "non-conformance"),
    "G002": ("self-contradiction", "major", None, "non-conformance"),
    "G003": ("shared-equivalent", "neutral", None, "non-conformance"),
    "G004": ("unsourced-approved", "minor", None, "non-conformance"),
    "G005": ("malformed-cell", "major", None, "non-conformance"),
    "G006": ("approved-contains-deprecated", "major", None, "non-conformance"),
    "L001": ("fullwidth-in-latin", "neutral", "locale-specific-punctuation", "typographical"),
    "L002": ("untranslated-text", "major", "untranslated", "untranslated"),
    "L003": ("mixed-scripts", "neutral", "national-language-standard", "locale-violation"),
    "L004": ("mojibake", "major", "character-encoding", "characters"),
    "L005": ("punctuation-mismatch", "neutral", "punctuation", "typographical"),
    "M001": ("inline-code-mismatch", "major", "omitted-markup", "markup"),
    "M002": ("placeholder-mismatch", "major", "omitted-variable", "markup"),
    "N001": ("number-mismatch", "major", "number", "numbers"),
    "N002": ("magnitude-mismatch", "major", "number", "numbers"),
    "N003": ("percent-mismatch", "major", "number", "numbers"),
    "N004": ("date-mismatch", "minor", "date-time", "numbers"),
    "N005": ("unit-mismatch", "minor", "unit-conversion", "numbers"),
    "N006": ("code-mismatch", "major", "number", "numbers"),
    "N007": ("threshold-mismatch", "minor", "mistranslation", "mistranslation"),
    "S001": ("unused-ignore", "minor", None, None),
    "S002": ("ignore-without-reason", "minor", None, None),
    "S003": ("stale-baseline", "minor", None, None),
    "T001": ("missing-term", "major", "termbase", "terminology"),
    "T002": ("deprecated-term", "major", "termbase", "terminology"),
    "T003": ("untranslated-term", "major", "untranslated", "untranslated"),
    "T004": ("altered-protected-term", "major", "no-translate", "other"),
    "T005": ("term-spelling", "minor", "spelling", "misspelling"),
    "T006": ("banned-word", "major", "termbase", "terminology"),
    "T007": ("unsupported-term", "minor", "addition", "addition"),
}
OPT_IN = {"A003", "C002", "T007"}
LISTED = {
    "zhengming.tmx.checks": tuple(kind.check for kind in of_translations.CHECKS),
    "zhengming.termbase.checks": of_termbases.ALL,
}


def modules(package: str) -> list[ModuleType]:
    folder = importlib.import_module(package)
    return [importlib.import_module(f"{package}.{found.name}") for found in pkgutil.iter_modules(folder.__path__)]


@pytest.mark.parametrize("package", LISTED)
def test_every_module_of_a_check_is_named_for_it_and_listed(package: str) -> None:
    of_checks = {module.__name__.rpartition(".")[2]: module for module in modules(package) if hasattr(module, "CHECK")}
    assert {check.name.replace("-", "_") for check in LISTED[package]} == set(of_checks)
    assert {module.CHECK.check for module in of_checks.values()} == set(LISTED[package])


@pytest.mark.parametrize("package", LISTED)
def test_a_module_without_a_listed_check_has_none_to_list(package: str) -> None:
    for module in modules(package):
        if not hasattr(module, "CHECK"):
            assert not [name for name, value in vars(module).items() if isinstance(value, Check)], module.__name__


@pytest.mark.parametrize(
    "checks", [*LISTED.values(), of_translations.FAULTS, of_decisions.ALL, tuple(all_checks().values())]
)
def test_codes_are_sorted_and_unique(checks: tuple[Check, ...]) -> None:
    codes = [check.code for check in checks]
    assert codes == sorted(set(codes))


def test_names_are_unique_and_no_check_is_lost_between_the_lists() -> None:
    listed = [*(check for checks in LISTED.values() for check in checks), *of_translations.FAULTS, *of_decisions.ALL]
    assert sorted(check.code for check in listed) == list(all_checks())
    assert len({check.name for check in listed}) == len(listed)


@pytest.mark.parametrize("code", all_checks())
def test_a_check_is_what_the_interface_promises(code: str) -> None:
    check = all_checks()[code]
    assert (check.name, str(check.severity), check.mqm, check.its) == PROMISED[code]
    assert check.opt_in == (code in OPT_IN)

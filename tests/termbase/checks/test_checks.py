"""The list of checks on termbases."""

from __future__ import annotations

import pkgutil
from time import process_time
from typing import TYPE_CHECKING

from zhengming.termbase import checks
from zhengming.termbase.formats import table

if TYPE_CHECKING:
    from zhengming.termbase.checks.kind import TermbaseCheck


def test_every_module_holds_one_listed_check() -> None:
    names = {module.name for module in pkgutil.iter_modules(checks.__path__)} - {"kind"}
    assert {check.check.name.replace("-", "_") for check in checks.CHECKS} == names


def test_codes_are_sorted_and_unique() -> None:
    codes = [check.code for check in checks.ALL]
    assert codes == sorted(set(codes)) == ["G001", "G002", "G003", "G004", "G005", "G006"]


def test_time_is_in_proportion_to_the_number_of_concepts() -> None:
    # A name shared by all concepts is the worst case for what compares concepts by name.
    def seconds(check: TermbaseCheck, count: int) -> float:
        rows = "".join(f"C{n:05},标志{n},mark,wrong mark {n},noun,approved,a\n" for n in range(count))
        header = "id,zh-Hans,en,en:deprecated,part_of_speech,status,source\n"
        termbase = table.read((header + rows).encode(), "glossary.csv", lambda _: None)
        started = process_time()
        list(check.examine(termbase))
        return process_time() - started

    for check in checks.CHECKS:
        small, large = seconds(check, 500), seconds(check, 4000)
        assert large < 8 * small * 4 + 0.2, check.check.name  # quadratic time would be 64-fold

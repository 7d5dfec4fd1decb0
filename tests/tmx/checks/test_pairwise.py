"""Checks of pairs, run together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Issue
from zhengming.termbase.language import Tag
from zhengming.termbase.match import Found
from zhengming.termbase.position import Location
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.checks.pairwise import examiner
from zhengming.tmx.model import Header, Segment, TranslationUnit, TranslationUnitVariant
from zhengming.tmx.pair import Pair
from zhengming.tmx.render import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE, OTHER = TranslationUnitVariant("zh", Segment("稀土")), TranslationUnitVariant("en", Segment("rare earths"))
PAIR = Pair(TranslationUnit((ONE, OTHER), Header()), ONE, OTHER, Tag("zh"), Tag("en"), ONE.segment, OTHER.segment)
READING = Reading(PAIR, [], Found(), Found())


def check_of(code: str, *, concerns: bool | None = None, asked: list[str] | None = None) -> PairCheck:
    check = Check(code=code, name=code, mqm=None, its="other", severity=Severity.MINOR)

    def examine(_: Reading) -> Iterator[Issue]:
        yield Issue(check=check, severity=check.severity, message=code, location=Location(""))

    def test(_: Reading) -> bool:
        (asked if asked is not None else []).append(code)
        return bool(concerns)

    return PairCheck(check, examine, None if concerns is None else test)


@pytest.mark.parametrize(("concerns", "found"), [(True, ["A", "B", "C"]), (False, ["A", "C"])])
def test_a_check_that_a_quick_test_lets_off_says_nothing(concerns: bool, found: list[str]) -> None:  # noqa: FBT001
    examine = examiner([check_of("A"), check_of("B", concerns=concerns), check_of("C")])
    assert [issue.check.code for issue in examine(READING)] == found


def test_neighbours_with_one_test_in_common_ask_it_once() -> None:
    asked: list[str] = []
    first = check_of("A", concerns=True, asked=asked)
    second = PairCheck(check_of("B").check, check_of("B").examine, first.concerns)
    assert [issue.check.code for issue in examiner([first, second])(READING)] == ["A", "B"]
    assert asked == ["A"]

"""The words for what a memory is cleaned of."""

from __future__ import annotations

import pytest

from zhengming.cli.commands.tm.kinds import chosen_kinds
from zhengming.termbase.errors import InvalidSettings
from zhengming.tmx.checks import CHECKS
from zhengming.tmx.checks.kind import PairCheck
from zhengming.tmx.memory.cleaning.kinds import DEFAULT, OWN, SELECTABLE


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        (["duplicate,near-duplicate"], {"duplicate", "near-duplicate"}),
        (["a001", "deprecated-term"], {"A001", "T002"}),
        (["M"], {"M001", "M002"}),
        (["C"], {"C001"}),
        ([], DEFAULT),
        (["default"], DEFAULT),
        (["all"], {*OWN, *SELECTABLE}),
    ],
)
def test_kinds_are_chosen_by_code_letter_or_name(select: list[str], expected: set[str]) -> None:
    assert chosen_kinds(select, (), ()) == expected


def test_some_more_and_some_less() -> None:
    assert chosen_kinds((), ["N001"], ["duplicate", "L"]) == (DEFAULT | {"N001"}) - {"duplicate", "L004"}


@pytest.mark.parametrize("word", ["C002", "G001", "F001", "S", "nonsense"])
def test_what_names_no_unit_is_refused(word: str) -> None:
    with pytest.raises(InvalidSettings, match=word):
        chosen_kinds([word], (), ())


def test_every_check_of_single_pairs_may_be_chosen() -> None:
    assert {check.check.code for check in CHECKS if isinstance(check, PairCheck)} < SELECTABLE.keys()
    assert {*OWN, *SELECTABLE} >= DEFAULT
    assert not OWN.keys() & {check.name for check in SELECTABLE.values()}

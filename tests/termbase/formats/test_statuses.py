"""Words of tools for statuses."""

from __future__ import annotations

import pytest

from zhengming.termbase.formats.statuses import administrative, is_yes, standing


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("preferredTerm-admn-sts", "preferred"),
        ("Preferred", "preferred"),
        ("admittedTerm", "admitted"),
        ("not recommended", "deprecated"),
        ("Do not use", "deprecated"),
        ("禁用", "deprecated"),
        ("approved", None),
        ("", None),
    ],
)
def test_of_terms(word: str, status: str | None) -> None:
    found = administrative(word)
    assert (found and found.value) == status


@pytest.mark.parametrize(
    ("word", "status"), [("Approved", "approved"), ("已审核", "approved"), ("New", "proposed"), ("odd", None)]
)
def test_of_concepts(word: str, status: str | None) -> None:
    found = standing(word)
    assert (found and found.value) == status


@pytest.mark.parametrize(
    ("word", "answer"), [("TRUE", True), (" yes ", True), ("是", True), ("false", False), ("", False)]
)
def test_of_yes_and_no(word: str, answer: bool) -> None:  # noqa: FBT001  the expectation
    assert is_yes(word) is answer

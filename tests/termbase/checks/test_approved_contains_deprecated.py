"""G006 approved-contains-deprecated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.checks.approved_contains_deprecated import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = "id,zh-Hans,zh-Hans:deprecated,en,en:admitted,en:deprecated,part_of_speech\n"


def test_the_longer_term_shields_the_shorter(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, f"{HEADER}ST016,大于等于,,greater than or equal to,,greater than,other\n")
    reason = "no harm here, where the longest term wins, but in tools that match otherwise"
    assert issues == [
        f"2: neutral “greater than or equal to” is allowed and holds “greater than”, which is deprecated: {reason}"
    ]


def test_one_that_must_be_written_in_capitals_may_be_missed(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, f"{HEADER}X1,某名单,,CONTROL LIST A {{case}},,control lists,noun\n")
    remedy = "written in other letters it would be flagged; take the label “case” off, or put it on both"
    assert issues == [f"2: major “CONTROL LIST A” is allowed and holds “control lists”, which is deprecated: {remedy}"]


def test_chinese_has_no_borders_of_words(examined: Callable[..., list[str]]) -> None:
    assert len(examined(CHECK, f"{HEADER}RE001,稀土永磁材料,永磁,rare-earth magnet material,,,noun\n")) == 1


@pytest.mark.parametrize(
    ("allowed", "deprecated"),
    [
        ("rare earths", "earth"),  # a form of it stands there: one issue
        ("separate rare earth", "rare earths"),
    ],
)
def test_inflected_forms_count(examined: Callable[..., list[str]], allowed: str, deprecated: str) -> None:
    assert len(examined(CHECK, f"{HEADER}X1,某词,,{allowed},,{deprecated},noun\n")) == 1


@pytest.mark.parametrize(
    ("allowed", "deprecated"),
    [
        ("terbium", "erbium"),  # inside a word
        ("ytterbium oxide", "terbium oxide"),
        ("erbiumterbium rule", "terb"),
        ("export control", "export restriction"),
        ("magnet", "magnet steel"),  # the other way round
        ("zone-refined ingot", "ingot {soft}"),  # right in other contexts
    ],
)
def test_no_issue(examined: Callable[..., list[str]], allowed: str, deprecated: str) -> None:
    assert examined(CHECK, f"{HEADER}X1,某词,,{allowed},,{deprecated},noun\n") == []


def test_other_languages_are_not_compared(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, "id,en,fr:deprecated\nX1,export licence,licence\n") == []

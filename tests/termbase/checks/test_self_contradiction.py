"""G002 self-contradiction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.checks.self_contradiction import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = "id,zh-Hans,zh-Hans:deprecated,en,en:admitted,en:deprecated,part_of_speech\n"


def test_a_term_is_allowed_or_deprecated(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, f"{HEADER}EC001,出口管制,,export control,,export control,noun\n")
    assert issues == ["2: major “export control” is both allowed and deprecated; strike out one of the two"]


@pytest.mark.parametrize(
    ("allowed", "deprecated"),
    [
        ("export control", "export controls"),
        ("end user", "end-user"),
        ("end-use", "End Use"),
        ("license", "licences"),
        ("certificate of origin", "certificates of origin"),
    ],
)
def test_inflection_and_spelling_make_no_other_term(
    examined: Callable[..., list[str]], allowed: str, deprecated: str
) -> None:
    issues = examined(CHECK, f"{HEADER}X1,某词,,{allowed},,{deprecated},noun\n")
    remedy = "which is allowed; strike out one of the two"
    assert issues == [f"2: major “{deprecated}” is deprecated, and a form of “{allowed}”, {remedy}"]


def test_the_preferred_term_is_named_rather_than_an_admitted_one(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, f"{HEADER}X1,最终用户,,end user,End User,end-users,noun\n")
    assert issues[0].count("a form of “end user”") == 1


def test_chinese_terms_too(examined: Callable[..., list[str]]) -> None:
    assert len(examined(CHECK, f"{HEADER}RE001,稀土,稀土,rare earths,,,noun\n")) == 1


@pytest.mark.parametrize(
    ("allowed", "deprecated"),
    [
        ("export control", "export restriction"),
        ("terbium", "erbium"),
        ("REE {case}", "ree"),  # the label keeps them apart
        ("rare earths", "rare soil"),
    ],
)
def test_other_terms_are_no_contradiction(examined: Callable[..., list[str]], allowed: str, deprecated: str) -> None:
    assert examined(CHECK, f"{HEADER}X1,某词,,{allowed},,{deprecated},noun\n") == []


def test_two_concepts_may_disagree(examined: Callable[..., list[str]]) -> None:
    rows = "EC001,出口管制,,export control,,export restriction,noun\nEC081,出口限制,,export restriction,,,noun\n"
    assert examined(CHECK, HEADER + rows) == []


def test_one_language_says_nothing_of_the_other(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, "id,zh-Hans,en,fr:deprecated\nX1,许可证,licence,licence\n") == []

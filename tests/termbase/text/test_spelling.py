"""British and American spelling: what is certain is turned round, all else is left alone."""

from __future__ import annotations

import pytest

from zhengming.termbase.text.spelling import respelled

BOTH_WAYS = [
    ("aluminium alloy", "aluminum alloy"),
    ("defence industry", "defense industry"),
    ("labour cost", "labor cost"),
    ("colour", "color"),
    ("fibre", "fiber"),
    ("transhipment", "transshipment"),
]


@pytest.mark.parametrize(("british", "american"), BOTH_WAYS)
def test_one_answers_the_other(british: str, american: str) -> None:
    assert respelled(british, "en-US") == american
    assert respelled(american, "en-GB") == british


@pytest.mark.parametrize(("british", "american"), BOTH_WAYS)
def test_what_is_right_stays(british: str, american: str) -> None:
    assert respelled(british, "en-GB") == british
    assert respelled(american, "en-US") == american


@pytest.mark.parametrize(
    "text",
    ["export license", "sulfur", "authorization", "program", "check", "tire", "corporate", "laboratory", "coral"],
)
def test_british_usage_knows_both_or_means_something_else(text: str) -> None:
    assert respelled(text, "en-GB") == text


@pytest.mark.parametrize(
    "text", ["enterprise", "supervise", "exercise", "advise", "promise", "improvisation", "contour"]
)
def test_an_s_that_is_the_words_own_stays(text: str) -> None:
    assert respelled(text, "en-US") == text


def test_american_writes_z_and_f() -> None:
    assert respelled("authorisation of oxidised sulphide", "en-US") == "authorization of oxidized sulfide"


def test_capitals_stay_as_they_were() -> None:
    assert respelled("Ministry of Defence, LABOUR Law", "en-US") == "Ministry of Defense, LABOR Law"


def test_any_spelling_is_no_spelling() -> None:
    assert respelled("aluminum licence", "any") == "aluminum licence"

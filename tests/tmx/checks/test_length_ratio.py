"""Targets far too long or too short."""

from __future__ import annotations

from collections.abc import Callable

Review = Callable[..., list[str]]

CHINESE = "商务部发布公告，对锑、镓、锗相关物项实施出口管制。"
ENGLISH = "The ministry announced export controls on items related to antimony, gallium and germanium."


def test_a_usual_length_is_let_through(review_of: Review) -> None:
    assert review_of((CHINESE, ENGLISH), select="A003") == []
    assert review_of((ENGLISH, CHINESE), select="A003", languages=("en", "zh-CN")) == []


def test_half_and_double_are_told(review_of: Review) -> None:
    assert review_of((CHINESE, "Export controls."), select="A003") == [
        "A003 neutral the target is 5.3 times shorter than such a source is usually rendered"
    ]
    assert review_of((CHINESE, f"{ENGLISH} {ENGLISH} {ENGLISH}"), select="A003") == [
        "A003 neutral the target is 3.0 times longer than such a source is usually rendered"
    ]


def test_names_in_latin_script_count_alike_on_both_sides(review_of: Review) -> None:
    names = "Asian Metal, Shanghai Metals Market, Fastmarkets and Argus Media"
    assert review_of((f"来源：{names}", f"Sources: {names}"), select="A003") == []


def test_short_texts_and_other_languages_are_left_alone(review_of: Review) -> None:
    assert review_of(("锑", "antimony, an element of group 15"), select="A003") == []
    assert review_of((CHINESE, "Contrôles."), select="A003", languages=("zh-CN", "fr")) == []

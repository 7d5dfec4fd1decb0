"""How sentences end, and what is left open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Review = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("chinese", "english", "message"),
    [
        ("许可证有效。", "The license is valid", "the source ends with a full stop; write “.”"),
        ("是否有效？", "It is valid.", "the source ends with a question mark; write “?”"),
        ("出口许可证", "Export license.", "the target ends with a full stop, the source with none"),
        ("公告（第61号）", "Announcement (No. 61", "“(” opens nothing that is closed"),
        ("公告（第61号）", "Announcement No. 61)", "“)” closes nothing"),
        ("称为“管制物项”。", "called ”controlled items“.", "“”” closes nothing"),
    ],
)
def test_what_differs_is_told(review_of: Review, chinese: str, english: str, message: str) -> None:
    assert review_of((chinese, english), select="L005") == [f"L005 neutral {message}"]


def test_the_mark_is_that_of_the_target(review_of: Review) -> None:
    found = review_of(("It is valid.", "有效"), select="L005", languages=("en", "zh-CN"))
    assert found == ["L005 neutral the source ends with a full stop; write “。”"]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("有效。", "It is valid."),
        ("他说：“有效。”", "“It is valid,” he said."),
        ("有效（见第3条）。", "It is valid (see Article 3)."),
        ("下列规定：", "the following provisions"),
        ("氧化镝；", "dysprosium oxide."),
        ("好！", "Good."),
        ("有吗？例如镝。", "Is there any? Dysprosium, say."),
        ("某公司", "Some Co., Ltd."),
        ("镝、铽等", "dysprosium, terbium, etc."),
        ("a）氧化镝", "a) dysprosium oxide"),
        ("有效。³", "It is valid.³"),
        ("「管制物項」", "“controlled items”"),
        ("公告〔2024〕33号", "Announcement [2024] No. 33"),
    ],
)
def test_what_is_alike_or_free_is_let_through(review_of: Review, chinese: str, english: str) -> None:
    assert review_of((chinese, english), select="L005") == []
    assert review_of((english, chinese), select="L005", languages=("en", "zh-CN")) == []


def test_a_part_of_a_quotation_stays_open(review_of: Review) -> None:
    pair = ('He said, "It is valid.', "他说：“有效。")
    assert review_of(pair, select="L005", languages=("en", "zh-CN")) == []


def test_thai_ends_a_sentence_with_a_space(review_of: Review) -> None:
    assert review_of(("有效。", "ใบอนุญาตมีผล"), select="L005", languages=("zh-CN", "th")) == []

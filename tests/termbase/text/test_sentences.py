"""Where sentences end, in Chinese and in languages of Latin script."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.text.sentences import sentences


def parted(text: str, language: str) -> list[str]:
    return [text[slice(*span)] for span in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", ["商务部发布公告。", "自即日起施行！", "范围包括什么？", "见附件。"]),
        ("zh", ["“可以出口吗？”他问。", "“不行。”", "发言人表示，……还要等。"]),
        ("zh", ["《稀土还够用吗？》一文称（你没看错！）库存见底。", "（详见附件。）", "完"]),
        ("zh", ["纯度为99.999%的氧化镝；其他除外。", "Nd2Fe14B不在此列。"]),
        ("zh", ["真的吗？！", "真的……好。"]),
        ("en", ["The U.S. imports it.", "So does the U.K.", "The ministry said so."]),
        ("en", ["Announcement No. 61 of 2025 cites Art. 3, para. 2 and Fig. 4.", "It takes effect today."]),
        ("en", ["Purity is 99.999 per cent, i.e. Grade 5N.", "Mr. Li of Rare Earth Co. Ltd. Shanghai agreed."]),
        ("en", ["He asked: “Is it a dual-use item?”", "“Yes!” she said.", "(See p. 3.)", "Then he left."]),
        ("en", ["1. Dysprosium oxide.", "2. Terbium oxide.", "A. Targets of J. Smith & Sons Inc."]),
        ("en", ["The list is long...", "It has 1,045 entries.", "12 are new."]),
        ("de", ["Die Bekanntmachung gilt seit dem 9. Oktober.", "Ausgenommen sind z.B. Proben."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(language: str, expected: list[str]) -> None:
    gap = "" if language == "zh" else " "
    assert parted(gap.join(expected), language) == expected


def test_a_line_of_its_own_is_a_sentence() -> None:
    assert parted("稀土管理条例\n第一条 本条例……\n", "zh") == ["稀土管理条例", "第一条 本条例……"]


@given(st.text(alphabet="稀土。！？…”）》 .?!\"')(ABcd1\n", max_size=60), st.sampled_from(["zh", "en", "de"]))
def test_no_character_but_space_is_lost(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(text.split())
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(text[slice(*span)] == text[slice(*span)].strip() != "" for span in spans)


def test_a_text_of_marks_alone_takes_no_time() -> None:
    assert len(sentences("?! " * 20_000, "en")) == 20_000
    assert len(sentences("。" * 50_000, "zh")) == 1
    assert len(sentences("A. " * 20_000, "en")) >= 1

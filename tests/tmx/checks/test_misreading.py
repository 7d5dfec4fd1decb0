"""What was read in the wrong encoding, and what only looks so."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.language import Tag
from zhengming.tmx.checks.misreading import misreadings

SIMPLIFIED, TRADITIONAL, ENGLISH = Tag("zh", "Hans"), Tag("zh", "Hant", "TW"), Tag("en")


def meant(text: str, language: Tag) -> list[str]:
    return [found.meant for found in misreadings(text, language)]


@pytest.mark.parametrize(
    ("written", "encoding", "language"),
    [
        ("出口管制", "gb18030", SIMPLIFIED),
        ("’s", "gb18030", ENGLISH),
        ("“管制", "cp1252", SIMPLIFIED),
        ("’", "cp1252", ENGLISH),
        ("é", "cp1252", ENGLISH),
    ],
)
def test_utf_8_read_otherwise(written: str, encoding: str, language: Tag) -> None:
    read = written.encode().decode(encoding, "ignore")
    assert meant(f"a {read} b", language) == [written]


def test_gbk_read_as_latin_1() -> None:
    assert meant("稀土出口管制".encode("gbk").decode("latin-1"), SIMPLIFIED) == ["稀土出口管制"]


def test_windows_1252_read_as_latin_1() -> None:
    assert meant("It\x92s", ENGLISH) == ["’"]


@pytest.mark.parametrize("text", ["a 鈥? b", "a 锛\ufffd b", "锟斤拷", "\ufffd", "closed â€"])
def test_what_is_left_of_lost_characters(text: str) -> None:
    assert meant(text, SIMPLIFIED) == ["…"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("鈥、鏑、鋱屬於重稀土", TRADITIONAL),
        ("氧化鈥與鋱鐵合金", TRADITIONAL),
        ("鋼鐵鋁鋅關稅鍛鑄鎢鎂鎳", TRADITIONAL),
        ("holmium (鈥)", ENGLISH),
        ("浃洽渚楠涑", SIMPLIFIED),
        ("王锟先生", SIMPLIFIED),
        ("l’été au «café»", Tag("fr")),
        ("A IRMÃ» e a mãe", Tag("pt")),
        ("25 °C ± 5 % × 2, £3", ENGLISH),
    ],
)
def test_what_only_looks_so(text: str, language: Tag) -> None:
    assert meant(text, language) == []


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([SIMPLIFIED, TRADITIONAL, ENGLISH]))
def test_any_text_is_read_and_spans_lie_in_it_apart(text: str, language: Tag) -> None:
    spans = [found.span for found in misreadings(text, language)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))

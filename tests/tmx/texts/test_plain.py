"""Plain texts: paragraphs, and where each character stands."""

from __future__ import annotations

import codecs
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Span
from zhengming.tmx.texts import plain


def texts_of(content: str | bytes) -> list[str]:
    data = content.encode() if isinstance(content, str) else content
    return [block.segment.text for block in plain.blocks(io.BytesIO(data), "news.txt")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一段\n\n第二段\n", ["第一段", "第二段"]),
        ("第一段\n第二段\n", ["第一段", "第二段"]),
        ("对稀土实施\n出口管制。\n\n第二段", ["对稀土实施出口管制。", "第二段"]),
        ("export\n  controls\n\n \t\nend", ["export controls", "end"]),
        ("　　第一段\r\n\r\n  end  \r\n", ["第一段", "end"]),
        ("", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert texts_of(text) == expected


def test_utf_16_has_its_places_in_bytes() -> None:
    content = codecs.BOM_UTF16_BE + "标题\n\n氧化锑𨧀 oxide".encode("utf-16-be")
    block = list(plain.blocks(io.BytesIO(content), "news.txt"))[1]
    start = block.segment.locate(Span(5, 10)).start
    assert str(start) == "3:6"
    assert start is not None
    assert content[start.byte :].decode("utf-16-be") == "oxide"


def test_another_encoding_is_told() -> None:
    with pytest.raises(UnreadableFile, match=r"^news\.txt:1:\d: not UTF-8: .*; save the file as UTF-8$"):
        texts_of("出口管制".encode("gb18030"))


@given(st.text(st.sampled_from("稀a \t\r\n\u3000"), max_size=40))
def test_every_character_is_where_it_is_said_to_be(text: str) -> None:
    content = text.encode()
    for block in plain.blocks(io.BytesIO(content), "news.txt"):
        for offset, character in enumerate(block.segment.text):
            start = block.segment.position(offset)
            assert start is not None
            assert start.byte is not None
            written = content[start.byte :].decode()[0]
            assert written == character or (character == " " and written in "\t\r\n")

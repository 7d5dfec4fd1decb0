"""Escapes, and texts over several lines: what is read, and where each character of it is written."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.position import Span
from zhengming.tmx.formats.po_entries import entries
from zhengming.tmx.formats.po_lexer import tokens
from zhengming.tmx.formats.po_text import segment_of

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.model import Segment

HEADER = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=%s\\n"\n\nmsgid "a"\n'


def read(written: str, faults: list[Issue] | None = None, codec: str = "utf-8") -> tuple[bytes, Segment]:
    """Read one msgstr, which begins in line 5."""
    content = HEADER % codec.encode() + f"msgstr {written}\n".encode(codec)
    charset, found = tokens(io.BytesIO(content), "zh.po")
    *_, entry = entries(found, "zh.po")
    issues: list[Issue] = []
    segment = segment_of(entry.translations[0], "zh.po", charset.codec, issues.append)
    assert faults is not None or issues == []
    if faults is not None:
        faults += issues
    return content, segment


def place(segment: Segment, words: str) -> str:
    start = segment.text.index(words)
    location = segment.locate(Span(start, start + len(words)))
    return f"{location.start}-{location.end}"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('"rare earths"', "rare earths"),
        ('""', ""),
        ('""\n""', ""),
        (r'"a\n\t\"b\"\\n"', 'a\n\t"b"\\n'),
        (r'"\a\b\f\v\r"', "\a\b\f\v\r"),
        (r'"\347\250\200土\x41"', "稀土A"),
        ('"rare " "earths"', "rare earths"),
        ('""\n  "rare "\r\n\n\t"earths"', "rare earths"),
    ],
)
def test_what_is_read(written: str, text: str) -> None:
    assert read(written)[1].text == text


@pytest.mark.parametrize(
    ("written", "words", "expected"),
    [
        ('"the rare earths"', "rare", "5:13-5:17"),
        (r'"\"稀土\"出口"', "稀土", "5:11-5:13"),
        (r'"\"稀土\"出口"', '"稀土"', "5:9-5:15"),
        (r'"\347\250\200土出口"', "稀土", "5:9-5:22"),
        ('""\n"出口"', "出口", "6:2-6:4"),
        ('"export "\n"control"', "control", "6:2-6:9"),
        ('"export "\r\n  "control"', "export control", "5:9-6:11"),
        ('"export" " control"', "export control", "5:9-5:26"),
        ('"export "\n\n"control"', "control", "7:2-7:9"),
        ('"𨧀出口\\n"\n"管制"', "出口\n管", "5:10-6:3"),
    ],
)
def test_places(written: str, words: str, expected: str) -> None:
    assert place(read(written)[1], words) == expected


def test_an_empty_text_has_a_place_too() -> None:
    assert str(read('""')[1].locate(Span(0, 0)).start) == "5:9"


@pytest.mark.parametrize(
    ("written", "text", "problem"),
    [
        (r'"稀土\(REE\)"', "稀土(REE)", "zh.po:5:11: “\\(” stands for no character; write “\\\\” for a backslash"),
        (r'"\x"', "x", "zh.po:5:9: “\\x” stands for no character; write “\\\\” for a backslash"),
        (r'"\777"', "\ufffd", "zh.po:5:9: “\\777” stands for no character; write “\\\\” for a backslash"),
        (r'"\347\250"', "\ufffd", "zh.po:5:9: “\\347\\250” stands for no character; write “\\\\” for a backslash"),
    ],
)
def test_an_escape_that_stands_for_nothing_is_told(written: str, text: str, problem: str) -> None:
    faults: list[Issue] = []
    assert read(written, faults)[1].text == text
    assert f"{faults[0].location}: {faults[0].message}" == problem


PIECES = st.one_of(
    st.text("ab 稀土é𠮷", max_size=4),
    st.sampled_from([r"\n", r"\"", r"\\", r"\t", '"\n"', '" "', '"\r\n\t"', r"\303\251a"]),
)


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(["utf-8", "gb18030"]))
def test_every_character_is_where_it_is_said_to_be(inside: str, codec: str) -> None:
    inside = inside.replace(r"\303\251", r"\303\251" if codec == "utf-8" else r"\250\246")
    content, segment = read(f'"{inside}"', None, codec)
    for offset, character in enumerate(segment.text):
        location = segment.locate(Span(offset, offset + 1))
        assert location.start is not None
        assert location.end is not None
        written = content[location.start.byte : location.end.byte].decode(codec)
        assert read(f'"{written}"', None, codec)[1].text == character
        lines = content[: location.start.byte].decode(codec).replace("\r\n", "\n").split("\n")
        assert location.start[:2] == (len(lines), len(lines[-1]) + 1)

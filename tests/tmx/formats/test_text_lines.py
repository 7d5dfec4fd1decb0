"""Lines of plain text, each where it begins; what is no text is told with its place."""

from __future__ import annotations

import codecs
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats import text_lines
from zhengming.tmx.formats.text_lines import Line, TextLines

MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
TEXTS = st.text(st.sampled_from("稀土𨧀a\r\n\x0b\u2028"), max_size=40)


def lines_of(content: bytes) -> list[Line]:
    return list(TextLines(io.BytesIO(content), "news.txt"))


def test_a_line_keeps_its_end_and_knows_its_place() -> None:
    content = "稀土\r\n出口\n管制".encode()
    assert lines_of(content) == [Line("稀土\r\n", 1, 0), Line("出口\n", 2, 8), Line("管制", 3, 15)]


@given(TEXTS, st.sampled_from([*MARKS, ""]), st.sampled_from([1, 2, 3, 7, 1 << 16]))
def test_the_bytes_of_a_line_are_where_it_says_and_none_is_lost(text: str, encoding: str, chunk: int) -> None:
    mark, codec = MARKS.get(encoding, b""), encoding or "utf-8"
    content = mark + text.encode(codec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_lines, "_CHUNK", max(chunk, len(mark)))
        lines = lines_of(content)
    assert "".join(line.text for line in lines) == text
    for line in lines:
        written = line.text.encode(codec)
        assert content[line.byte : line.byte + len(written)] == written
        # Only CR, LF and CRLF end a line, as in an editor; U+2028 does not.
        assert line.text.rstrip("\r\n") == line.text.replace("\r", "").replace("\n", "")
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_bytes_of_another_encoding_are_told_with_their_place() -> None:
    content = "title\n出口管制\n".encode() + "稀土".encode("gb18030")
    with pytest.raises(
        UnreadableFile, match=r"^news\.txt:3:2: not UTF-8: the bytes CD, .*save the file as UTF-8$"
    ) as told:
        lines_of(content)
    start = told.value.location.start
    assert start is not None
    assert start.byte == len("title\n出口管制\n".encode()) + 2  # the two bytes before are a character of UTF-8 too


def test_half_a_character_at_the_end_of_utf_16() -> None:
    with pytest.raises(UnreadableFile, match=r"^news\.txt:1:3: the bytes 00 are not UTF-16-LE, as the file says it is"):
        lines_of(codecs.BOM_UTF16_LE + "稀土".encode("utf-16-le") + b"\x00")


def test_a_line_without_end_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_lines, "_LONGEST_LINE", 100)
    with pytest.raises(UnreadableFile, match=r"^news\.txt:2:1: one line is longer"):
        lines_of(b"first\n" + b"x" * 100_000)

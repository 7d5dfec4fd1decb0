"""Keywords, quoted texts and comments, each with its place; what is none of these is refused with one."""

from __future__ import annotations

import codecs
import io

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats.po_lexer import Token, charset_of, tokens


def read(content: bytes) -> list[Token]:
    return list(tokens(io.BytesIO(content), "zh.po")[1])


def header(charset: str) -> bytes:
    return f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={charset}\\n"\n\n'.encode()


def test_tokens_and_their_places() -> None:
    found = read('# 注释\nmsgid "稀土" "出口"\r\n  msgstr[ 1 ] "rare \\"earth\\""\n'.encode())
    assert [(token.kind, token.written, str(token.position), token.position.byte) for token in found] == [
        ("#", "# 注释", "1:1", 0),
        ("msgid", "msgid", "2:1", 9),
        ('"', "稀土", "2:7", 15),
        ('"', "出口", "2:12", 24),
        ("msgstr", "msgstr", "3:3", 36),
        ('"', 'rare \\"earth\\"', "3:15", 48),
    ]
    assert found[-2].form == 1
    assert [token.between for token in found] == ["", "\n", " ", " ", "\r\n  ", " "]


def test_a_comment_may_stand_behind_a_text() -> None:
    assert [token.kind for token in read(b'msgid "a"# b\n')] == ["msgid", '"', "#"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('msgid "稀土\nmsgstr ""\n', 'zh.po:1:7: a text without its closing quote; end it with “"”'),
        ('msgid "稀土"\nmsgstr "rare \\"', "zh.po:2:8: a text without its closing quote"),
        ('msgid "a"\nmsgst "b"\n', "zh.po:2:1: “msgst” is no keyword of PO; did you mean msgstr?"),
        ('msgid "a"\nxyz\n', "zh.po:2:1: “xyz” is no keyword of PO; known are domain, msgctxt"),
        ('msgid "a" 稀土\n', "zh.po:1:11: “稀” begins nothing that PO knows"),
        ('<<<<<<< HEAD\nmsgid "a"\n', "zh.po:1:1: a merge conflict that nobody has settled"),
        ('msgid "a"\nmsgstr[99999] "b"\n', "zh.po:2:7: “[” begins nothing that PO knows"),
        ("\0\0\0", "zh.po:1:1: “\0” begins nothing"),
    ],
)
def test_what_is_no_token(content: str, problem: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(content.encode())
    assert str(caught.value).startswith(problem)


def test_a_byte_that_is_not_of_the_charset() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read('msgid "稀土'.encode() + b'\xff"\n')
    assert str(caught.value) == (
        "zh.po:1:10: the bytes FF are not UTF-8; name the right charset in the header, or save the file as UTF-8"
    )
    assert caught.value.location.start is not None
    assert caught.value.location.start.byte == 13


@pytest.mark.parametrize("charset", ["UTF-8", "GB18030", "GBK", "gb2312", "Big5", "Shift_JIS", "EUC-JP"])
def test_the_charset_of_the_header_reads_the_file(charset: str) -> None:
    text = "出口功能"  # the second byte of 功 in Big5 is a backslash
    found = read(header(charset) + f'msgid "{text}"\n'.encode(charset))
    assert found[-1].written == text
    assert found[-1].position.byte == len(header(charset)) + 6


def test_a_template_has_no_charset_yet() -> None:
    assert charset_of(header("CHARSET"), "").codec == "utf-8"


def test_the_mark_of_utf8_goes_before_the_header() -> None:
    found = read(codecs.BOM_UTF8 + header("GBK") + 'msgid "稀土"\n'.encode())
    assert found[0].position.byte == 3
    assert found[-1].written == "稀土"


def test_a_message_that_speaks_of_charsets_is_no_header() -> None:
    content = b'msgid ""\nmsgstr ""\n\nmsgid ""\n"Content-Type: text/html; charset=GBK"\nmsgstr ""\n'
    assert charset_of(content, "").codec == "utf-8"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (header("UTF-16"), "zh.po:3:36: the file says that it is UTF-16, but it is not; correct the declaration"),
        (header("klingon"), "zh.po:3:36: the file says that it is klingon, no encoding is called so"),
        (header("UTF-7"), "zh.po:3:36: the file says that it is UTF-7, and that cannot be read here"),
        ('msgid "a"'.encode("utf-16"), "zh.po:1:1: UTF-16, which no PO file may be; save it as UTF-8"),
    ],
)
def test_a_charset_that_cannot_be_read(content: bytes, problem: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        charset_of(content, "zh.po")
    assert str(caught.value).startswith(problem)


def test_a_line_without_end_is_not_read_into_memory() -> None:
    with pytest.raises(UnreadableFile, match="one line is longer than 10 MB"):
        read(b'msgid "' + b"a" * 10_000_001)

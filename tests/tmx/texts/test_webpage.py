"""Pages: what is text of them, where it stands, and what they are written in."""

from __future__ import annotations

import io
import time

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Span
from zhengming.tmx.texts.webpage import FORMAT, blocks

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>公告</title><style>p { color: red }</style></head>
<body><h1>第61号 <b>公告</b></h1>
<p>　　商务部对稀土实施
出口管制。<br>自<code>2025-12-01</code>起施行。</p>
<ul><li>氧化镝<li>Nd<sub>2</sub>O<sub>3</sub> &amp; Fe</ul>
<table><tr><th>税号<td>2846.90</table>
<script>var x = "text";</script>after it<!-- a remark -->
<div>one<p>two</p>three</div></body></html>
"""


def read(page: str | bytes) -> list[tuple[str, str]]:
    content = page if isinstance(page, bytes) else page.encode()
    return [(block.kind, block.segment.text) for block in blocks(io.BytesIO(content), "a.html")]


def test_headings_paragraphs_items_and_cells() -> None:
    assert read(PAGE) == [
        ("title", "公告"),
        ("heading 1", "第61号 公告"),
        ("paragraph", "商务部对稀土实施出口管制。"),
        ("paragraph", "自起施行。"),
        ("item", "氧化镝"),
        ("item", "Nd2O3 & Fe"),
        ("cell", "税号"),
        ("cell", "2846.90"),
        ("paragraph", "after it"),
        ("paragraph", "one"),
        ("paragraph", "two"),
        ("paragraph", "three"),
    ]


def test_a_block_has_its_line_and_its_codes() -> None:
    found = list(blocks(io.BytesIO(PAGE.encode()), "a.html"))
    assert str(found[1].segment.locate(Span(0, 2))) == "a.html:line 3"
    assert [(code.offset, code.content) for code in found[3].segment.codes] == [(1, "2025-12-01")]
    assert found[1].level == 1


def test_codes_keep_their_place_when_white_space_is_taken_out() -> None:
    (block,) = blocks(io.BytesIO(b"<p>\n  Heading \n <code>2846</code>  of  the   <kbd>HS</kbd> \n</p>"), "a.html")
    assert block.segment.text == "Heading of the"
    assert [(code.offset, code.content) for code in block.segment.codes] == [(8, "2846"), (14, "HS")]


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        ('<meta charset="gb2312"><p>稀土镕', "gb18030"),
        ('<?xml version="1.0" encoding="big5"?><p>稀土', "big5"),
        ("<p>稀土", "utf-8-sig"),
        ("<p>稀土", "utf-16"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“€”', "cp1252"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names(page: str, encoding: str) -> None:
    assert read(page.encode(encoding))[-1][1] == page.rpartition(">")[2]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>一\n二".encode() + b"\xff", "a.html:2:2: the bytes FF are not UTF-8, and the page does not say what else"),
        (b'<meta charset="utf-8"><p>\xd0\xc5', "a.html:1:26: the bytes D0 are not UTF-8, as the page says it is"),
        (b'<meta charset="klingon"><p>a', "a.html: its encoding “klingon” is unknown; save the page as UTF-8"),
        (b"<div>" * 3000 + b"deep", "a.html:1:1: the page cannot be read on (Excessive depth in document: 256)"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_with_its_place(page: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match="^" + said.replace("(", r"\(").replace(")", r"\)")):
        read(page)


@pytest.mark.parametrize("page", [b"", b"   ", b"<!-- -->", b"<script>a</script>", b"<p>\xc2\xa0</p>"])
def test_a_page_without_text_has_no_blocks(page: bytes) -> None:
    assert read(page) == []


def test_no_page_takes_long() -> None:
    begun = time.process_time()
    for part in (b"<!--", b"<a ", b"<p>", b"</a", b'<a b="', b"&#", b"a \n", b"<br>x", b"<b>"):
        try:
            read(part * 20_000)
        except UnreadableFile:
            assert part == b"<b>"
    assert time.process_time() - begun < 20


def test_an_entity_of_a_file_is_not_opened() -> None:
    assert "root:" not in str(read('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>a &x;</p>'))


def test_its_suffixes() -> None:
    assert FORMAT.suffixes == (".html", ".htm", ".xhtml")
    assert FORMAT.rewriter is None

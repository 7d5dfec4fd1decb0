"""Every character of a segment has its exact place in the file."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.position import Position, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.tmx.model import Segment


def place(segment: Segment, words: str) -> str:
    start = segment.text.index(words)
    location = segment.locate(Span(start, start + len(words)))
    return f"{location.start}-{location.end}"


def test_plain_text(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    reading = read_bytes(file_of(unit_of("商务部宣布实施出口管制", "MOFCOM announced export controls")).encode())
    chinese, english = (variant.segment for variant in reading.units[0].variants)
    assert place(chinese, "出口管制") == "4:39-4:43"
    assert place(english, "export controls") == "5:45-5:60"
    assert chinese.locate(Span(7, 11)).start == Position(4, 39, reading.content.index("出口".encode()))


@pytest.mark.parametrize(
    ("written", "words", "expected"),
    [
        ("锑&amp;镓出口管制", "出口管制", "4:39-4:43"),
        ("锑&amp;镓出口管制", "&", "4:33-4:38"),
        ("对&#x7A00;土实施", "稀土", "4:33-4:42"),
        ("对&#31232;土实施", "土实施", "4:41-4:44"),
        ("<![CDATA[氧化锑 & 锑锭]]>的出口", "锑锭", "4:47-4:49"),
        ("<![CDATA[氧化锑 & 锑锭]]>的出口", "的出口", "4:52-4:55"),
        ('稀<ph x="1">{0}</ph>土出口', "稀土", "4:32-4:52"),
        ('稀<ph x="1">{0}</ph>土出口', "土出口", "4:51-4:54"),
        ('对<hi type="term">稀土</hi>实施', "稀土", "4:49-4:51"),
        ("稀<!-- sic -->土", "土", "4:45-4:46"),
        ("第一行\n第二行", "第二行", "5:1-5:4"),
        ("第一行\r\n第二行", "第二行", "5:1-5:4"),
        ("第一行\r\n第二行", "行\n第", "4:34-5:2"),
        ("第一行\r第二行", "第二行", "5:1-5:4"),
        ("𨧀𨨏出口", "出口", "4:34-4:36"),
        ("\t出口", "出口", "4:33-4:35"),
    ],
)
def test_past_entities_and_codes(  # noqa: PLR0913, PLR0917
    read_bytes: Callable, file_of: Callable, unit_of: Callable, written: str, words: str, expected: str
) -> None:
    reading = read_bytes(file_of(unit_of(written)).encode())
    assert place(reading.units[0].variants[0].segment, words) == expected


def test_a_code_at_the_border_of_a_span_stays_outside(
    read_bytes: Callable, file_of: Callable, unit_of: Callable
) -> None:
    written = '对<bpt i="1">&lt;b></bpt>A&amp;<ept i="1">&lt;/b></ept>实施'
    reading = read_bytes(file_of(unit_of(written)).encode())
    segment = reading.units[0].variants[0].segment
    location = segment.locate(Span(1, 3))
    assert location.start is not None
    assert location.end is not None
    assert segment.text == "对A&实施"
    assert reading.content[location.start.byte : location.end.byte] == b"A&amp;"


def test_a_declared_entity_is_one_place(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    first = '<!DOCTYPE tmx [<!ENTITY ree "稀土元素"> <!ENTITY law "&ree;管制">]>'
    reading = read_bytes(file_of(unit_of("中国&law;条例"), first=first).encode())
    segment = reading.units[0].variants[0].segment
    assert segment.text == "中国稀土元素管制条例"
    assert place(segment, "元素") == "4:34-4:39"
    assert place(segment, "条例") == "4:39-4:41"


def test_a_subflow_is_a_segment_with_places_of_its_own(
    read_bytes: Callable, file_of: Callable, unit_of: Callable
) -> None:
    written = '稀土<ph x="1">\\footnote{<sub type="fnote">见《公告》第<it pos="begin">1</it>号</sub>}</ph>出口'
    segment = read_bytes(file_of(unit_of(written)).encode()).units[0].variants[0].segment
    assert segment.text == "稀土出口"
    assert segment.codes[0].content == "\\footnote{}"
    assert segment.codes[0].subflows[0].offset == len("\\footnote{")
    (footnote,) = segment.subflows
    assert footnote.text == "见《公告》第号"
    assert place(footnote, "公告") == "4:74-4:76"
    assert place(segment, "出口") == "4:113-4:115"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<seg></seg>", "4:32"),
        ("<seg/>", "4:27"),
        ("<seg\n>对</seg>", "5:2"),
        ('<seg note="a&gt;>b">对</seg>', "4:47"),
    ],
)
def test_the_place_of_an_odd_seg(read_bytes: Callable, file_of: Callable, written: str, expected: str) -> None:
    unit = f'<tu><tuv xml:lang="zh-CN">{written}</tuv></tu>'
    segment = read_bytes(file_of(unit).encode()).units[0].variants[0].segment
    assert str(segment.locate(Span(0, 0)).start) == expected


def test_units_and_variants_know_where_they_begin(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    reading = read_bytes(file_of(unit_of("出口"), unit_of("进口")).encode())
    assert [str(unit.location) for unit in reading.units] == ["memory.tmx:4:1", "memory.tmx:6:1"]
    assert [str(variant.position) for variant in reading.units[1].variants] == ["6:5", "7:1"]


ENCODINGS = [
    ("utf-8", "utf-8", b""),
    ("utf-8", "utf-8", codecs.BOM_UTF8),
    ("utf-16", "utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16", "utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-16", "utf-16-le", b""),
    ("utf-16", "utf-16-be", b""),
    ("utf-32", "utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32", "utf-32-be", codecs.BOM_UTF32_BE),
    ("GB18030", "gb18030", b""),
    ("GBK", "gbk", b""),
    ("gb2312", "gb18030", b""),
    ("Big5", "big5", b""),
    ("windows-1252", "cp1252", b""),
    ("US-ASCII", "ascii", b""),
]


@pytest.mark.parametrize(("declared", "codec", "mark"), ENCODINGS)
def test_the_bytes_of_a_place_are_the_words(  # noqa: PLR0913, PLR0917
    read_bytes: Callable, file_of: Callable, unit_of: Callable, declared: str, codec: str, mark: bytes
) -> None:
    units = [unit_of(f"&#x5BF9;&amp;“{n}”—é café", f"export controls, no. {n}") for n in range(3000)]
    if codec in {"gb18030", "gbk", "big5"}:
        units = [unit_of(f"&#x5BF9;&amp;中文出口（第{n}次）", f"export controls, no. {n}") for n in range(3000)]
    if codec == "ascii":
        units = [unit_of(f"&#x5BF9;&amp; export {n}", f"export controls, no. {n}") for n in range(3000)]
    text = file_of(*units, first=f'<?xml version="1.0" encoding="{declared}"?>\r\n')
    reading = read_bytes(mark + text.encode(codec))
    assert reading.stopped is None
    lines = re.split(r"\r\n|\r|\n", text)
    for unit in (reading.units[0], reading.units[1499], reading.units[-1]):
        for variant in unit.variants:
            segment = variant.segment
            location = segment.locate(Span(2, len(segment.text)))
            assert location.start is not None
            assert location.end is not None
            words = segment.text[2:]
            assert reading.content[location.start.byte : location.end.byte].decode(codec) == words
            line = lines[location.start.line - 1]
            assert line[location.start.column - 1 : location.end.column - 1] == words
        assert reading.content[unit.position.byte :].decode(codec).startswith("<tu>")

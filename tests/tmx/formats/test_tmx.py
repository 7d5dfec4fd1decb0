"""TMX as tools write it, 1.1 to 1.4b."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import UnknownFormat
from zhengming.tmx.formats import format_of, formats
from zhengming.tmx.model import InlineCode, Note, Property

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_format_is_known_by_its_suffix_in_any_case() -> None:
    assert format_of("memory/TRADE.TMX").name == "tmx"
    with pytest.raises(UnknownFormat, match=r"trade\.docx: no reader knows this kind of file; known are \.tmx"):
        format_of("trade.docx")


def test_formats_claim_different_suffixes() -> None:
    suffixes = [suffix for known in formats() for suffix in known.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def test_what_a_unit_carries(read_bytes: Callable, file_of: Callable) -> None:
    unit = (
        '<!-- notice 61 --><tu tuid="n61" creationid="li"><note xml:lang="zh">公告</note><prop type="client">MOFCOM'
        ' &amp; GAC</prop><status>final</status><tuv xml:lang="zh-CN" changeid="wang"><prop type="x-origin">TM</prop>'
        "<seg>出口管制</seg></tuv><tuv xml:lang='en'><seg>export control</seg></tuv></tu>"
    )
    (found,) = read_bytes(file_of(unit).encode()).units
    assert (found.tuid, found.name, found.number) == ("n61", "n61", 1)
    assert found.attributes == {"tuid": "n61", "creationid": "li"}
    assert found.notes == (Note("公告", (("xml:lang", "zh"),)),)
    assert found.properties == (Property("client", "MOFCOM & GAC"),)
    assert found.others == ("<status>final</status>",)
    assert found.preceding == ("<!-- notice 61 -->",)
    chinese, english = found.variants
    assert (chinese.language, chinese.segment.text) == ("zh-CN", "出口管制")
    assert chinese.attributes == {"xml:lang": "zh-CN", "changeid": "wang"}
    assert chinese.properties == (Property("x-origin", "TM"),)
    assert (english.language, english.segment.text) == ("en", "export control")


def test_the_header_is_every_units(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    header = (
        '<header creationtool="hand" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en"'
        ' srclang="zh-CN" datatype="plaintext"><note>checked</note><prop type="client">MOFCOM</prop>'
        '<ude name="old" base="gbk"><map unicode="#xE8F0" code="#x80"/></ude></header>'
    )
    first, second = read_bytes(file_of(unit_of("出口"), unit_of("进口"), header=header).encode()).units
    assert first.header is second.header
    assert first.header.source_language == first.source_language == "zh-CN"
    assert first.header.notes == (Note("checked"),)
    assert first.header.properties == (Property("client", "MOFCOM"),)
    assert first.header.others == ('<ude name="old" base="gbk"><map unicode="#xE8F0" code="#x80"/></ude>',)
    assert first.header.root == {"version": "1.4"}
    assert (first.name, second.name) == ("#1", "#2")


def test_codes_leave_no_character(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    written = (
        '对<bpt i="1" x="1" type="bold">&lt;b></bpt>稀土<ept i="1">&lt;/b></ept><ph x="2"/>实施'
        '<it pos="begin" x="3">&lt;i></it>出口<hi type="term">管制</hi><ut>{\\b}</ut>'
    )
    segment = read_bytes(file_of(unit_of(written)).encode()).units[0].variants[0].segment
    assert segment.text == "对稀土实施出口管制"
    assert segment.codes == (
        InlineCode("bpt", 1, (("i", "1"), ("x", "1"), ("type", "bold")), "<b>"),
        InlineCode("ept", 3, (("i", "1"),), "</b>"),
        InlineCode("ph", 3, (("x", "2"),)),
        InlineCode("it", 5, (("pos", "begin"), ("x", "3")), "<i>"),
        InlineCode("hi", 7, (("type", "term"),)),
        InlineCode("hi", 9, closes=True),
        InlineCode("ut", 9, (), "{\\b}"),
    )


def test_unknown_elements_in_a_seg_are_transparent(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    segment = (
        read_bytes(file_of(unit_of('对<tei:term key="ree">稀土</tei:term><lb/>实施')).encode())
        .units[0]
        .variants[0]
        .segment
    )
    assert segment.text == "对稀土实施"
    assert [(code.element, code.offset, code.closes) for code in segment.codes] == [
        ("tei:term", 1, False),
        ("tei:term", 3, True),
        ("lb", 3, False),
        ("lb", 3, True),
    ]


def test_markup_that_nobody_escaped_is_native_code(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    segment = read_bytes(file_of(unit_of('对<ph><g id="1"><br/></g></ph>稀土')).encode()).units[0].variants[0].segment
    assert segment.text == "对稀土"
    assert segment.codes[0].content == '<g id="1"><br/></g>'


@pytest.mark.parametrize(
    ("root", "open_tag"),
    [
        ('tmx version="1.4" xmlns="http://www.lisa.org/tmx14"', ""),
        ('t:tmx version="1.4" xmlns:t="http://www.lisa.org/tmx14"', "t:"),
        ('kit><tmx version="1.4"', ""),
    ],
)
def test_namespaces(read_bytes: Callable, root: str, open_tag: str) -> None:
    p = open_tag
    end = "</tmx></kit>" if root.startswith("kit") else f"</{p}tmx>"
    content = (
        f'<{root}><{p}header srclang="zh"/><{p}body><{p}tu><{p}tuv xml:lang="zh"><{p}seg>对<{p}ph x="1"/>稀土</{p}seg>'
        f"</{p}tuv></{p}tu></{p}body>{end}"
    )
    (unit,) = read_bytes(content.encode()).units
    assert unit.variants[0].segment.text == "对稀土"
    assert [code.element for code in unit.variants[0].segment.codes] == ["ph"]


def test_a_foreign_namespace_is_not_tmx(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    foreign = '<tu xmlns="urn:other"><tuv/></tu>'
    (unit,) = read_bytes(file_of(foreign, unit_of("出口")).encode()).units
    assert unit.preceding == (foreign,)


def test_undeclared_prefixes_are_read(read_bytes: Callable, file_of: Callable) -> None:
    unit = '<tu t5:n="1"><t5:meta/><tuv xml:lang="zh"><seg>出口</seg></tuv></tu>'
    (found,) = read_bytes(file_of(unit).encode()).units
    assert found.attributes == {"t5:n": "1"}
    assert found.others == ("<t5:meta/>",)


def test_the_older_lang(read_bytes: Callable, file_of: Callable) -> None:
    unit = '<tu><tuv lang="ZH-CN"><seg>出口</seg></tuv><tuv lang="EN-US"><seg>exports</seg></tuv></tu>'
    reading = read_bytes(file_of(unit, root='version="1.1"').encode())
    assert [variant.language for variant in reading.units[0].variants] == ["ZH-CN", "EN-US"]
    assert reading.issues == []


def test_equal_names_and_ids_are_no_obstacle(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    units = [unit_of("出口", inside=' xml:id="a" tuid="1"'), unit_of("进口", inside=' xml:id="a" tuid="1"')]
    assert [unit.name for unit in read_bytes(file_of(*units).encode()).units] == ["1", "1"]


def test_white_space_survives(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    segment = read_bytes(file_of(unit_of("\t出口\u3000 \n管制 ")).encode()).units[0].variants[0].segment
    assert segment.text == "\t出口\u3000 \n管制 "


def test_entities_in_attributes_and_kept_elements(read_bytes: Callable, file_of: Callable) -> None:
    first = '<!DOCTYPE tmx [<!ENTITY org "商务部 &#38;amp; 海关">]>'
    unit = '<tu creationid="&org;"><x>&org;</x><tuv xml:lang="zh"><seg>出<ph type="&org;"/>口</seg></tuv></tu>'
    (found,) = read_bytes(file_of(unit, first=first).encode()).units
    assert found.attributes["creationid"] == "商务部 & 海关"
    assert found.variants[0].segment.codes[0].attributes == (("type", "商务部 & 海关"),)
    assert found.others == ("<x>商务部 &amp; 海关</x>",)


def test_sections_comments_and_line_ends(read_bytes: Callable, file_of: Callable) -> None:
    first = '<!DOCTYPE tmx [<!ENTITY none "">]>'
    unit = (
        "<tu><note>a<![CDATA[<b>\r\n]]>&lt;\r\n</note><tuv xml:lang='zh'><seg>出&none;<![CDATA[口\r\n管]]>制<ph>"
        "a<!-- b --><![CDATA[<c>]]><sub/>\r\n</ph><!-- sic --></seg></tuv></tu>"
    )
    (found,) = read_bytes(file_of(unit, first=first).encode()).units
    segment = found.variants[0].segment
    assert found.notes[0].text == "a<b>\n<\n"
    assert segment.text == "出口\n管制"
    assert segment.codes[0].content == "a<c>\n"
    assert [subflow.text for subflow in segment.subflows] == [""]
    assert segment.comments == (InlineCode("#comment", 5, (), "<!-- sic -->"),)


def test_a_second_instruction_is_kept(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    (unit,) = read_bytes(file_of("<?sort by date?>", unit_of("<?break?>出口")).encode()).units
    assert unit.preceding == ("<?sort by date?>",)
    assert unit.variants[0].segment.comments == (InlineCode("#comment", 0, (), "<?break?>"),)

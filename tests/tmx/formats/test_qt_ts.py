"""Qt Linguist's TS: messages, forms, states, notes, and where each word stands."""

from __future__ import annotations

import codecs
import io

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.issue import Issue
from zhengming.termbase.position import Span
from zhengming.tmx.fix import Change, fix
from zhengming.tmx.formats.qt_ts import FORMAT, claims, read
from zhengming.tmx.formats.xml_rewriting import XmlRewriter
from zhengming.tmx.model import InlineCode, Note, Property, Segment, State, TranslationUnit
from zhengming.tmx.unit_ignores import unit_ignores

DOCTYPE = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def file_of(*messages: str, root: str = 'version="2.1" language="zh_CN" sourcelanguage="en_US"') -> str:
    """Return a file whose first message begins in line 6."""
    body = "\n".join(messages)
    return f"{DOCTYPE}<TS {root}>\n<context>\n<name>Main&amp;Window</name>\n{body}\n</context>\n</TS>\n"


def message(source: str, translation: str, more: str = "", attributes: str = "") -> str:
    return f"<message{attributes}><source>{source}</source>{more}{translation}</message>"


def units_of(text: str | bytes, path: str = "app_zh_CN.ts", faults: list[Issue] | None = None) -> list[TranslationUnit]:
    issues: list[Issue] = [] if faults is None else faults
    content = text if isinstance(text, bytes) else text.encode()
    units = list(read(io.BytesIO(content), path, issues.append))
    assert faults is not None or issues == []
    return units


def shown(unit: TranslationUnit) -> str:
    source, target = (variant.segment.text for variant in unit.variants)
    return f"{unit.name}: {source} → {target}" + ("" if unit.state is State.TRANSLATED else " (draft)")


def test_messages_and_how_far_they_are() -> None:
    units = units_of(
        file_of(
            message("Export &amp; control", "<translation>出口管制</translation>"),
            message("Gallium", '<translation type="unfinished">镓</translation>'),
            message("Old", '<translation type="vanished">旧</translation>'),
            message("Older", '<translation type="obsolete">更旧</translation>'),
            message("Antimony", '<translation type="unfinished"/>'),
            message("Ingot", ""),
            message("Ore", "<translation>矿石</translation>", attributes=' id="trade.ore"'),
            "<message/>",
        )
    )
    assert list(map(shown, units)) == [
        "Main&Window#1: Export & control → 出口管制",
        "Main&Window#2: Gallium → 镓 (draft)",
        "Main&Window#5: Antimony →  (draft)",
        "Main&Window#6: Ingot →  (draft)",
        "trade.ore: Ore → 矿石",
        "Main&Window#8:  →  (draft)",
    ]
    assert [variant.language for variant in units[0].variants] == ["en-US", "zh-CN"]
    assert units[0].source_language == "en-US"
    assert str(units[0].location) == "app_zh_CN.ts:6:1"


def test_each_form_and_each_length_is_a_unit() -> None:
    forms = "<translation><numerusform>%n file</numerusform>\n<numerusform>%n files</numerusform></translation>"
    lengths = (
        '<translation variants="yes"><lengthvariant>export control</lengthvariant>'
        "<lengthvariant>control</lengthvariant></translation>"
    )
    both = (
        '<translation><numerusform variants="yes"><lengthvariant>one file</lengthvariant><lengthvariant>one'
        "</lengthvariant></numerusform><numerusform>more</numerusform></translation>"
    )
    units = units_of(file_of(message("%n", forms, attributes=' numerus="yes"'), message("a", lengths)))
    assert list(map(shown, units)) == [
        "Main&Window#1[0]: %n → %n file",
        "Main&Window#1[1]: %n → %n files",
        "Main&Window#2[0]: a → export control",
        "Main&Window#2[1]: a → control",
    ]
    assert [unit.context for unit in units[:2]] == ["\0[0]", "\0[1]"]
    assert [unit.variants[1].segment.text for unit in units_of(file_of(message("%n", both)))] == [
        "one file",
        "one",
        "more",
    ]


def test_what_people_wrote_to_each_other() -> None:
    (unit,) = units_of(
        file_of(
            message(
                "Export",
                "<translation>出口</translation>",
                "<comment>menu</comment><extracomment>A button</extracomment>"
                "<translatorcomment>见公告\nzhengming: ignore T001: a button</translatorcomment>"
                "<userdata>x</userdata><extra-po-flags>y</extra-po-flags>",
            )
        )
    )
    assert unit.notes == (Note("A button"), Note("见公告"), Note("zhengming: ignore T001: a button"))
    assert [ignore.text for ignore in unit_ignores(unit, unit.variants)] == ["T001: a button"]
    assert unit.properties == (Property("x-qt-context", "Main&Window"), Property("x-qt-comment", "menu"))
    assert unit.context == "menu"


def test_a_byte_is_a_placeholder() -> None:
    (unit,) = units_of(file_of(message("a", '<translation>出口<byte value="x7"/>管制</translation>')))
    segment = unit.variants[1].segment
    assert segment.text == "出口管制"
    assert segment.codes == (InlineCode("ph", 2, (("value", "x7"),), "x7"),)


def place(segment: Segment, words: str) -> str:
    start = segment.text.index(words)
    location = segment.locate(Span(start, start + len(words)))
    return f"{location.start}-{location.end}"


@pytest.mark.parametrize(
    ("translation", "words", "expected"),
    [
        ("<translation>出口管制</translation>", "管制", "6:43-6:45"),
        ('<translation\n type="">出口管制</translation>', "管制", "7:12-7:14"),
        ("<translation>出口&amp;管制</translation>", "&管", "6:43-6:49"),
        ("<translation>\r\n出口</translation>", "出口", "7:1-7:3"),
        ("<translation>\n<numerusform>出口</numerusform></translation>", "口", "7:15-7:16"),
        ('<translation>出<byte value="x7"/>口</translation>', "口", "6:60-6:61"),
    ],
)
@pytest.mark.parametrize(("codec", "mark"), [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", b"\xff\xfe")])
def test_places(translation: str, words: str, expected: str, codec: str, mark: bytes) -> None:
    text = file_of(message("a", translation)).replace('encoding="utf-8"', "")
    content = mark + text.encode(codec)
    segment = units_of(content)[0].variants[1].segment
    assert place(segment, words) == expected
    location = segment.locate(Span(segment.text.index(words), segment.text.index(words) + 1))
    assert location.start is not None
    assert location.start.byte is not None
    assert content[location.start.byte :].startswith("&".encode(codec) if words[0] == "&" else words[0].encode(codec))


def test_words_are_replaced_and_nothing_else() -> None:
    content = file_of(message("出口管制", "<translation>“export &amp; ban”</translation>")).encode()
    segment = units_of(content)[0].variants[1].segment
    change = Change(segment.locate(Span(1, 13)), "export & ban", "R&D control")
    new, problems = fix(content, [change], XmlRewriter)
    assert problems == (None,)
    assert new == content.replace(b"export &amp; ban", b"R&amp;D control")


def test_a_file_that_does_not_say_its_languages() -> None:
    text = file_of(message("Export", "<translation>出口</translation>"), root='version="2.1"')
    assert [variant.language for variant in units_of(text)[0].variants] == ["en", "zh-CN"]
    faults: list[Issue] = []
    units_of(text.replace("出口", "Ausfuhr"), "app.ts", faults)
    assert [f"{issue.location} {issue.check.code}: {issue.message}" for issue in faults] == [
        (
            "app.ts:1:1 F002: nothing says what language the translations are in; "
            'write language="zh_CN" into the tag TS, or set target-language'
        )
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('const name: string = "出口"\n', "app.ts:1:1: no Qt TS: syntax error"),
        ("<xliff/>", "app.ts:1:1: no Qt TS: the root element is “xliff”, not “TS”"),
        ("", "app.ts:1:1: no Qt TS: the file is empty"),
        (f"{DOCTYPE}<TS><context>", "app.ts:3:14: the file ends before its last tag; it was cut off"),
        (f"{DOCTYPE}<TS>{'<a>' * 70}", "app.ts:3:194: elements stand more than 64 deep in each other"),
        ('<!DOCTYPE TS [<!ENTITY x SYSTEM "/etc/passwd">]><TS>&x;</TS>', "app.ts:1:46: no Qt TS: external entity"),
    ],
)
def test_what_is_no_ts(content: str, problem: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        units_of(content, "app.ts")
    assert str(caught.value).startswith(problem)


def test_messages_before_a_fault_are_read() -> None:
    found: list[TranslationUnit] = []
    text = file_of(message("Ore", "<translation>矿石</translation>"), "<message><source>&</source></message>")
    with pytest.raises(UnreadableFile, match=r"app.ts:7:18: not well-formed"):
        found.extend(read(io.BytesIO(text.encode()), "app.ts", list[Issue]().append))
    assert list(map(shown, found)) == ["Main&Window#1: Ore → 矿石"]


def test_many_messages_are_read_as_they_come() -> None:
    text = file_of(*(message(f"a{n}", f"<translation>甲{n}</translation>") for n in range(5000)))
    assert [unit.variants[1].segment.text for unit in units_of(text)] == [f"甲{n}" for n in range(5000)]


@pytest.mark.parametrize(
    ("head", "is_ts"),
    [
        (f"{DOCTYPE}<TS".encode(), True),
        (b"<TS version='2.1'>", True),
        (codecs.BOM_UTF8 + b"<!-- a -->\n<!DOCTYPE TS [", True),
        (codecs.BOM_UTF16_LE + "<!DOCTYPE TS>".encode("utf-16-le"), True),
        (b"import { a } from './a';", False),
        (b"<TSX>", False),
        (b"", False),
        (b"// <!DOCTYPE TS>", False),
    ],
)
def test_typescript_is_not_claimed(head: bytes, is_ts: bool) -> None:  # noqa: FBT001
    assert claims(head) is is_ts
    assert FORMAT.claims is claims

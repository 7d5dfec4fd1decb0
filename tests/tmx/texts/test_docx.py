"""Word documents: paragraphs as Word counts them, and what a hostile one may hold."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats import package
from zhengming.termbase.position import Span
from zhengming.tmx.texts import docx

if TYPE_CHECKING:
    from zhengming.tmx.texts.block import Block

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def document(body: str, **parts: str) -> bytes:
    """Return a document with that body and, by their names, other parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        content = f"<w:document {WORD} {COMPATIBILITY}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", content)
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {WORD}>{text}</w:{name}>")
    return stream.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def blocks_of(content: bytes) -> list[Block]:
    return list(docx.blocks(io.BytesIO(content), "news.docx"))


def shown(content: bytes) -> list[str]:
    return [f"{b.kind}: {b.segment.text} @ {b.segment.locate(Span(0, 1))}" for b in blocks_of(content)]


def test_paragraphs_are_counted_the_empty_too() -> None:
    content = document(paragraph("商务部公告") + "<w:p/>" + paragraph("实施出口管制"))
    assert shown(content) == [
        "paragraph: 商务部公告 @ news.docx:paragraph 1",
        "paragraph: 实施出口管制 @ news.docx:paragraph 3",
    ]


def test_headings_whatever_their_style_is_called_items_and_cells() -> None:
    styles = (
        '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="a"><w:name w:val="Normal"/></w:style>'
    )
    body = (
        paragraph("总则", '<w:pStyle w:val="1"/>')
        + paragraph("正文", '<w:pStyle w:val="a"/>')
        + paragraph("其一", "<w:numPr/>")
        + f"<w:tbl><w:tr><w:tc>{paragraph('稀土')}</w:tc></w:tr></w:tbl>"
    )
    found = blocks_of(document(body, styles=styles))
    assert [(block.kind, block.level) for block in found] == [
        ("heading 1", 1),
        ("paragraph", 0),
        ("item", 0),
        ("cell", 0),
    ]


def test_runs_tabs_and_breaks_make_one_text() -> None:
    run = (
        "<w:r><w:t>出口</w:t></w:r><w:r><w:t>管制</w:t><w:tab/><w:t>法</w:t><w:br/><w:t>x</w:t><w:noBreakHyphen/></w:r>"
    )
    assert [block.segment.text for block in blocks_of(document(f"<w:p>{run}</w:p>"))] == ["出口管制\t法 x-"]


def test_deleted_text_and_field_codes_are_not_read_inserted_text_is() -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>稀土</w:t></w:r></w:ins><w:del><w:r><w:delText>锑</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>镓</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert [block.segment.text for block in blocks_of(document(body))] == ["稀土"]


def test_a_text_box_is_read_once_and_by_itself() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    body = f"<w:p><w:r>{both}<w:t>框外</w:t></w:r></w:p>"
    assert shown(document(body)) == [
        "paragraph: 框外 @ news.docx:paragraph 1",
        "paragraph: 框内 @ news.docx:paragraph 2",
    ]


def test_notes_follow_the_text_and_their_marks_are_codes() -> None:
    body = "<w:p><w:r><w:t>稀土</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    notes = f"<w:footnote>{paragraph('见公告')}</w:footnote>"
    content = document(body, footnotes=notes)
    assert shown(content) == ["paragraph: 稀土 @ news.docx:paragraph 1", "footnote: 见公告 @ news.docx:footnote 1"]
    assert [(code.content, code.offset) for code in blocks_of(content)[0].segment.codes] == [("[footnote]", 2)]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "no Word document: not a zip archive"),
        (b"\xd0\xcf\x11\xe0", "protected by a password, or of Office 97"),
        (document("<w:p>"), r"its part word/document\.xml is damaged"),
        (document("")[:40], "no Word document: not a zip archive"),
    ],
    ids=["empty", "ole", "not-xml", "cut-off"],  # the bytes differ from run to run
)
def test_what_cannot_be_read_is_told(content: bytes, problem: str) -> None:
    with pytest.raises(UnreadableFile, match=f"^news.docx: {problem}"):
        blocks_of(content)


def test_an_archive_without_a_document_is_told() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("notes.txt", "稀土")
    with pytest.raises(UnreadableFile, match=r"it has no part word/document\.xml; save it again as \.docx"):
        blocks_of(stream.getvalue())


def test_a_bomb_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_LARGEST", 1_000)
    with pytest.raises(UnreadableFile, match="unpacked, it is larger"):
        blocks_of(document(paragraph("稀" * 1_000)))


def test_entities_are_not_expanded_and_no_file_is_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/hostname">]><w:document {WORD}><w:body>'
            "<w:p><w:r><w:t>稀土&secret;</w:t></w:r></w:p></w:body></w:document>",
        )
    assert [block.segment.text for block in blocks_of(stream.getvalue())] == ["稀土"]

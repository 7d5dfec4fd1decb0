"""Markdown: what is text, of which kind, and exactly where."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zhengming.termbase.position import Span
from zhengming.tmx.fix import Change, fix
from zhengming.tmx.texts import markdown

if TYPE_CHECKING:
    from zhengming.tmx.texts.block import Block


def blocks_of(text: str) -> list[Block]:
    return list(markdown.blocks(io.BytesIO(text.encode()), "news.md"))


def shown(text: str) -> list[str]:
    return [f"{block.kind}: {block.segment.text}" for block in blocks_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 出口管制 #\n\n## 范围\n", ["heading 1: 出口管制", "heading 2: 范围"]),
        ("出口管制\n====\n范围\n----\n", ["heading 1: 出口管制", "heading 2: 范围"]),
        ("第一段\n\n第二段\n", ["paragraph: 第一段", "paragraph: 第二段"]),
        ("对稀土实施\n出口管制。\n", ["paragraph: 对稀土实施出口管制。"]),
        ("export\r\n  controls\r\n", ["paragraph: export controls"]),
        ("- 稀土\n- [ ] 锑\n\n  又一段\n* 镓\n", ["item: 稀土", "item: 锑", "paragraph: 又一段", "item: 镓"]),
        ("1. 稀土\n2) 锑\n", ["item: 稀土", "item: 锑"]),
        ("published in\n2026. Then more\n", ["paragraph: published in 2026. Then more"]),
        ("> 引文\n> 第二行\n\n正文\n", ["paragraph: 引文第二行", "paragraph: 正文"]),
        ("| 术语 | 译 \\| 名 |\n|---|:-:|\n| 稀土 | rare earths |\n\n后\n",
         ["cell: 术语", "cell: 译 | 名", "cell: 稀土", "cell: rare earths", "paragraph: 后"]),
        ("---\ntitle: 稀土\n---\n正文\n", ["paragraph: 正文"]),
        ("---\n正文\n", ["paragraph: 正文"]),
        ("```zh\n稀土\n```\n正文\n~~~~\n锑\n~~~\n~~~~\n", ["paragraph: 正文"]),
        ("正文\n\n    稀土 = 1\n", ["paragraph: 正文"]),
        ("<div>\n稀土\n</div>\n\n正文\n", ["paragraph: 正文"]),
        ("[a]: http://example.org\n正文\n", ["paragraph: 正文"]),
        ("[^1]: 见公告。\n", ["note: 见公告。"]),
        ("***\n正文\n", ["paragraph: 正文"]),
        ("", []),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("written", "text", "codes"),
    [
        ("对*稀土*实施**出口管制**", "对稀土实施出口管制", []),
        ("3 * 4 and snake_case_name", "3 * 4 and snake_case_name", []),
        ("_stressed_ and __strong__", "stressed and strong", []),
        ("见[公告](http://a.example/b_(c))。", "见公告。", []),
        ("see [the notice][n] and ![图 1](a.png)", "see the notice and 图 1", []),
        ("set `export_control` here", "set  here", ["`export_control`"]),
        ("``a ` b`` end", " end", ["``a ` b``"]),
        ("见 https://a.example/x。", "见 。", ["https://a.example/x"]),
        ("at <https://a.example>", "at ", ["<https://a.example>"]),
        ("稀土<br/>锑", "稀土锑", []),
        ("R&amp;D \\*", "R&D *", []),
        ("稀土[^1]。", "稀土。", ["[^1]"]),
        ("a lone ` tick and [bracket]", "a lone ` tick and [bracket]", []),
    ],
)
def test_what_is_text_in_a_line(written: str, text: str, codes: list[str]) -> None:
    (block,) = blocks_of(written + "\n")
    assert block.segment.text == text
    assert [code.content for code in block.segment.codes] == codes


def test_places_past_marks_and_over_lines() -> None:
    (block,) = blocks_of("> 对**稀土**实施\n> 出口&amp;管制\n")
    segment = block.segment
    assert segment.text == "对稀土实施出口&管制"
    assert [str(segment.locate(Span(*span)).start) for span in ((1, 3), (5, 7), (7, 8), (8, 10))] == [
        "1:6", "2:3", "2:5", "2:10",
    ]  # fmt: skip
    assert str(segment.locate(Span(1, 3)).end) == "1:8"


MARKDOWN = st.text(st.sampled_from("稀土ab1 #*_`[]()|>-=~\\&;!<\n\r\t"), max_size=60)


@given(MARKDOWN)
@example("> 稀\\\n> 土")
@example("- a\r\n  > b\n")
@example("| a | b\n|--|--\n")
def test_every_character_is_where_it_is_said_to_be(text: str) -> None:
    content = text.encode()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for block in blocks_of(text):
        segment = block.segment
        assert segment.origin is not None
        last = -1
        for offset, character in enumerate(segment.text):
            start = segment.position(offset)
            assert start is not None
            assert start.byte is not None
            assert start.byte > last
            last = start.byte
            written = content[start.byte :].decode()[0]
            if written == character:
                assert lines[start.line - 1][start.column - 1 : start.column] in {character, ""}
            else:  # an escape, an entity, the end of a line with the blanks before it
                assert written in "\\& \t\r\n"


@given(st.lists(st.sampled_from(["two-use items", "*two-use* items", "`two-use`", "稀土", "two-\nuse", "[two-use](x)"]),
                min_size=1, max_size=6), st.sampled_from(["\n\n", "\r\n\r\n"]))  # fmt: skip
def test_a_fix_changes_the_words_and_a_second_one_nothing(paragraphs: list[str], between: str) -> None:
    content = between.join(paragraphs).encode()
    fixed = content
    for _ in range(2):
        changes = []
        for block in markdown.blocks(io.BytesIO(fixed), "news.md"):
            at = block.segment.text.find("two-use")
            if at >= 0:
                changes.append(Change(block.segment.locate(Span(at, at + 7)), "two-use", "dual-use"))
        assert markdown.FORMAT.rewriter is not None
        fixed = fix(fixed, changes, markdown.FORMAT.rewriter).content
        assert fixed == content.replace(b"two-use", b"dual-use").replace(b"`dual-use`", b"`two-use`")


@pytest.mark.parametrize(
    ("replacement", "problem"),
    [("dual*use", "the replacement would be read as markup there"), ("dual\nuse", "the replacement is no plain text")],
)
def test_a_replacement_that_would_be_markup_is_not_written(replacement: str, problem: str) -> None:
    assert markdown.FORMAT.rewriter is not None
    assert markdown.FORMAT.rewriter(b"two-use").rewritten(0, 7, "two-use", replacement) == problem


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("two-*use*", "markup stands inside it"),
        ("two-\nuse", "a line ends inside it"),
        ("no words", "the file has other words in its place"),
    ],
)
def test_words_that_are_not_written_as_they_read_are_left(written: str, problem: str) -> None:
    assert markdown.FORMAT.rewriter is not None
    assert markdown.FORMAT.rewriter(written.encode()).rewritten(0, len(written), "two-use", "dual-use") == problem

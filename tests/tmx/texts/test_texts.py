"""Two texts side by side as a document: pairs, places in either file, and what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import UnknownFormat
from zhengming.termbase.language import parse
from zhengming.termbase.position import Span
from zhengming.tmx.document import Document, Text, rewriter_of
from zhengming.tmx.formats.format import NOTHING_KNOWN, Wanted
from zhengming.tmx.texts import text_format_of

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

CHINESE = "# 稀土\n\n商务部对稀土实施出口管制。\n\n# 范围\n\n一段\n\n两段\n"
ENGLISH = "# Rare earths\n\nMOFCOM controls exports of rare earths.\n\n# Scope\n\nOne and two\n"


def beside(
    source: str, target: str, names: tuple[str, str] = ("a.zh.md", "a.en.md"), wanted: Wanted = NOTHING_KNOWN
) -> Document:
    return Document(names[1], wanted, content=target.encode(), source=Text(names[0], source.encode()))


def test_each_side_has_its_place_in_its_own_file() -> None:
    issues: list[Issue] = []
    pairs = list(beside(CHINESE, ENGLISH).pairs(issues.append))
    assert [(pair.source.text, pair.target.text) for pair in pairs] == [
        ("稀土", "Rare earths"),
        ("商务部对稀土实施出口管制。", "MOFCOM controls exports of rare earths."),
        ("范围", "Scope"),
    ]
    assert str(pairs[1].source.locate(Span(8, 12))) == "a.zh.md:3:9"
    assert str(pairs[1].target.locate(Span(0, 6))) == "a.en.md:3:1"
    assert pairs[1].unit.location.path == "a.en.md"


def test_what_was_not_compared_is_told_once() -> None:
    issues: list[Issue] = []
    list(beside(CHINESE, ENGLISH).pairs(issues.append))
    (issue,) = issues
    assert f"{issue.location}: {issue.check.code} {issue.message}" == (
        "a.en.md:7:1: F005 2 against 1 paragraphs from here on; not checked: 1 of 4 paragraphs; "
        "align the two texts first"
    )
    assert [f"{related.location}: {related.text}" for related in issue.related] == ["a.zh.md:7:1: here in the source"]


def test_a_second_reading_finds_the_same() -> None:
    document = beside(CHINESE, ENGLISH)
    first, second = (list(document.pairs(lambda _: None)) for _ in range(2))
    assert first == second
    assert document.units == 3
    assert document.paths == ("a.zh.md", "a.en.md")


def test_settings_say_the_language_that_a_name_does_not() -> None:
    issues: list[Issue] = []
    assert list(beside("稀土", "Rare earths", ("a.txt", "b.txt")).pairs(issues.append)) == []
    assert [f"{issue.location}: {issue.message}" for issue in issues] == [
        "a.txt: its name does not say its language (news.zh.md); give --source-language"
    ]
    wanted = Wanted(parse("zh"), parse("en"))
    (pair,) = beside("稀土", "Rare earths", ("a.txt", "b.txt"), wanted).pairs(issues.append)
    assert (str(pair.source_language), str(pair.target_language)) == ("zh-Hans", "en")


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: object) -> None:
    issues: list[Issue] = []
    missing = f"{tmp_path}/a.zh.md"
    document = Document("a.en.md", content=b"Rare earths", source=Text(missing))
    assert list(document.pairs(issues.append)) == []
    assert document.is_unreadable
    assert [str(issue.location) for issue in issues] == [missing]


def test_kinds_of_text_by_their_suffix() -> None:
    assert text_format_of("A.MD").name == "markdown"
    assert rewriter_of("a.docx") is None
    assert rewriter_of("a.txt") is not None
    assert rewriter_of("a.tmx") is not None
    with pytest.raises(UnknownFormat, match=r"a\.pdf: no text that can be read beside another; known are \.txt"):
        text_format_of("a.pdf")

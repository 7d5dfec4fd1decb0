"""PO glossaries become concepts."""

from __future__ import annotations

import re

import pytest

from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.formats import po_reader
from zhengming.termbase.formats.source import Gathered, Sides, Wanted
from zhengming.termbase.language import Tag

HEADER = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read(text: str, sides: Sides = Sides(), header: str = HEADER) -> Gathered:  # noqa: B008  a constant
    return po_reader.read((header + text).encode(), "g.po", Wanted(sides=sides))


def test_entries() -> None:
    found = read(
        '#. a paper\nmsgctxt "trade"\nmsgid "license"\nmsgstr "许可证"\n\n'
        '#, fuzzy\nmsgid "rare earths"\nmsgstr "稀土"\n\n'
        '#, forbidden\nmsgid "license"\nmsgstr "执照"\n\n'
        'msgid "untranslated"\nmsgstr ""\n\n'
        '#~ msgid "old"\n#~ msgstr "旧"\n'
    )
    license_, earths = found.concepts
    assert [f"{term.language} {term.text} {term.status.value}" for term in license_.terms] == [
        "en license preferred",
        "zh-Hans-CN 许可证 preferred",
        "zh-Hans-CN 执照 deprecated",
    ]
    assert (license_.note, str(license_.location)) == ("trade | a paper", "g.po:6:1")
    assert earths.status.value == "proposed"
    assert [(one.row.place, one.reason) for one in found.rejected] == [("line 19", "no term in two languages")]


def test_the_languages_may_be_said() -> None:
    header = HEADER.replace('"Language: zh_CN\\n"\n', "")
    with pytest.raises(InvalidSettings, match="--target-language"):
        read('msgid "ore"\nmsgstr "矿"\n', header=header)
    [concept] = read('msgid "ore"\nmsgstr "矿"\n', Sides(None, Tag("zh", "Hans")), header).concepts
    assert str(concept.terms[1].language) == "zh-Hans"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ((HEADER + 'msgid "ore"\nmsgstr "矿\n').encode(), "g.po:7:1: no line of a PO file"),
        (b"zh,en\n", "g.po:1:1: no line of a PO file"),
        ((HEADER + 'msgid "矿"').encode("gb18030"), "g.po:6:8: not UTF-8 text"),
        (HEADER.replace("UTF-8", "klingon").encode(), "the charset klingon is none"),
        (b'msgstr "x"\nmsgid "y"\nmsgid "z"\n', "g.po"),
    ],
)
def test_what_is_broken_is_told_with_its_place(data: bytes, problem: str) -> None:
    with pytest.raises((UnreadableFile, InvalidSettings), match=re.escape(problem)):
        po_reader.read(data, "g.po", Wanted())

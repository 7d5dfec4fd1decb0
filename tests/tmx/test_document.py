"""A file of translations as something that can be read at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.document import Document

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

PO = """msgid ""
msgstr "Language: zh_CN\\nContent-Type: text/plain; charset=UTF-8\\n"

#, fuzzy
msgid "tariff"
msgstr "关税"

msgid "quota"
msgstr "配额"
"""


def test_every_unit_is_read_whatever_the_choice() -> None:
    document = Document("zh.po", content=PO.encode())
    assert [unit.variants[0].segment.text for unit in document.every_unit(lambda _: None)] == ["tariff", "quota"]
    assert document.units == 2
    assert [pair.source.text for pair in document.pairs(lambda _: None)] == ["quota"]


def test_what_ends_a_reading_is_reported_behind_the_units_before_it() -> None:
    content = b"<tmx version='1.4'><header srclang='zh'/><body><tu><tuv xml:lang='zh'><seg>1</seg></tuv></tu></tu>"
    document = Document("news.tmx", content=content)
    faults: list[Issue] = []
    assert len(list(document.every_unit(faults.append))) == 1
    assert document.is_unreadable
    assert faults[-1].check.code == "F001"


def test_a_file_that_is_not_there_is_reported() -> None:
    document = Document("nowhere.tmx")
    faults: list[Issue] = []
    assert list(document.every_unit(faults.append)) == []
    assert [fault.message for fault in faults] == ["No such file or directory"]

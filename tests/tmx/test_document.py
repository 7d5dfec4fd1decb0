"""A file of translations as something that can be read at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.choice import EVERY_UNIT, FINISHED
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


def test_the_choice_says_which_units_are_read() -> None:
    every, finished = (Document("zh.po", choice=choice, content=PO.encode()) for choice in (EVERY_UNIT, FINISHED))
    assert [unit.variants[0].segment.text for unit in every.read(lambda _: None)] == ["tariff", "quota"]
    assert [unit.variants[0].segment.text for unit in finished.read(lambda _: None)] == ["quota"]
    assert (every.units, every.passed_over, finished.units, finished.passed_over) == (2, 0, 2, 1)


def test_what_ends_a_reading_is_reported_behind_the_units_before_it() -> None:
    content = b"<tmx version='1.4'><header srclang='zh'/><body><tu><tuv xml:lang='zh'><seg>1</seg></tuv></tu></tu>"
    document = Document("news.tmx", content=content)
    faults: list[Issue] = []
    assert len(list(document.read(faults.append))) == 1
    assert document.is_unreadable
    assert faults[-1].check.code == "F001"


def test_a_file_that_is_not_there_is_reported() -> None:
    document = Document("nowhere.tmx")
    faults: list[Issue] = []
    assert list(document.read(faults.append)) == []
    assert [fault.message for fault in faults] == ["No such file or directory"]

"""Memories made one: what is written, and under which header."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from zhengming.tmx.choice import EVERY_UNIT, FINISHED
from zhengming.tmx.document import Document
from zhengming.tmx.memory.cleaning.twins import Kept
from zhengming.tmx.memory.combining import Combining

if TYPE_CHECKING:
    from zhengming.tmx.memory.cleaning.removal import Removal
    from zhengming.tmx.model import TranslationUnit

Memory = Callable[..., bytes]
Unit = Callable[..., str]


def joined(*contents: bytes, kept: Kept | None = Kept.NEWEST) -> tuple[Combining, list[TranslationUnit], list[Removal]]:
    documents = [Document(f"{n}.tmx", choice=EVERY_UNIT, content=content) for n, content in enumerate(contents)]
    joining = Combining(documents, FINISHED, kept, ("zhengming", "1"), lambda _: None)
    dropped: list[Removal] = []
    return joining, list(joining.units(dropped.append)), dropped


def texts(units: list[TranslationUnit]) -> list[tuple[str, ...]]:
    return [tuple(variant.segment.text for variant in unit.variants) for unit in units]


def test_units_come_in_the_order_of_the_files(unit_of: Unit, memory_of: Memory) -> None:
    _, units, dropped = joined(memory_of(unit_of("镝", "1"), unit_of("铽", "2")), memory_of(unit_of("关税", "3")))
    assert texts(units) == [("镝", "1"), ("铽", "2"), ("关税", "3")]
    assert dropped == []


def test_tags_spelled_otherwise_are_no_other_languages(unit_of: Unit, memory_of: Memory) -> None:
    other = memory_of(unit_of("镝", " dysprosium")).replace(b'"zh-CN"', b'"zh-Hans"').replace(b'"en-US"', b'"EN_US"')
    joining, units, dropped = joined(memory_of(unit_of("镝", "dysprosium")), other)
    assert texts(units) == [("镝", "dysprosium")]
    assert [(removal.kind, str(removal.location), str(removal.instead)) for removal in dropped] == [
        ("duplicate", "1.tmx:3:3", "0.tmx:3:3")
    ]
    assert joining.header.attributes["srclang"] == "zh-CN"


def test_of_the_same_unit_the_newer_is_taken(unit_of: Unit, memory_of: Memory) -> None:
    old, new = (unit_of("镝", "dysprosium", changed=f"{year}0101T000000Z") for year in (2023, 2025))
    _, units, _ = joined(memory_of(old), memory_of(new))
    assert [unit.attributes["changedate"] for unit in units] == ["20250101T000000Z"]


def test_what_differs_between_headers_stands_with_the_units(unit_of: Unit, memory_of: Memory) -> None:
    one = memory_of(unit_of("镝", "1"))
    other = memory_of(unit_of("铽", "2")).replace(b'"sentence"', b'"paragraph"').replace(b'"none"', b'"MemoQ"')
    joining, units, _ = joined(one, other)
    header = joining.header.attributes
    assert (header["segtype"], header["o-tmf"], header["datatype"]) == ("sentence", "unknown", "plaintext")
    assert [unit.attributes.get("segtype") for unit in units] == [None, "paragraph"]
    assert [unit.attributes["o-tmf"] for unit in units] == ["none", "MemoQ"]
    assert [unit.source_language for unit in units] == ["zh-CN", "zh-CN"]


def test_notes_and_properties_of_headers_are_kept_once(unit_of: Unit, memory_of: Memory) -> None:
    inside = b'datatype="plaintext"><note>house memory</note><prop type="client">A</prop></header>'
    content = memory_of(unit_of("镝", "1")).replace(b'datatype="plaintext"/>', inside)
    joining, _, _ = joined(content, content)
    assert [note.text for note in joining.header.notes] == ["house memory"]
    assert [kept.text for kept in joining.header.properties] == ["A"]


def test_names_are_given_once(unit_of: Unit, memory_of: Memory) -> None:
    def named(zh: str, tuid: str) -> bytes:
        return memory_of(unit_of(zh, zh).replace("<tu>", f'<tu tuid="{tuid}">'))

    _, units, _ = joined(named("镝", "a"), named("铽", "a"), named("钇", "a-2"), named("钪", "a"), kept=None)
    assert [unit.tuid for unit in units] == ["a", "a-2", "a-2-2", "a-3"]


def test_no_file_has_anything(memory_of: Memory) -> None:
    joining, units, _ = joined(memory_of())
    assert (units, joining.read, joining.is_readable) == ([], 0, True)
    assert joining.header.attributes["creationtool"] == "zhengming"

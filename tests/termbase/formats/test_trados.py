"""The workbook for Trados: an entry a row, synonyms parted by |."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.formats.trados import TARGET
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase

Sheet = Callable[[bytes], list[list[object]]]
ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def test_an_entry_is_a_row(concepts: Termbase, sheet: Sheet) -> None:
    header, first, second, _ = sheet(TARGET.write(concepts, ZH_EN, Losses()))
    about = ["ID", "Subject", "Part of Speech", "Definition", "Note", "Source"]
    assert header == [*about, "Chinese (Simplified, PRC)", "English (United States)"]
    assert first[4:] == [
        "✗ 出口管理; ✗ export ban · Not a ban.",
        "Export Control Law",
        "出口管制|出口管控",
        "export control|control of exports",
    ]
    assert second[4] == "proposed"


def test_a_bar_in_a_term_is_refused(concepts: Termbase, sheet: Sheet) -> None:
    [first, *_] = concepts
    barred = replace(first, terms=(first.terms[0], replace(first.terms[3], text="export|control")))
    lost = Losses()
    assert sheet(TARGET.write([barred], ZH_EN, lost))[1][-1] == ""
    assert lost.refused == ["EC001 “export|control”: Trados would take the | for the border between two synonyms"]


def test_a_concept_with_wrong_terms_only_is_counted(termbase_of: Callable[[str], Termbase], sheet: Sheet) -> None:
    lost = Losses()
    assert len(sheet(TARGET.write(termbase_of("id,zh-Hans,en:deprecated\nA1,,tombarthite\n"), ZH_EN, lost))) == 1
    assert lost["concepts without a term that may be used"] == 1

"""Phrase's term base: a row a synonym, the concept repeated, no deprecated term."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.phrase import TARGET
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase

Sheet = Callable[[bytes], list[list[object]]]
ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def test_synonyms_are_rows_of_one_concept(concepts: Termbase, sheet: Sheet) -> None:
    header, first, second, *_ = sheet(TARGET.write(concepts, ZH_EN, Losses()))
    names = "CID concept_domain concept_subdomain concept_url concept_definition concept_note TID zh_cn TID en_us"
    assert header == names.split()
    note = "✗ 出口管理; ✗ export ban · Not a ban. · EC001"
    about = ["1", "trade", "", "", "Licensing of listed exports.", note]
    assert first == [*about, "", "出口管制", "", "export control"]
    assert second == [*about, "", "出口管控", "", "control of exports"]


def test_a_term_may_have_1000_characters(termbase_of: Callable[[str], Termbase], sheet: Sheet) -> None:
    lost = Losses()
    rows = sheet(TARGET.write(termbase_of(f"id,zh-Hans,en\nA1,稀土,{'x' * 1001}\n"), ZH_EN, lost))
    assert rows[1:] == [["1", "", "", "", "", "A1", "", "稀土", "", ""]]
    assert lost.refused == ["A1 “xxxxxxxxxxxxxxxxxxxx…”: 1,001 characters; Phrase takes 1,000"]


def test_a_concept_with_wrong_terms_only_is_counted(termbase_of: Callable[[str], Termbase], sheet: Sheet) -> None:
    lost = Losses()
    assert len(sheet(TARGET.write(termbase_of("id,zh-Hans,en:deprecated\nA1,,tombarthite\n"), ZH_EN, lost))) == 1
    assert lost["concepts without a term that may be used"] == 1

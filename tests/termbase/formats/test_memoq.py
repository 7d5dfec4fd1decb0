"""memoQ's CSV: semicolons, ten columns of the entry, and a column for each term, repeated for synonyms."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.memoq import TARGET
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Termbase

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def rows(termbase: Termbase, lost: Losses | None = None) -> list[list[str]]:
    data = TARGET.write(termbase, ZH_EN, Losses() if lost is None else lost).decode()
    assert data.endswith("\r\n")
    return list(csv.reader(data.splitlines(), delimiter=";", strict=True))


def test_columns_repeat_for_synonyms(concepts: Termbase) -> None:
    header, first, second, third = rows(concepts)
    assert (
        header[:10]
        == (
            "Entry_ID Entry_Subject Entry_Domain Entry_ClientID Entry_ProjectID Entry_Created Entry_Creator "
            "Entry_LastModified Entry_Modifier Entry_Note"
        ).split()
    )
    chinese, english = "Chinese_PRC", "English_United_States"
    assert header[10:] == [f"{chinese}_Def", chinese, chinese, f"{english}_Def", english, english]
    assert first[9:] == [
        "✗ 出口管理; ✗ export ban · Not a ban. · EC001",
        "Licensing of listed exports.",
        "出口管制",
        "出口管控",
        "",
        "export control",
        "control of exports",
    ]
    assert second[9:] == ["proposed · RE001", "", "稀土", "", "", "rare earths", ""]
    assert [row[0] for row in (first, second, third)] == ["1", "2", "3"]


def test_a_semicolon_is_quoted(termbase_of: Callable[[str], Termbase]) -> None:
    assert rows(termbase_of("id,zh-Hans,en\nA1,稀土,rare; earths\n"))[1][-1] == "rare; earths"


def test_a_concept_with_wrong_terms_only_is_counted(termbase_of: Callable[[str], Termbase]) -> None:
    lost = Losses()
    assert len(rows(termbase_of("id,zh-Hans,en:deprecated\nA1,,tombarthite\n"), lost)) == 1
    assert lost["concepts without a term that may be used"] == 1

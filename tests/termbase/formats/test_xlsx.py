"""The termbase as a workbook: the table's columns, and what looks like a formula is text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from zhengming.termbase.formats import table
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.formats.xlsx import TARGET
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase

Sheet = Callable[[bytes], list[list[object]]]
ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def test_it_is_the_table(concepts: Termbase, sheet: Sheet) -> None:
    lost = Losses()
    assert sheet(TARGET.write(concepts, ZH_EN, lost)) == list(table.cells(concepts))
    assert sum(lost.values()) == 0


def test_formulas_numbers_and_addresses_are_text(termbase_of: Callable[[str], Termbase], sheet: Sheet) -> None:
    termbase = termbase_of(
        "id,zh-Hans,en\n007,=1+1,@SUM(A1)\n2,-镧,+1\n3,https://example.org,{=A1}x\n".replace("{=A1}x", "1")
    )
    assert sheet(TARGET.write(termbase, ZH_EN, Losses()))[1:] == list(table.cells(termbase))[1:]


def test_one_termbase_makes_one_file(concepts: Termbase, sheet: Sheet) -> None:
    first = TARGET.write(concepts, ZH_EN, Losses())
    assert first == TARGET.write(concepts, ZH_EN, Losses())
    assert sheet(first)

"""Each source once, with the one term that is to stand for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats.equivalents import equivalents
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Termbase

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def test_two_concepts_that_agree_are_no_conflict(termbase_of: Callable[[str], Termbase]) -> None:
    lost = Losses()
    termbase = termbase_of("id,zh-Hans,en\nA1,稀土,rare earths\nA2,稀土,rare earths\nA3,锑,\n")
    assert [one[:2] for one in equivalents(termbase, ZH_EN, lost)] == [("稀土", "rare earths")]
    assert lost.refused == []
    assert lost["concepts without a term in both languages"] == 1


def test_a_region_has_its_own_term(termbase_of: Callable[[str], Termbase]) -> None:
    termbase = termbase_of("id,zh-Hans,en-US,en-GB\nEC013,许可证,license,licence\n")
    british = Languages(Tag("zh", "Hans"), Tag("en", "", "GB"))
    assert [one.target for one in equivalents(termbase, british, Losses())] == ["licence"]

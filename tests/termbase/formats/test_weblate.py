"""TBX for Weblate: an entry for each source and target, as the translate toolkit beneath it reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.formats.weblate import TARGET
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Termbase

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def entries(data: bytes) -> Any:  # noqa: ANN401  the toolkit carries no types
    tbx = pytest.importorskip("translate.storage.tbx", reason="needs translate-toolkit (extra “test”)")
    return tbx.tbxfile.parsestring(data, sourcelanguage="zh-CN", targetlanguage="en").units


def test_the_toolkit_reads_every_pair(concepts: Termbase) -> None:
    units = entries(TARGET.write(concepts, ZH_EN, Losses()))
    found = [(unit.source, unit.target, unit.get_target_terms()[0].administrative_status) for unit in units]
    assert found[:4] == [
        ("出口管制", "export control", "preferredTerm-admn-sts"),
        ("出口管制", "control of exports", "admittedTerm-admn-sts"),
        ("出口管制", "export ban", "forbidden"),
        ("出口管控", "export control", "preferredTerm-admn-sts"),
    ]
    assert [unit.getid() for unit in units][:3] == ["EC001", "EC001.2", "EC001.3"]


def test_explanations_arrive_where_weblate_shows_them(concepts: Termbase) -> None:
    [first, *_] = entries(TARGET.write(concepts, ZH_EN, Losses()))
    assert "Licensing of listed exports." in first.getnotes("definition")
    assert first.getnotes("translator") == "Not a ban."


def test_a_concept_of_one_language_is_counted(termbase_of: Callable[[str], Termbase]) -> None:
    lost = Losses()
    data = TARGET.write(termbase_of("id,zh-Hans,en\nA1,稀土,\nA2,氧化锑,antimony oxide\n"), ZH_EN, lost)
    assert (len(entries(data)), lost["concepts without a term in both languages"]) == (1, 1)

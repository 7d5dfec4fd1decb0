"""UTX: no byte order mark, CRLF, and a status for each line."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.formats.utx import TARGET
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Termbase

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def test_each_line_has_its_status(concepts: Termbase) -> None:
    assert TARGET.write(concepts, ZH_EN, Losses()).decode("ascii", "replace").count("\r\n") == 10
    assert TARGET.write(concepts, ZH_EN, Losses()).decode().split("\r\n") == [
        "#UTX 1.11; zh-CN/en-US;",
        "#src\ttgt\tsrc:pos\tterm status\tconcept ID",
        "出口管制\texport control\tnoun\tapproved\tEC001",
        "出口管制\tcontrol of exports\tnoun\tapproved\tEC001",
        "出口管制\texport ban\tnoun\tforbidden\tEC001",
        "出口管控\texport control\tnoun\tapproved\tEC001",
        "出口管控\tcontrol of exports\tnoun\tapproved\tEC001",
        "出口管控\texport ban\tnoun\tforbidden\tEC001",
        "稀土\trare earths\t\tprovisional\tRE001",
        "出口管制\texit control\t\tapproved\tEC900",
        "",
    ]


def test_a_source_that_would_be_a_comment_is_named(termbase_of: Callable[[str], Termbase]) -> None:
    lost = Losses()
    written = TARGET.write(termbase_of("id,zh-Hans,en\nA1,#标签,tag\nA2,稀土,\n"), ZH_EN, lost)
    assert written.count(b"\r\n") == 2
    assert lost.refused == ["A1 “#标签”: UTX takes a line that begins with # for a comment"]
    assert lost["concepts without a term in both languages"] == 1


def test_the_translate_toolkit_reads_it(concepts: Termbase) -> None:
    utx = pytest.importorskip("translate.storage.utx", reason="needs translate-toolkit (extra “test”)")
    store = utx.UtxFile(BytesIO(TARGET.write(concepts, ZH_EN, Losses())))
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("zh-CN", "en-US")
    assert [(unit.source, unit.target) for unit in store.units][:2] == [
        ("出口管制", "export control"),
        ("出口管制", "control of exports"),
    ]
    assert [unit.metadata["term status"] for unit in store.units].count("forbidden") == 2

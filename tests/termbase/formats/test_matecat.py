"""Matecat's termbase: TRUE in column A is what keeps a deprecated term from being offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.matecat import TARGET
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase

Sheet = Callable[[bytes], list[list[object]]]


def test_a_deprecated_term_is_forbidden(concepts: Termbase, sheet: Sheet) -> None:
    lost = Losses()
    rows = sheet(TARGET.write(concepts, Languages(Tag("zh", "Hans"), Tag("en")), lost))
    about = ["trade", "", "Licensing of listed exports."]
    assert rows == [
        ["Forbidden", "Domain", "Subdomain", "Definition", "zh-CN", "Notes", "en-US"],
        ["", *about, "出口管制", "Not a ban.", "export control"],
        ["", *about, "出口管制", "Not a ban.", "control of exports"],
        [True, *about, "出口管制", "Not a ban.", "export ban"],
        ["", *about, "出口管控", "Not a ban.", "export control"],
        ["", *about, "出口管控", "Not a ban.", "control of exports"],
        [True, *about, "出口管控", "Not a ban.", "export ban"],
        ["", "", "", "", "稀土", "proposed", "rare earths"],
        ["", "", "", "", "出口管制", "", "exit control"],
    ]
    assert lost["deprecated source terms"] == 1


def test_a_concept_of_one_language_is_counted(termbase_of: Callable[[str], Termbase], sheet: Sheet) -> None:
    lost = Losses()
    written = TARGET.write(termbase_of("id,zh-Hans,en\nA1,稀土,\n"), Languages(Tag("zh", "Hans"), Tag("en")), lost)
    assert len(sheet(written)) == 1
    assert lost["concepts without a term in both languages"] == 1

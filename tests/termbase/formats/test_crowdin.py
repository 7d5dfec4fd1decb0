"""TBX for Crowdin: no deprecated term is an entry's term, and the note warns of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.formats.crowdin import TARGET
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from pathlib import Path

    from zhengming.termbase.concept import Termbase

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def test_deprecated_terms_are_in_the_note(concepts: Termbase) -> None:
    root = pytest.importorskip("lxml.etree").fromstring(TARGET.write(concepts, ZH_EN, Losses()))
    [first, *_] = root.iter("termEntry")
    terms = [term.text for term in first.iter("term")]
    assert terms == ["出口管制", "出口管控", "export control", "control of exports"]
    assert [note.text for note in first.iterfind("note")] == ["✗ 出口管理; ✗ export ban · Not a ban."]


def test_the_file_is_valid(concepts: Termbase, corpora: Path) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.DTD(corpora / "schemas" / "tbx" / "TBXcoreStructV02.dtd")
    assert schema.validate(etree.fromstring(TARGET.write(concepts, ZH_EN, Losses()))), schema.error_log

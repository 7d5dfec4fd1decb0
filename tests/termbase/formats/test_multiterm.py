"""MultiTerm XML: UTF-16, numbers for entries, and every term with its status."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from zhengming.termbase.concept import Termbase
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.multiterm import TARGET
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from pathlib import Path

Reader = Callable[[str], Termbase]
ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def parsed(data: bytes) -> Any:  # noqa: ANN401  lxml carries no types
    return pytest.importorskip("lxml.etree").fromstring(data)


def terms(root: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401
    return [
        (group.getparent()[0].get("lang"), group.findtext("term"), group.findtext("descripGrp/descrip[@type='Status']"))
        for group in root.iter("termGrp")
    ]


def test_it_is_utf_16_with_a_byte_order_mark(concepts: Termbase) -> None:
    data = TARGET.write(concepts, ZH_EN, Losses())
    assert data.startswith(codecs.BOM_UTF16_LE)
    assert data.decode("utf-16").startswith("<?xml version='1.0' encoding='UTF-16'?>\n<mtf>\n")


def test_each_term_has_its_status_the_preferred_first(concepts: Termbase) -> None:
    assert terms(parsed(TARGET.write(concepts, ZH_EN, Losses())))[:7] == [
        ("ZH-CN", "出口管制", "preferred"),
        ("ZH-CN", "出口管控", "admitted"),
        ("ZH-CN", "出口管理", "forbidden"),
        ("EN-US", "export control", "preferred"),
        ("EN-US", "control of exports", "admitted"),
        ("EN-US", "export ban", "forbidden"),
        ("EN-US", "export limit", "forbidden"),
    ]


def test_entries_are_numbered_and_our_ids_are_a_field(concepts: Termbase) -> None:
    root = parsed(TARGET.write(concepts, ZH_EN, Losses()))
    assert [entry.findtext("concept") for entry in root] == ["1", "2", "3"]
    fields = [(one.get("type"), one.text) for one in root[0].iterfind("descripGrp/descrip")]
    assert fields == [
        ("ID", "EC001"),
        ("Subject", "trade"),
        ("Definition", "Licensing of listed exports."),
        ("Note", "Not a ban."),
        ("Source", "Export Control Law"),
    ]
    assert root[1].findtext("descripGrp/descrip[@type='Entry status']") == "proposed"
    assert root[1].findtext(".//termGrp/descripGrp/descrip[@type='Usage']") == "US"


def test_languages_are_named_as_in_the_golden_file(termbase_of: Reader, corpora: Path) -> None:
    ours = parsed(TARGET.write(termbase_of("id,zh-Hans,en,en:deprecated\n1,出口管制,a,b\n"), ZH_EN, Losses()))
    golden = parsed((corpora / "examples" / "multiterm.xml").read_bytes())
    assert [dict(one.attrib) for one in ours.iter("language")] == [dict(one.attrib) for one in golden.iter("language")]
    assert {status for _, _, status in terms(golden)} - {None} <= {"preferred", "admitted", "forbidden"}


def test_a_concept_without_terms_is_left_out(termbase_of: Reader) -> None:
    lost = Losses()
    data = TARGET.write(termbase_of("id,zh-Hans,en\nA1,,\nA2,稀\x02土,\n"), ZH_EN, lost)
    assert terms(parsed(data)) == [("ZH-CN", "稀土", "preferred")]
    assert lost["concepts without a term"] == 1


def test_there_must_be_a_concept(termbase_of: Reader) -> None:
    with pytest.raises(InvalidSettings, match="no concept is left to export"):
        TARGET.write(termbase_of("id,zh-Hans,en\nA1,,\n"), ZH_EN, Losses())

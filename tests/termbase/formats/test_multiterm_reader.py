"""MultiTerm XML becomes concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.concept import Concept, Standing
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats import multiterm_reader
from zhengming.termbase.formats.source import Gathered, Wanted

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = """\
<?xml version="1.0" encoding="{encoding}"?>
<mtf>
<conceptGrp><concept>17</concept>
 <transacGrp><transac type="origination">li</transac></transacGrp>
 <descripGrp><descrip type="Subject">export control</descrip></descripGrp>
 <descripGrp><descrip type="Definition">licensing of exports</descrip>
  <descripGrp><descrip type="Source">EAR</descrip></descripGrp></descripGrp>
 <descripGrp><descrip type="ID">EC001</descrip></descripGrp>
 <descripGrp><descrip type="Entry status">approved</descrip></descripGrp>
 <descripGrp><descrip type="Colour">red</descrip></descripGrp>
 <languageGrp><language lang="ZH-CN" type="Chinese (Simplified, PRC)"/>
  <termGrp><term>出口管制</term></termGrp></languageGrp>
 <languageGrp><language lang="" type="English (United States)"/>
  <termGrp><term>export control</term>
   <descripGrp><descrip type="Part of Speech">Noun</descrip></descripGrp></termGrp>
  <termGrp><term>export restraint</term>
   <descripGrp><descrip type="Status">forbidden</descrip></descripGrp>
   <descripGrp><descrip type="Usage">GB, unseen</descrip></descripGrp></termGrp>
  <termGrp><term>export ban</term><descripGrp><descrip type="Forbidden">yes</descrip></descripGrp></termGrp>
 </languageGrp>
</conceptGrp>
</mtf>
"""


def read(text: str, encoding: str = "utf-16") -> Gathered:
    return multiterm_reader.read(text.format(encoding=encoding).encode(encoding), "g.xml", Wanted())


def shown(concept: Concept) -> list[str]:
    return [f"{term.language} {term.text} {term.status.value}" for term in concept.terms]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_an_entry(encoding: str) -> None:
    found = read(ENTRY, encoding)
    [concept] = found.concepts
    assert shown(concept) == [
        "zh-Hans-CN 出口管制 preferred",
        "en-US export control preferred",
        "en-US export restraint deprecated",
        "en-US export ban deprecated",
    ]
    assert concept.terms[2].labels == {"GB", "unseen"}
    assert (concept.id, concept.subject_field, concept.part_of_speech) == ("EC001", "export control", "noun")
    assert (concept.definition, concept.source, concept.status) == ("licensing of exports", "EAR", Standing.APPROVED)
    assert str(concept.location) == "g.xml:3:1"
    assert found.faults == []


def test_a_number_is_an_id_where_nobody_gave_another() -> None:
    text = ENTRY.replace('<descripGrp><descrip type="ID">EC001</descrip></descripGrp>', "")
    assert read(text).concepts[0].id == "17"


def test_a_language_that_is_none_is_told() -> None:
    found = read(ENTRY.replace("ZH-CN", "??").replace("Chinese (Simplified, PRC)", "Klingon words"))
    assert [fault.problem for fault in found.faults] == ["“??” is no language; its terms are left out"]
    assert {term.language.language for term in found.concepts[0].terms} == {"en"}


def test_words_of_usage_are_a_note() -> None:
    assert read(ENTRY.replace("GB, unseen", "never in contracts")).concepts[0].note == "never in contracts"


def test_other_xml_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"g.xml:1:1: no MultiTerm XML"):
        read("<martif/>", "utf-8")


def test_the_example(corpora: Path) -> None:
    data = (corpora / "examples" / "multiterm.xml").read_bytes()
    [concept] = multiterm_reader.read(data, "multiterm.xml", Wanted()).concepts
    assert [term.status.value for term in concept.terms] == ["preferred", "preferred", "deprecated"]

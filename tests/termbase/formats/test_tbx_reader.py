"""TBX of every edition becomes concepts."""

from __future__ import annotations

import csv
import string
import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.concept import AdministrativeStatus, Concept, Enforcement, Standing, Term
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats import tbx_reader
from zhengming.termbase.formats.source import Gathered, Wanted
from zhengming.termbase.formats.statuses import one_preferred
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.formats.targets import TARGETS
from zhengming.termbase.language import Tag
from zhengming.termbase.position import Location

if TYPE_CHECKING:
    from pathlib import Path

ZH, EN = Tag("zh", "Hans"), Tag("en")


def read(text: str | bytes, unsaid: Standing = Standing.PROPOSED) -> Gathered:
    return tbx_reader.read(text.encode() if isinstance(text, str) else text, "g.tbx", Wanted(unsaid=unsaid))


def terms(concept: Concept) -> list[str]:
    return [f"{term.language} {term.text} {term.status.value}" for term in concept.terms]


def entry(english: str, about: str = "") -> Concept:
    chinese = '<langSet xml:lang="zh-CN"><tig><term>出口管制</term></tig></langSet>'
    body = f'<termEntry id="c1">{about}{chinese}<langSet xml:lang="en">{english}</langSet></termEntry>'
    [concept] = read(f'<martif type="TBX"><text><body>{body}</body></text></martif>').concepts
    return concept


def status_of(note: str) -> str:
    concept = entry(f"<tig><term>export restraint</term>{note}</tig>")
    return concept.terms[1].status.value


V3 = """\
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="EC001">
 <descrip type="subjectField">export control</descrip>
 <descripGrp><descrip type="definition">licensing of exports</descrip><admin type="source">EAR</admin></descripGrp>
 <note>see also sanctions</note>
 <note>zhengming: status=approved; check=soft; confidence=attested; owner=Li</note>
 <langSec xml:lang="zh-Hans"><termSec><term>出口管制</term></termSec></langSec>
 <langSec xml:lang="en">
  <termSec><term>export control</term><termNote type="partOfSpeech">Noun</termNote></termSec>
  <termSec><term>export ban</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
   <termNote type="geographicalUsage">GB</termNote><note>zhengming: unseen, case</note></termSec>
 </langSec>
</conceptEntry></body></text></tbx>
"""


def test_a_concept_of_version_3() -> None:
    [concept] = read(V3).concepts
    assert terms(concept) == [
        "zh-Hans 出口管制 preferred",
        "en export control preferred",
        "en export ban deprecated",
    ]
    assert concept.terms[2].labels == {"GB", "unseen", "case"}
    assert (concept.id, concept.subject_field, concept.part_of_speech) == ("EC001", "export control", "noun")
    assert (concept.definition, concept.source, concept.note) == ("licensing of exports", "EAR", "see also sanctions")
    assert (concept.status, concept.check) == (Standing.APPROVED, Enforcement.SOFT)
    assert (concept.confidence, concept.others) == ("attested", (("owner", "Li"),))
    assert str(concept.location) == "g.tbx:2:1"


def test_categories_by_tag() -> None:
    text = """\
<tbx type="TBX-Basic" style="dct" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="c1"><min:subjectField>trade</min:subjectField>
<langSec xml:lang="en"><basic:definition>a paper</basic:definition><termSec><term>licence</term>
<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus><min:partOfSpeech>noun</min:partOfSpeech>
</termSec><termSec><term>license</term></termSec></langSec></conceptEntry></body></text></tbx>"""
    [concept] = read(text).concepts
    assert terms(concept) == ["en licence admitted", "en license preferred"]
    assert (concept.subject_field, concept.definition, concept.part_of_speech) == ("trade", "a paper", "noun")


def test_the_older_min() -> None:
    text = """\
<TBX dialect="TBX-Min"><header><languages source="de" target="en"/></header><body><termEntry id="1">
<subjectField>trade</subjectField><langGroup xml:lang="de"><termGroup><term>Ausfuhr</term>
<termStatus>preferred</termStatus></termGroup></langGroup><langGroup xml:lang="en">
<termGroup><term>outcarry</term><note>never</note><termStatus>notRecommended</termStatus></termGroup></langGroup>
</termEntry></body></TBX>"""
    [concept] = read(text).concepts
    assert terms(concept) == ["de Ausfuhr preferred", "en outcarry deprecated"]
    assert concept.note == "never"


def test_term_groups_of_version_2() -> None:
    concept = entry(
        "<ntig><termGrp><term>export control</term><termNoteGrp><termNote type='partOfSpeech'>noun</termNote>"
        "</termNoteGrp></termGrp><descrip type='context'>unused</descrip></ntig>"
    )
    assert terms(concept)[1] == "en export control preferred"
    assert concept.part_of_speech == "noun"


@pytest.mark.parametrize(
    ("note", "status"),
    [
        *(
            (f'<termNote type="{kind}">{word}{ending}</termNote>', status)
            for kind in ("administrativeStatus", "normativeAuthorization", "usageStatus")
            for word, status in [
                ("preferred", "preferred"), ("standardized", "preferred"), ("regulated", "preferred"),
                ("legal", "preferred"), ("admitted", "admitted"), ("deprecated", "deprecated"),
                ("superseded", "deprecated"),
            ]
            for ending in ("", "Term", "Term-admn-sts")
        ),
        ('<termNote type="administrativeStatus">proposed</termNote>', "preferred"),
        ('<termNote type="administrativeStatus">forbidden</termNote>', "deprecated"),
        ('<termNote type="usageStatus">notRecommended</termNote>', "deprecated"),
        ('<termNote type="usageStatus">obsolete</termNote>', "deprecated"),
        ('<termNote type="across_ISO_picklist_Usage">do not use</termNote>', "deprecated"),
        ('<termNote type="across_ISO_picklist_Verwendung">Unwort</termNote>', "deprecated"),
        ('<descrip type="xBool_Forbidden">True</descrip>', "deprecated"),
        ('<descrip type="xBool_Forbidden">False</descrip>', "preferred"),
        ('<termNote type="forbidden">true</termNote><termNote type="preferred">true</termNote>', "deprecated"),
        ('<termNote type="preferred">true</termNote>', "preferred"),
        ("", "preferred"),
    ],
)  # fmt: skip
def test_statuses_as_tools_write_them(note: str, status: str) -> None:
    assert status_of(note) == status


def test_of_terms_without_a_status_the_first_is_preferred() -> None:
    concept = entry("<tig><term>export control</term></tig><tig><term>export controls</term></tig>")
    assert terms(concept)[1:] == ["en export control preferred", "en export controls admitted"]


def test_unless_another_is_said_to_be() -> None:
    preferred = "<termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote>"
    concept = entry(f"<tig><term>export controls</term></tig><tig><term>export control</term>{preferred}</tig>")
    assert terms(concept)[1:] == ["en export controls admitted", "en export control preferred"]


@pytest.mark.parametrize(
    ("word", "standing"), [("Approved", "approved"), ("New", "proposed"), ("proposed", "proposed")]
)
def test_a_concept_stands_as_the_file_says(word: str, standing: str) -> None:
    concept = entry(f"<tig><term>export control</term><termNote type='status'>{word}</termNote></tig>")
    assert concept.status.value == standing


def test_else_as_the_caller_says() -> None:
    text = '<martif><termEntry><langSet xml:lang="en"><tig><term>a</term></tig></langSet></termEntry></martif>'
    assert [read(text, unsaid).concepts[0].status for unsaid in Standing] == list(Standing)


def test_letters_that_must_be_as_written() -> None:
    concept = entry("<tig><term>BIS</term><termNote type='caseSensitive'>true</termNote></tig>")
    assert concept.terms[1].labels == {"case"}


def test_what_cannot_be_taken_is_told_with_its_place() -> None:
    text = """\
<martif><termEntry><langSet xml:lang="---"><tig><term>a</term></tig></langSet>
<langSet xml:lang="en"><tig><term> </term></tig>
<tig><term>b</term><termNote type="administrativeStatus">so-so</termNote></tig></langSet></termEntry>
<termEntry id="c2"/></martif>"""
    found = read(text)
    assert [f"{fault.location.start} {fault.problem}" for fault in found.faults] == [
        "1:20 “---” is no language; its terms are left out",
        "2:24 a term without a text; it is left out",
        "3:20 “so-so” is no status that is known; it is left out",
        "4:1 an entry without a term; it is left out",
    ]
    assert len(found.concepts) == 1


def test_what_is_no_tbx_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"g\.tbx:1:1: no TBX"):
        read("<tmx version='1.4'/>")


words = st.text(string.ascii_letters + "稀土管制éß ", min_size=1, max_size=12).map(str.split).map(" ".join).filter(bool)


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    kinds = st.sampled_from(AdministrativeStatus)
    labels = st.frozensets(st.sampled_from(["case", "unseen", "soft", "GB", "US"]))
    drawn = draw(st.lists(st.builds(Term, words, st.sampled_from([ZH, EN]), kinds, labels), min_size=1, max_size=5))
    return Concept(
        id=f"C{draw(st.integers(1, 999))}",
        terms=tuple(one_preferred(drawn)),
        location=Location(""),
        subject_field=draw(words | st.just("")),
        part_of_speech=draw(st.sampled_from(["", "noun", "verb", "adjective", "adverb", "other"])),
        status=draw(st.sampled_from(Standing)),
        check=draw(st.sampled_from(Enforcement)),
        definition=draw(words | st.just("")),
        note=draw(words | st.just("")),
        source=draw(words | st.just("")),
        confidence=draw(st.sampled_from(["", "attested", "unsourced"])),
    )


@given(concept=concepts())
def test_what_is_exported_is_read_again(concept: Concept) -> None:
    data = TARGETS["tbx"].write([concept], Languages(ZH, EN), Counter())
    [again] = read(data).concepts
    assert set(again.terms) == set(concept.terms)
    assert replace(again, terms=(), location=concept.location) == replace(concept, terms=())


def test_files_of_other_tools(corpora: Path) -> None:
    with (corpora / "tbx" / "MANIFEST.tsv").open(encoding="utf-8", newline="") as stream:
        listed = list(csv.DictReader(stream, delimiter="\t"))
    assert listed
    for row in listed:
        data = (corpora / row["file"]).read_bytes()
        if row["read"] == "no":
            with pytest.raises(UnreadableFile, match=r":\d+:\d+: "):
                read(data)
            continue
        found = read(data)
        spoken = {term.language.language for concept in found.concepts for term in concept.terms}
        assert len(found.concepts) == int(row["entries"]), row["file"]
        assert spoken == {tag.partition("-")[0] for tag in row["languages"].split(",")} - {""}, row["file"]


def test_twenty_thousand_concepts_are_read_in_seconds() -> None:
    begin = V3.index("<conceptEntry")
    one = V3[begin : V3.index("</body>")] + "\n"
    started = time.process_time()
    found = read(V3[:begin] + one * 20_000 + "</body></text></tbx>")
    assert time.process_time() - started < 15
    assert len(found.concepts) == 20_000
    assert str(found.concepts[-1].location) == f"g.tbx:{2 + one.count(chr(10)) * 19_999}:1"

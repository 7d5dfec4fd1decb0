"""TBX-Basic, version 3: valid, complete, and what it cannot hold is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from zhengming.termbase.concept import Concept, Termbase
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.formats.tbx import TARGET
from zhengming.termbase.language import Tag
from zhengming.termbase.position import Location

if TYPE_CHECKING:
    from pathlib import Path

Reader = Callable[[str], Termbase]

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))
HEADER = "id,subject_field,zh-Hans,zh-Hant-TW,en,en:admitted,en:deprecated,part_of_speech,status,check,definition,note,source,confidence\n"  # noqa: E501
FULL = (
    "EC001,control,出口管制,出口管制,export control,,export restriction | exit control {unseen},noun,approved,strict,"
    '"Licensing of exports & more","“Controls” <for> measures",Export Control Law,attested-official\n'
    "EC013,control,许可证,,license {US},licence {GB},,noun,approved,soft,,,,\n"
    "TR001,,据称,,reportedly,,,phrase,proposed,off,,,,\n"
    "WD001,,,,,,tombarthite,noun,approved,strict,,,,\n"
)


def written(concepts: Termbase, lost: Losses | None = None, languages: Languages = ZH_EN) -> bytes:
    return TARGET.write(concepts, languages, Losses() if lost is None else lost)


def texts(data: bytes, path: str) -> list[str]:
    etree = pytest.importorskip("lxml.etree")
    found = etree.fromstring(data).iterfind(path, {"": "urn:iso:std:iso:30042:ed-2"})
    return [element.text for element in found]


def test_a_concept_in_full(termbase_of: Reader) -> None:
    row = "EC001,control,出口管制,,export control,,exit control {unseen},noun,approved,strict,Licensing,Mind,Law,\n"
    assert (
        written(termbase_of(HEADER + row)).decode()
        == """\
<?xml version='1.0' encoding='UTF-8'?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Exported by zhengming</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
      <conceptEntry id="EC001">
        <descrip type="subjectField">control</descrip>
        <descrip type="definition">Licensing</descrip>
        <admin type="source">Law</admin>
        <note>Mind</note>
        <note>zhengming: status=approved; check=strict</note>
        <langSec xml:lang="zh-Hans">
          <termSec>
            <term>出口管制</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          </termSec>
        </langSec>
        <langSec xml:lang="en">
          <termSec>
            <term>export control</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          </termSec>
          <termSec>
            <term>exit control</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
            <note>zhengming: unseen</note>
          </termSec>
        </langSec>
      </conceptEntry>
    </body>
  </text>
</tbx>
"""
    )


def test_the_preferred_term_is_first_wherever_its_column_stands(termbase_of: Reader) -> None:
    found = termbase_of("id,zh-Hans,en:deprecated,en:admitted,en\nEC001,出口管制,export ban,controls,export control\n")
    assert texts(written(found), ".//langSec[2]/termSec/term") == ["export control", "controls", "export ban"]


def test_the_source_language_is_first(termbase_of: Reader) -> None:
    found = termbase_of("id,zh-Hans,en\nRE001,稀土,rare earths\n")
    assert texts(written(found, languages=Languages(Tag("en"), Tag("zh", "Hans"))), ".//term") == [
        "rare earths",
        "稀土",
    ]


def test_a_region_is_a_geographical_usage(termbase_of: Reader) -> None:
    data = written(termbase_of(HEADER + FULL))
    assert texts(data, ".//termNote[@type='geographicalUsage']") == ["US", "GB"]


def test_a_word_that_is_no_part_of_speech_is_other(termbase_of: Reader) -> None:
    lost: Losses = Losses()
    assert "other" in texts(written(termbase_of(HEADER + FULL), lost), ".//termNote[@type='partOfSpeech']")
    assert lost["parts of speech that TBX does not list (“other”)"] == 1


def test_what_zhengming_alone_knows_stands_in_a_note(termbase_of: Reader) -> None:
    [note] = texts(written(termbase_of("id,zh-Hans,en,confidence,Owner\nA1,稀土,a,attested,Li Wei\n")), ".//note")
    assert note == "zhengming: status=approved; check=strict; confidence=attested; Owner=Li Wei"


def test_ids_begin_with_a_letter_and_are_unique(termbase_of: Reader) -> None:
    lost: Losses = Losses()
    data = written(termbase_of("id,zh-Hans,en\n17,稀土,a\n17,磁体,b\nx y,钐,c\n锑1,锑,d\n"), lost)
    etree = pytest.importorskip("lxml.etree")
    ids = [entry.get("id") for entry in etree.fromstring(data).iter("{*}conceptEntry")]
    assert ids == ["c-17", "c-17-", "c-x-y", "锑1"]
    assert lost["ids that XML does not allow (changed)"] == 3


def test_a_character_that_xml_cannot_hold_is_left_out(termbase_of: Reader) -> None:
    lost: Losses = Losses()
    assert texts(written(termbase_of("id,zh-Hans,en,note\nA1,稀\x02土,a,b\n"), lost), ".//term")[0] == "稀土"
    assert lost["control characters"] == 1


def test_a_concept_without_terms_is_left_out(termbase_of: Reader) -> None:
    lost = Losses()
    data = written(termbase_of("id,zh-Hans,en\nA1,,\nA2,稀土,\n"), lost)
    assert (len(texts(data, ".//term")), lost["concepts without a term"]) == (1, 1)


def test_there_must_be_a_concept() -> None:
    nameless = Termbase((Concept(id="A1", terms=(), location=Location("g.csv")),))
    with pytest.raises(InvalidSettings, match="no concept is left to export"):
        written(nameless)


def test_the_file_is_valid(termbase_of: Reader, failures_of: Callable[[bytes], list[str]]) -> None:
    assert failures_of(written(termbase_of(HEADER + FULL))) == []


def test_the_validator_can_fail(failures_of: Callable[[bytes], list[str]], corpora: Path) -> None:
    golden = (corpora / "examples" / "basic_dca.tbx").read_bytes()
    assert failures_of(golden) == []
    assert failures_of(golden.replace(b"preferredTerm-admn-sts", b"preferred", 1)) != []  # the dialect
    assert failures_of(golden.replace(b"<term>", b"<term><term>x</term>", 1)) != []  # the core


def test_it_says_what_the_golden_file_says(termbase_of: Reader, corpora: Path) -> None:
    etree = pytest.importorskip("lxml.etree")
    found = termbase_of(
        "id,subject_field,zh-Hans,en,en:deprecated,part_of_speech\n"
        "c-export-control,trade,出口管制,export control,export restraint,noun\n"
    )
    ours, golden = (
        etree.fromstring(data) for data in (written(found), (corpora / "examples" / "min_dca.tbx").read_bytes())
    )

    def skeleton(root: Any) -> list[tuple[str, ...]]:  # noqa: ANN401  lxml carries no types
        """Return what both files have categories for: entries, languages, terms, statuses."""
        wanted = ("conceptEntry", "langSec", "termSec", "term", "termNote", "descrip")
        return [
            (element.tag, (element.text or "").strip(), *sorted(element.attrib.values()))
            for element in root.find(".//{*}body").iter(*(f"{{*}}{name}" for name in wanted))
            if element.get("type") != "partOfSpeech"  # the golden file leaves it out where the term is wrong
        ]

    assert skeleton(ours) == skeleton(golden)

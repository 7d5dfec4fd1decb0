"""Tables: what is read, what is reported, and that what is written reads the same."""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.concept import AdministrativeStatus, Concept, Enforcement, Standing, Term, Termbase
from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.formats import table
from zhengming.termbase.language import parse
from zhengming.termbase.position import Location

if TYPE_CHECKING:
    from collections.abc import Callable

GLOSSARY = """\
id,subject_field,zh-Hans,en,en:admitted,en:deprecated,part_of_speech,status,check,definition,note,source,confidence
EC001,control,出口管制,export control,,export restriction | exit control {unseen},noun,approved,strict,"Licensing, not a ban","“Controls” for measures",Export Control Law,attested-official
EC002,control,规避,circumvent,evade,,verb,proposed,soft,,,,
"""  # noqa: E501


def read(data: bytes, path: str = "glossary.csv") -> Termbase:
    return table.read(data, path, lambda problem: pytest.fail(problem.message))


def test_a_row_is_a_concept() -> None:
    control, evasion = read(GLOSSARY.encode())
    assert (control.id, control.subject_field, control.part_of_speech) == ("EC001", "control", "noun")
    assert (control.status, control.check) == (Standing.APPROVED, Enforcement.STRICT)
    assert (evasion.status, evasion.check) == (Standing.PROPOSED, Enforcement.SOFT)
    assert control.definition == "Licensing, not a ban"
    assert str(evasion.location) == "glossary.csv:3:1"
    assert [f"{t.language} {t.text} {t.status.value}" for t in control.terms] == [
        "zh-Hans 出口管制 preferred",
        "en export control preferred",
        "en export restriction deprecated",
        "en exit control deprecated",
    ]
    assert control.terms[3].labels == {"unseen"}


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + GLOSSARY.encode(),
        GLOSSARY.encode("utf-16"),
        codecs.BOM_UTF16_BE + GLOSSARY.encode("utf-16-be"),
        GLOSSARY.replace("\n", "\r\n").encode(),
    ],
    ids=["UTF-8 with BOM", "UTF-16", "UTF-16BE", "CRLF"],
)
def test_encodings_and_line_ends_make_no_difference(data: bytes) -> None:
    assert read(data).concepts == read(GLOSSARY.encode()).concepts


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_tabs_and_semicolons_separate_too(delimiter: str) -> None:
    [concept] = read("id,zh-Hans,en\nRE001,稀土,rare earths\n".replace(",", delimiter).encode())
    assert [term.text for term in concept.terms] == ["稀土", "rare earths"]


def test_a_row_after_a_cell_of_two_lines_has_its_own_line() -> None:
    first, second = read('id,zh-Hans,en,note\nA1,稀土,rare earths,"one\ntwo"\nA2,磁体,magnet,\n'.encode())
    assert first.note == "one\ntwo"
    assert str(second.location) == "glossary.csv:4:1"


def test_empty_rows_are_passed_over() -> None:
    assert [concept.id for concept in read("id,zh-Hans,en\n\nA1,稀土,rare earths\n,,\n".encode())] == ["A1"]


def test_unknown_columns_are_kept() -> None:
    [concept] = read("id,zh-Hans,Owner\nA1,稀土,Li Wei\n".encode())
    assert concept.others == (("Owner", "Li Wei"),)
    assert table.write([concept]).splitlines()[0].endswith("confidence,Owner")
    assert table.write([concept]).splitlines()[1].endswith(",Li Wei")


def test_a_column_that_another_concept_has_is_left_empty() -> None:
    [one] = read("id,zh-Hans,Owner\nA1,稀土,Li Wei\n".encode())
    [other] = read("id,zh-Hans\nA2,磁体\n".encode())
    assert table.write([one, other]).splitlines()[2].endswith(",")


def test_regional_columns_stand_beside_their_language_s() -> None:
    concepts = read("id,zh-Hans,en,zh-Hant-TW\nA1,稀土,rare earths,\nA2,氧化锑,antimony oxide,氧化銻\n".encode())
    assert table.write(concepts).startswith("id,subject_field,zh-Hans,zh-Hant-TW,en,")


def test_the_first_value_of_an_admitted_cell_is_admitted() -> None:
    [concept] = read("id,zh-Hans,en,en:admitted\nA1,规避,circumvent,evade | dodge\n".encode())
    assert [t.text for t in concept.terms if t.status is AdministrativeStatus.ADMITTED] == ["evade", "dodge"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "id,zh-Hans,en\nA1,稀土\n",
            "2:1: G005 2 cells in a row of a table with 3 columns; quote cells that hold a comma",
        ),
        ("id,zh-Hans,en,en\nA1,稀土,a,b\n", "1:1: G005 two columns are named “en”; the second is ignored"),
        ("id,zh-Hans,definiton\nA1,稀土,x\n", "1:1: G005 unknown column “definiton”; did you mean “definition”?"),
        ("id,zh-Hans,enn\nA1,稀土,x\n", "1:1: G005 unknown column “enn”; did you mean “en”?"),
        ("id,zh-Hans,EN\nA1,稀土,x\n", "1:1: G005 unknown column “EN”; did you mean “en”?"),
        (
            "id,zh-Hans,eng:admitted\nA1,稀土,x\n",
            "1:1: G005 unknown column “eng:admitted”; did you mean “en:admitted”?",
        ),
        ("id,en,CHT\nA1,rare earths,x\n", "1:1: G005 unknown column “CHT”; did you mean “zh-Hant”?"),
        ("id,zh-Hans\n,稀土\n", "2:1: G005 no id; each concept needs one that never changes"),
        ("id,zh-Hans,status\nA1,稀土,aproved\n", "2:1: G005 “aproved” is none of approved, proposed"),
        ("id,zh-Hans,check\nA1,稀土,hard\n", "2:1: G005 “hard” is none of strict, soft, off"),
        ("id,en\nA1,a | | b\n", "2:1: G005 en: an empty value beside a “|”; leave the bar out"),
    ],
)
def test_what_is_malformed_is_reported(faults_of: Callable[[str], list[str]], text: str, problem: str) -> None:
    assert faults_of(text) == [problem]


def test_what_is_no_policy_demands_nothing() -> None:
    [concept] = table.read(b"id,en,status,check\nA1,a,sure,hard\n", "g.csv", lambda _: None)
    assert (concept.status, concept.check) == (Standing.PROPOSED, Enforcement.OFF)


def test_without_a_column_of_ids_lines_are_the_names() -> None:
    assert [concept.id for concept in read("zh-Hans,en\n稀土,rare earths\n".encode(), "book/house.csv")] == [
        "house:line-2"
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("id,zh-Hans\nA1,氧化锑\n".encode("gb18030"), "glossary.csv:2:4: not UTF-8 text; save it as UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "glossary.csv:1:1: not UTF-16 text; save it as UTF-8"),
        (b'id,en\nA1,"open\n', "glossary.csv:2:1: not a table: unexpected end of data"),
        (b'id,en\nA1,"a"b\n', "glossary.csv:2:1: not a table: ',' expected after '\"'"),
    ],
)
def test_what_is_no_table_is_no_termbase(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    assert str(caught.value) == message


@pytest.mark.parametrize("data", [b"", b"id,note\nA1,x\n"])
def test_a_table_without_a_language_is_no_termbase(data: bytes) -> None:
    with pytest.raises(InvalidSettings, match=r"^glossary.csv:1:1: no column is named for a language"):
        read(data)


TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"), exclude_characters="{}|"), min_size=1)
PROSE = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\x00"), max_size=20).map(str.strip)
LABELS = st.frozensets(st.sampled_from(["case", "unseen", "soft", "GB"]), max_size=2)


@st.composite
def _terms(draw: st.DrawFn) -> tuple[Term, ...]:
    """Draw terms as a table holds them: by language, the preferred one first and only one."""
    terms: list[Term] = []
    for tag in (parse("zh-Hans"), parse("en")):
        assert tag is not None
        preferred, *more = AdministrativeStatus
        terms += [Term(draw(TEXT), tag, preferred, draw(LABELS)) for _ in range(draw(st.integers(0, 1)))]
        for status in more:
            terms += [Term(draw(TEXT), tag, status, draw(LABELS)) for _ in range(draw(st.integers(0, 2)))]
    return tuple(terms)


@given(
    st.lists(
        st.builds(
            Concept,
            id=TEXT,
            terms=_terms(),
            location=st.just(Location("g.csv")),
            subject_field=PROSE,
            part_of_speech=PROSE,
            status=st.sampled_from(Standing),
            check=st.sampled_from(Enforcement),
            definition=PROSE,
            note=PROSE,
            source=PROSE,
            confidence=PROSE,
            others=PROSE.map(lambda cell: (("Owner", cell),)),
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(",\t"),
)
def test_what_is_written_reads_the_same(concepts: list[Concept], delimiter: str) -> None:
    # The columns stand in the order of the first concept's languages, and so do the terms when they are read again.
    [first] = read("id,zh-Hans,en,Owner\n~,稀土,rare earths,\n".encode(), "g.csv")
    written = table.write([first, *concepts], delimiter)
    found = table.read(written.encode(), "g.csv", lambda problem: pytest.fail(problem.message))
    assert [replace(concept, location=Location("g.csv")) for concept in found][1:] == concepts
    assert table.write(found, delimiter) == written


def test_what_is_called_like_a_language_of_somewhere_is_kept_and_no_fault() -> None:
    names = ("No", "ID", "CAS", "key", "pos", "url", "TW", "see", "gen", "eng")
    [concept] = read(f"id,zh-Hans,en,{','.join(names)}\nA1,稀土,rare earths{',7' * len(names)}\n".encode())
    assert [term.text for term in concept.terms] == ["稀土", "rare earths"]
    assert concept.others == tuple((name, "7") for name in names)


def test_a_language_that_few_write_reads_the_same_again() -> None:
    [concept] = read("id,zh-Hans,kab,kab:deprecated\nA1,稀土,akal,\n".encode())
    assert [str(term.language) for term in concept.terms] == ["zh-Hans", "kab"]
    [again] = read(table.write([concept]).encode())
    assert again.terms == concept.terms

"""memoQ's CSV becomes concepts."""

from __future__ import annotations

import pytest

from zhengming.termbase.formats import memoq_reader
from zhengming.termbase.formats.source import Gathered, Wanted
from zhengming.termbase.formats.sources import source_of

HEADER = (
    "Entry_ID;Entry_Subject;Entry_Domain;Entry_ClientID;Entry_ProjectID;Entry_Created;Entry_Creator;"
    "Entry_LastModified;Entry_Modifier;Entry_Note;Chinese_PRC_Def;Chinese_PRC;Term_Info;"
    "English_United_States_Def;English_United_States;Term_Info;English_United_States;Term_Info\n"
)
ROW = "1;trade;;;;10/9/2025 8:00:00 AM;li;;;{note};许可文件;许可证;;a permit;license;{first};allowance;{second}\n"


def read(first: str = "", second: str = "", note: str = "", delimiter: str = ";") -> Gathered:
    text = (HEADER + ROW.format(first=first, second=second, note=note)).replace(";", delimiter)
    return memoq_reader.read(text.encode("utf-8-sig"), "g.csv", Wanted())


def shown(found: Gathered) -> list[str]:
    [concept] = found.concepts
    return [f"{term.language} {term.text} {term.status.value}" for term in concept.terms]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_an_entry_is_a_row(delimiter: str) -> None:
    found = read(delimiter=delimiter)
    assert shown(found) == [
        "zh-Hans 许可证 preferred",
        "en-US license preferred",
        "en-US allowance admitted",
    ]
    [concept] = found.concepts
    assert (concept.id, concept.subject_field, concept.definition) == ("1", "trade", "许可文件 | a permit")


@pytest.mark.parametrize(
    ("info", "status"),
    [
        ("Forbidden", "deprecated"),
        ("CaseInsense Forbidden", "deprecated"),
        ("Forbidden=False", "admitted"),
        ("Fuzzy", "admitted"),
    ],
)
def test_a_term_that_is_forbidden(info: str, status: str) -> None:
    assert shown(read(second=info))[1:] == ["en-US license preferred", f"en-US allowance {status}"]


def test_a_term_whose_case_counts() -> None:
    [concept] = read(first="CaseSensitive").concepts
    assert [sorted(term.labels) for term in concept.terms] == [[], ["case"], []]


def test_a_note_of_ours_tells_id_and_wrong_terms() -> None:
    found = read(note="✗ permission · proposed · see EAR · EC003")
    assert shown(found)[3:] == ["en-US permission deprecated"]
    [concept] = found.concepts
    assert (concept.id, concept.note, concept.status.value) == ("EC003", "see EAR", "proposed")


def test_it_is_known_by_its_first_column() -> None:
    assert source_of("g.csv", HEADER.encode()).name == "memoQ CSV"
    assert source_of("g.csv", HEADER.encode("utf-16")).name == "memoQ CSV"

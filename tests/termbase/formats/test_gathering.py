"""Rows of somebody else's table become concepts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.formats.gathering import gathered
from zhengming.termbase.formats.headers import roles
from zhengming.termbase.formats.source import Gathered, Sides
from zhengming.termbase.formats.table_reader import text_rows
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from zhengming.termbase.concept import Concept


@pytest.fixture
def gather() -> Callable[[str], Gathered]:
    def read(text: str) -> Gathered:
        first, *rows = text_rows(text, "list.csv")
        return gathered(rows, first.cells, roles(first.cells, {}, Sides(Tag("zh", "Hans"), Tag("en"))))

    return read


def shown(concept: Concept) -> list[str]:
    return [f"{term.text} {term.status.value}" for term in concept.terms]


Gather = Callable[[str], Gathered]


def test_a_row_more_is_a_synonym(gather: Gather) -> None:
    found = gather("Chinese,English\n许可证,license\n稀土,rare earths\n许可证,permit\n")
    assert [shown(concept) for concept in found.concepts] == [
        ["许可证 preferred", "license preferred", "permit admitted"],
        ["稀土 preferred", "rare earths preferred"],
    ]
    assert [[row.place for row in rows] for rows in found.rows] == [["line 2", "line 4"], ["line 3"]]
    assert found.rejected == []


def test_a_row_repeated_adds_nothing(gather: Gather) -> None:
    found = gather("Chinese,English\n许可证,license\n许可证,license\n")
    assert shown(found.concepts[0]) == ["许可证 preferred", "license preferred"]


def test_a_cell_may_hold_synonyms(gather: Gather) -> None:
    found = gather('Chinese,English\n许可证,"license; permit；authorization"\n元/吨,"1,4-butanediol"\n')
    assert shown(found.concepts[0])[1:] == ["license preferred", "permit admitted", "authorization admitted"]
    assert shown(found.concepts[1])[1:] == ["1,4-butanediol preferred"]


def test_a_second_column_of_a_language_too(gather: Gather) -> None:
    found = gather("Chinese,English,English 2\n许可证,license,permit\n")
    assert shown(found.concepts[0])[1:] == ["license preferred", "permit admitted"]


def test_homonyms_stay_apart(gather: Gather) -> None:
    text = (
        "Chinese,English,Domain\n负极,anode,batteries\n负极,cathode,electrolysis\n负极,negative electrode,batteries\n"
    )
    assert [shown(concept) for concept in gather(text).concepts] == [
        ["负极 preferred", "anode preferred", "negative electrode admitted"],
        ["负极 preferred", "cathode preferred"],
    ]


def test_rows_of_one_id_are_one_concept(gather: Gather) -> None:
    found = gather("ID,Chinese,English\n7,许可证,license\n7,执照,permit\n")
    assert [shown(concept) for concept in found.concepts] == [
        ["许可证 preferred", "license preferred", "执照 admitted", "permit admitted"]
    ]


def test_rows_of_one_id_must_not_contradict_each_other(gather: Gather) -> None:
    found = gather("ID,Chinese,English,Definition\n7,许可证,license,a permit\n7,执照,permit,a paper\n")
    assert [(one.row.place, one.reason) for one in found.rejected] == [
        ("line 3", "definition is not that of line 2, which has the same id")
    ]


def test_what_only_one_row_says_holds_for_all(gather: Gather) -> None:
    text = (
        "Chinese,English,Definition,Notes,Reference,POS,Status,check,confidence\n"
        "许可证,license,,US,EAR,,approved,strict,\n"
        "许可证,licence,a permit,GB,ECO,Noun,approved,soft,attested\n"
    )
    [concept] = gather(text).concepts
    assert (concept.definition, concept.note, concept.source) == ("a permit", "US | GB", "EAR | ECO")
    assert (concept.part_of_speech, concept.confidence) == ("noun", "attested")
    assert (concept.status.value, concept.check.value) == ("approved", "soft")


@pytest.mark.parametrize(
    ("status", "standing"), [("Approved", "approved"), ("已审核", "approved"), ("", "proposed"), ("new", "proposed")]
)
def test_a_concept_is_proposed_unless_the_table_says_otherwise(gather: Gather, status: str, standing: str) -> None:
    [concept] = gather(f"Chinese,English,Status\n许可证,license,{status}\n").concepts
    assert concept.status.value == standing


def test_one_row_that_is_only_proposed_makes_the_concept_so(gather: Gather) -> None:
    [concept] = gather("Chinese,English,Status\n许可证,license,approved\n许可证,permit,new\n").concepts
    assert concept.status.value == "proposed"


def test_a_forbidden_row_deprecates_the_translation_not_the_word(gather: Gather) -> None:
    [concept] = gather("Chinese,English,Forbidden\n许可证,license,\n许可证,allowance,TRUE\n").concepts
    assert shown(concept) == ["许可证 preferred", "license preferred", "allowance deprecated"]


def test_rows_that_cannot_be_taken_say_why(gather: Gather) -> None:
    found = gather("Chinese,English\n,orphan\n\n许可证\n执照,lic{x\n丁醇,1,4-butanediol\n")
    assert [(one.row.place, one.row.cells, one.reason) for one in found.rejected] == [
        ("line 2", ["", "orphan"], "no term in two languages"),
        ("line 4", ["许可证"], "no term in two languages"),
        ("line 5", ["执照", "lic{x"], "“lic{x”: braces hold labels at the end of a term, as in “licence {GB}”"),
        (
            "line 6",
            ["丁醇", "1", "4-butanediol"],
            "more cells than the table has columns; quote cells that hold a comma",
        ),
    ]
    assert found.concepts == []


def test_two_scripts_are_no_two_languages(gather: Gather) -> None:
    assert len(gather("简体中文,繁體中文\n许可证,許可證\n").rejected) == 1

"""glossary.csv: the terms that are installed with the tool keep to the rules that it sets for others."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from zhengming.termbase.check import Severity
from zhengming.termbase.checks import CHECKS
from zhengming.termbase.concept import AdministrativeStatus, Standing, Termbase
from zhengming.termbase.formats import table
from zhengming.termbase.formats.columns import cell_of, column
from zhengming.termbase.ids import order

PATH = Path(__file__).parent.parent / "glossary.csv"
#: Seen in Chinese and in English; whatever else a row is called, it is not approved.
ATTESTED = {"attested-official", "attested-secondary"}
CONFIDENCES = {*ATTESTED, "general-knowledge"}
PARTS_OF_SPEECH = {"noun", "verb", "adjective", "adverb", "other"}
WEB = re.compile(r"https?:|www\.|\b[\w-]+\.(com|org|net|cn|gov|html?)\b", re.IGNORECASE)
FEWEST = 900


@pytest.fixture(scope="module")
def glossary() -> Termbase:
    return table.read(
        PATH.read_bytes(), PATH.name, lambda problem: pytest.fail(f"{problem.location}: {problem.message}")
    )


@pytest.fixture(scope="module")
def cells() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(PATH.read_text(encoding="utf-8"), newline="")))


def test_it_is_filled(glossary: Termbase) -> None:
    assert len(glossary) >= FEWEST


def test_our_own_checks_find_nothing(glossary: Termbase) -> None:
    issues = (issue for check in CHECKS for issue in check.examine(glossary))
    assert [f"{i.location}: {i.check.code} {i.message}" for i in issues if i.severity > Severity.NEUTRAL] == []


def test_rows_are_sorted_by_id_and_ids_unique(glossary: Termbase) -> None:
    ids = [concept.id for concept in glossary]
    assert ids == sorted(set(ids), key=order)


def test_every_id_has_the_same_shape(glossary: Termbase) -> None:
    assert [concept.id for concept in glossary if not re.fullmatch(r"[A-Z]{2}\d{3}", concept.id)] == []


def test_only_what_is_attested_on_both_sides_is_approved(glossary: Termbase) -> None:
    approved = [concept for concept in glossary if concept.status is Standing.APPROVED]
    assert [concept.id for concept in approved if concept.confidence not in ATTESTED] == []
    assert [concept.id for concept in approved if not concept.source] == []
    assert approved


def test_words_from_a_closed_list_are_on_it(glossary: Termbase) -> None:
    assert {concept.confidence for concept in glossary} <= CONFIDENCES
    assert {concept.part_of_speech for concept in glossary} <= PARTS_OF_SPEECH


def test_every_concept_has_one_preferred_term_in_each_language(glossary: Termbase) -> None:
    def preferred(language: str) -> dict[str, int]:
        counts = {
            concept.id: sum(
                str(term.language) == language and term.status is AdministrativeStatus.PREFERRED
                for term in concept.terms
            )
            for concept in glossary
        }
        return {concept_id: count for concept_id, count in counts.items() if count != 1}

    assert preferred("zh-Hans") == {}
    assert preferred("en") == {}


def test_every_concept_is_explained(glossary: Termbase) -> None:
    assert [concept.id for concept in glossary if not concept.definition or not concept.subject_field] == []


def test_sources_are_named_and_not_linked(cells: list[dict[str, str]]) -> None:
    found = [f"{row['id']} {name}: {cell}" for row in cells for name, cell in row.items() if WEB.search(cell)]
    assert found == []


def test_labels_are_those_that_mean_something(glossary: Termbase) -> None:
    known = {"case", "unseen", "soft", "compound"}  # compound: what names a compound of the element, not the element
    labels = {label for concept in glossary for term in concept.terms for label in term.labels}
    assert {label for label in labels - known if not re.fullmatch(r"[A-Z]{2}", label)} == set()


def test_what_is_read_is_what_is_written(glossary: Termbase, cells: list[dict[str, str]]) -> None:
    for concept, row in zip(glossary, cells, strict=True):
        for name, cell in row.items():
            if (of := column(name)) is not None:
                terms = [t for t in concept.terms if (t.language, t.status) == of]
                assert cell_of(terms) == cell, f"{concept.id} {name}"
            else:
                value = getattr(concept, name)
                assert getattr(value, "value", value) == cell, f"{concept.id} {name}"


def test_it_survives_a_round_trip(glossary: Termbase) -> None:
    again = table.read(table.write(glossary).encode(), PATH.name, lambda problem: pytest.fail(problem.message))
    # The columns of two regions may change places, and with them their terms.
    assert [set(concept.terms) for concept in again] == [set(concept.terms) for concept in glossary]


def test_the_file_is_plain(cells: list[dict[str, str]]) -> None:
    data = PATH.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    out = io.StringIO()
    writer = csv.DictWriter(out, list(cells[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells)
    assert out.getvalue().encode() == data  # quoted only where needed, so that a changed row is one changed line

"""A cell changed, and no byte of the others."""

from __future__ import annotations

import codecs

import pytest

from zhengming.termbase.concept import AdministrativeStatus, Standing, Term
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats import table
from zhengming.termbase.formats.amendment import Amendment, amended
from zhengming.termbase.language import Tag

EN = Tag("en")
TABLE = (
    "id,zh-Hans,en,en:admitted,en:deprecated,status,house\r\n"
    'EC001,"出口管制","export control",,export restriction | export curb {unseen},approved,"a, b"\r\n'
    '"CP009",氧化锑,antimony oxide,,,approved,\r\n'
    "\r\n"
    "MG005,稀土永磁体,rare-earth permanent magnet,rare earth magnet,,,"
)


def term(text: str, status: str) -> Term:
    return Term(text, EN, AdministrativeStatus(status))


def changed(*amendments: Amendment, content: bytes = TABLE.encode()) -> str:
    return amended(content, "glossary.csv", amendments).decode()


def test_only_the_cell_is_written_anew() -> None:
    new = changed(Amendment("CP009", (term("oxide of antimony", "admitted"),)))
    assert new == TABLE.replace("antimony oxide,,", "antimony oxide,oxide of antimony,")


def test_a_deprecated_term_that_is_admitted_is_deprecated_no_more() -> None:
    row = changed(Amendment("EC001", (term("export restriction", "admitted"),))).split("\r\n")[1]
    assert row == 'EC001,"出口管制","export control",export restriction,export curb {unseen},approved,"a, b"'


def test_an_admitted_term_that_is_deprecated_is_admitted_no_more() -> None:
    new = changed(Amendment("MG005", (term("rare earth magnet", "deprecated"),)))
    assert new.endswith("\r\nMG005,稀土永磁体,rare-earth permanent magnet,,rare earth magnet,,")


def test_what_the_row_says_already_changes_nothing() -> None:
    assert changed(Amendment("MG005", (term("rare earth magnet", "admitted"),))) == TABLE


def test_the_standing_changes_with_it() -> None:
    new = changed(Amendment("CP009", status=Standing.PROPOSED))
    assert '"CP009",氧化锑,antimony oxide,,,proposed,\r\n' in new


def test_without_a_column_for_admitted_terms_they_stand_behind_the_preferred() -> None:
    new = changed(Amendment("A1", (term("curb", "admitted"),)), content="id,zh-Hans,en\nA1,限制,restriction\n".encode())
    assert new == "id,zh-Hans,en\nA1,限制,restriction | curb\n"


@pytest.mark.parametrize(
    ("amendment", "problem"),
    [
        (Amendment("XX001"), "glossary.csv: no row has the id “XX001”; add the concept first"),
        (Amendment("A1", (term("curb", "deprecated"),)), "glossary.csv:1:1: no column “en:deprecated” for “curb”"),
        (Amendment("A1", status=Standing.PROPOSED), "glossary.csv:1:1: no column “status” for “proposed”; add one"),
    ],
)
def test_what_cannot_be_written_is_said(amendment: Amendment, problem: str) -> None:
    with pytest.raises(InvalidSettings) as error:
        changed(amendment, content="id,zh-Hans,en\nA1,限制,restriction\n".encode())
    assert str(error.value).startswith(problem)


def test_mark_and_encoding_stay() -> None:
    content = codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le")
    new = amended(content, "glossary.csv", [Amendment("CP009", (term("oxide of antimony", "admitted"),))])
    assert new.startswith(codecs.BOM_UTF16_LE)
    concept = table.read(new, "glossary.csv", lambda _: None).get("CP009")
    assert concept is not None
    assert [one.text for one in concept.allowed(EN)] == ["antimony oxide", "oxide of antimony"]

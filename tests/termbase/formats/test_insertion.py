"""A new row in somebody's table: in its place, and not another byte."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.concept import AdministrativeStatus, Concept, Enforcement, Standing, Term
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats import table
from zhengming.termbase.formats.insertion import inserted
from zhengming.termbase.ids import order
from zhengming.termbase.language import Tag
from zhengming.termbase.position import Location

PREFERRED, ADMITTED, DEPRECATED = AdministrativeStatus
HANS, EN = Tag("zh", "Hans"), Tag("en")
GLOSSARY = (
    'id,zh-Hans,en,en:deprecated,note\nEC001,出口管制,"export control",,"two\nlines"\nEC010,"稀土",rare earths,,\n'
)


def concept(concept_id: str, *terms: Term, note: str = "", **more: Standing | Enforcement) -> Concept:
    named = terms or (Term("抛光粉", HANS, PREFERRED), Term("polishing powder", EN, PREFERRED))
    status, check = more.get("status", Standing.APPROVED), more.get("check", Enforcement.STRICT)
    assert isinstance(status, Standing)
    assert isinstance(check, Enforcement)
    return Concept(id=concept_id, terms=named, location=Location("g.csv"), note=note, status=status, check=check)


def added(text: str, *concepts: Concept, encoding: str = "utf-8") -> str:
    return inserted(text.encode(encoding), "g.csv", concepts).decode(encoding)


def test_a_row_goes_where_its_id_sorts() -> None:
    row = "EC002,抛光粉,polishing powder,,\n"
    assert added(GLOSSARY, concept("EC002")) == GLOSSARY.replace("EC010", row + "EC010")


@pytest.mark.parametrize(("concept_id", "before"), [("AA001", "EC001"), ("EC009", "EC010")])
def test_quoting_of_other_rows_stays(concept_id: str, before: str) -> None:
    row = f"{concept_id},抛光粉,polishing powder,,\n"
    assert added(GLOSSARY, concept(concept_id)) == GLOSSARY.replace(before, row + before)


def test_the_last_row_is_at_the_end() -> None:
    assert added(GLOSSARY, concept("ZZ001")) == GLOSSARY + "ZZ001,抛光粉,polishing powder,,\n"


def test_a_file_without_a_last_line_end_gets_none() -> None:
    text = GLOSSARY.removesuffix("\n")
    assert added(text, concept("ZZ001")) == text + "\nZZ001,抛光粉,polishing powder,,"
    assert added(text, concept("AA001")).endswith("rare earths,,")


def test_line_ends_delimiters_and_byte_order_marks_stay() -> None:
    text = "id\tzh-Hans\ten\r\nEC001\t稀土\trare earths\r\n"
    for encoding, mark in (
        ("utf-8-sig", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", b"\xfe\xff"),
    ):
        plain = encoding.removesuffix("-sig")
        data = inserted(mark + text.encode(plain), "g.csv", [concept("AA001")])
        row = "AA001\t抛光粉\tpolishing powder\r\n"
        assert data == mark + text.replace("EC001", row + "EC001").encode(plain)


def test_in_an_unsorted_table_a_row_goes_to_its_kind() -> None:
    text = "id,zh-Hans,en\nRE002,乙,b\nEC001,甲,a\nRE001,丙,c\nEC005,丁,d\n"
    assert added(text, concept("EC003")).splitlines()[3].startswith("EC003")
    assert added(text, concept("EC009")).splitlines()[5].startswith("EC009")
    assert added(text, concept("AA001")).splitlines()[1].startswith("AA001")


def test_several_rows_at_once_are_sorted() -> None:
    found = added(GLOSSARY, concept("EC011"), concept("EC003"), concept("EC002")).splitlines()
    assert [line[:5] for line in found] == ["id,zh", "EC001", "lines", "EC002", "EC003", "EC010", "EC011"]


def test_a_table_without_ids_grows_at_its_end() -> None:
    with pytest.raises(InvalidSettings, match=r"g\.csv: no column “id” for “X1”; add one to the first line"):
        added("zh-Hans,en\n稀土,rare earths\n", concept("X1"))


def test_cells_that_need_it_are_quoted() -> None:
    found = added(GLOSSARY, concept("ZZ001", note='see “a”, "b"'))
    assert found.endswith('ZZ001,抛光粉,polishing powder,,"see “a”, ""b"""\n')


def test_a_note_of_two_lines_is_quoted() -> None:
    assert added(GLOSSARY, concept("ZZ001", note="one\ntwo")).endswith('ZZ001,抛光粉,polishing powder,,"one\ntwo"\n')


def test_admitted_terms_without_a_column_follow_the_preferred() -> None:
    terms = (Term("许可证", HANS, PREFERRED), Term("license", EN, PREFERRED), Term("permit", EN, ADMITTED))
    assert added(GLOSSARY, concept("ZZ001", *terms)).endswith("ZZ001,许可证,license | permit,,\n")


def test_the_column_of_a_region_takes_what_is_of_none_and_the_reverse() -> None:
    american = Term("license", Tag("en", "", "US"), PREFERRED, frozenset({"US"}))
    assert added(GLOSSARY, concept("ZZ001", american)).endswith("ZZ001,,license {US},,\n")


def test_an_exact_column_comes_before_a_near_one() -> None:
    american = Term("license", Tag("en", "", "US"), PREFERRED)
    assert added("id,en,en-US\n", concept("A1", american)) == "id,en,en-US\nA1,,license\n"


def test_what_has_no_column_is_refused() -> None:
    wrong = Term("执照", HANS, DEPRECATED)
    with pytest.raises(InvalidSettings, match=r"^g\.csv: no column “zh-Hans:deprecated” for “执照”; add one$"):
        added(GLOSSARY, concept("ZZ001", wrong))
    with pytest.raises(InvalidSettings, match=r"^g\.csv: no column “fr” for “licence”; add one$"):
        added(GLOSSARY, concept("ZZ001", Term("licence", Tag("fr"), PREFERRED)))
    with pytest.raises(InvalidSettings, match="no column “status” for “proposed”"):
        added(GLOSSARY, concept("ZZ001", status=Standing.PROPOSED))


def test_an_empty_table_has_no_columns() -> None:
    with pytest.raises(InvalidSettings, match="no column “id”"):
        added("", concept("ZZ001"))


@given(
    st.lists(st.from_regex(r"[A-D]{1,2}[0-9]{1,3}", fullmatch=True), unique=True, min_size=1, max_size=8),
    st.from_regex(r"E[0-9]{1,3}|A[0-9]{2}", fullmatch=True),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
def test_nothing_but_the_row_is_new(ids: list[str], new: str, ending: str, is_closed: bool) -> None:  # noqa: FBT001
    lines = ["id,zh-Hans,en", *(f'{name},"甲{ending}乙",a' for name in ids)]
    text = ending.join(lines) + (ending if is_closed else "")
    found = added(text, concept(new))
    row = f"{new},抛光粉,polishing powder"
    assert text in {found.replace(row + ending, ""), found.replace(ending + row, "")}
    assert sorted(c.id for c in table.read(found.encode(), "g.csv", lambda _: None)) == sorted([*ids, new])


def test_mixed_line_ends_leave_no_empty_row() -> None:
    text = "id,zh-Hans,en\r\nEC001,出口管制,export control\n"
    assert added(text, concept("ZZ001")) == text + "ZZ001,抛光粉,polishing powder\r\n"


@given(
    st.lists(st.from_regex(r"[A-C][0-9]{1,2}", fullmatch=True), unique=True, max_size=12),
    st.from_regex(r"[A-D][0-9]{1,2}", fullmatch=True),
)
def test_in_any_table_the_row_follows_the_last_smaller_id_of_its_kind(ids: list[str], new: str) -> None:
    text = "id,zh-Hans,en\n" + "".join(f"{name},甲,a\n" for name in ids)
    smaller = [i for i, name in enumerate(ids) if name[0] == new[0] and order(name) < order(new)]
    larger = [i for i, name in enumerate(ids) if order(name) > order(new)]
    wanted = smaller[-1] + 1 if smaller else min(larger, default=len(ids))
    lines = added(text, concept(new)).splitlines()[1:]
    assert lines.index(f"{new},抛光粉,polishing powder") == wanted

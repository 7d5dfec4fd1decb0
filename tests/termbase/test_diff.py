"""What differs between two versions of a termbase, concept by concept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.concept import AdministrativeStatus, Concept, Standing, Term, Termbase
from zhengming.termbase.diff import Change, FieldChange, Kind, TermChange, diff
from zhengming.termbase.language import Tag
from zhengming.termbase.position import Location

Reader = Callable[[str], Termbase]

HEADER = "id,subject_field,zh-Hans,en,en:admitted,en:deprecated,status,note,owner\n"
CONTROL = "EC001,law,出口管制,export control,,,approved,,\n"
EARTHS = "RE001,elements,稀土,rare earths,,,proposed,,\n"
PREFERRED, ADMITTED, DEPRECATED = AdministrativeStatus
EN = Tag("en")


@pytest.fixture
def differing(termbase_of: Reader) -> Callable[[str, str], list[Change]]:
    def differences(before: str, after: str) -> list[Change]:
        return diff(termbase_of(HEADER + before), termbase_of(HEADER + after))

    return differences


Differing = Callable[[str, str], list[Change]]


def test_rows_that_say_the_same_are_no_change(differing: Differing) -> None:
    assert differing(CONTROL + EARTHS, EARTHS + CONTROL) == []


def test_a_concept_is_added_or_removed_with_its_terms(differing: Differing) -> None:
    [added] = differing(CONTROL, CONTROL + EARTHS)
    assert (added.kind, added.before, added.concept.id) == (Kind.ADDED, None, "RE001")
    assert [one.after.text for one in added.terms if one.after is not None] == ["稀土", "rare earths"]
    [removed] = differing(CONTROL + EARTHS, EARTHS)
    assert (removed.kind, removed.after, removed.concept.id) == (Kind.REMOVED, None, "EC001")


def test_terms_come_go_and_change_their_standing(differing: Differing) -> None:
    after = CONTROL.replace("control,,,", "control,controls,export ban,")
    [change] = differing(CONTROL.replace("control,,,", "control,export ban,curb,"), after)
    assert change.kind is Kind.CHANGED
    assert change.terms == (
        TermChange(Term("curb", EN, DEPRECATED), None),
        TermChange(Term("export ban", EN, ADMITTED), Term("export ban", EN, DEPRECATED)),
        TermChange(None, Term("controls", EN, ADMITTED)),
    )


def test_a_label_is_a_change_and_the_order_of_admitted_terms_is_none(differing: Differing) -> None:
    one, other = (CONTROL.replace("control,,", f"control,{cell},") for cell in ("ban | curb", "curb | ban"))
    assert differing(one, other) == []
    [change] = differing(one, one.replace("curb", "curb {GB}"))
    gb = frozenset({"GB"})
    assert change.terms == (TermChange(Term("curb", EN, ADMITTED), Term("curb", EN, ADMITTED, gb)),)


def test_fields_change_those_without_a_meaning_too(differing: Differing) -> None:
    after = EARTHS.replace("elements", "metals").replace("proposed,,", "proposed,17 of them,ann")
    [change] = differing(EARTHS, after)
    assert change.fields == (
        FieldChange("subject_field", "elements", "metals"),
        FieldChange("note", "", "17 of them"),
        FieldChange("owner", "", "ann"),
    )


def test_an_approval_is_one_if_nothing_else_has_changed(differing: Differing) -> None:
    approved = EARTHS.replace("proposed", "approved")
    assert [change.kind for change in differing(EARTHS, approved)] == [Kind.APPROVED]
    assert [change.kind for change in differing(approved, EARTHS)] == [Kind.CHANGED]
    assert [change.kind for change in differing(EARTHS, approved.replace("earths,", "earths,REEs"))] == [Kind.CHANGED]
    assert [change.kind for change in differing(EARTHS, approved.replace("approved,", "approved,x"))] == [Kind.CHANGED]


def test_a_concept_with_another_id_is_known_by_its_terms(differing: Differing) -> None:
    [change] = differing(CONTROL + EARTHS, CONTROL + EARTHS.replace("RE001", "RE005"))
    assert change.fields == (FieldChange("id", "RE001", "RE005"),)


def test_ids_that_are_exchanged_change_both(differing: Differing) -> None:
    after = CONTROL.replace("EC001", "RE001") + EARTHS.replace("RE001", "EC001")
    changes = differing(CONTROL + EARTHS, after)
    assert [(change.terms, change.fields) for change in changes] == [
        ((), (FieldChange("id", "RE001", "EC001"),)),
        ((), (FieldChange("id", "EC001", "RE001"),)),
    ]


def test_a_concept_that_has_only_its_id_in_common_is_changed(differing: Differing) -> None:
    [change] = differing(EARTHS, EARTHS.replace("稀土,rare earths", "稀土金属,rare-earth metals"))
    texts = [(one.before.text, one.after.text) for one in change.terms if one.before and one.after]
    assert texts == [("稀土", "稀土金属"), ("rare earths", "rare-earth metals")]


def test_rows_without_ids_are_known_by_their_terms(termbase_of: Reader) -> None:
    before = termbase_of("zh-Hans,en\n稀土,rare earths\n出口管制,export control\n")
    after = termbase_of("zh-Hans,en\n出口管制,export control\n稀土,rare earths | REEs\n")
    assert [change.terms for change in diff(before, after)] == [(TermChange(None, Term("REEs", EN, ADMITTED)),)]


def test_a_concept_of_one_language_is_known_by_its_name(differing: Differing) -> None:
    before, after = "X1,law,,licence,,,approved,,\n", "X2,law,,licence,,,approved,,\n"
    assert [change.fields[0] for change in differing(before, after)] == [FieldChange("id", "X1", "X2")]


def test_concepts_that_share_an_id_are_told_apart(differing: Differing) -> None:
    other = EARTHS.replace("RE001", "EC001")
    [change] = differing(CONTROL + other, other + CONTROL.replace("approved", "proposed"))
    assert change.concept.terms[0].text == "出口管制"


def test_changes_come_in_the_order_of_ids(differing: Differing) -> None:
    rows = [f"C{number},law,词{number},word {number},,,approved,,\n" for number in (10, 2, 1)]
    assert [change.concept.id for change in differing("", "".join(rows))] == ["C1", "C2", "C10"]


TERMS = st.lists(
    st.builds(
        Term,
        st.sampled_from(["稀土", "磁粉", "rare earths", "magnet"]),
        st.sampled_from([EN, Tag("zh", "Hans")]),
        st.sampled_from(AdministrativeStatus),
    ),
    max_size=4,
).map(tuple)
CONCEPTS = st.lists(
    st.builds(
        Concept,
        id=st.sampled_from(["A1", "A2", "B1", "g:line-3"]),
        terms=TERMS,
        location=st.just(Location("g.csv")),
        status=st.sampled_from(Standing),
        note=st.sampled_from(["", "x"]),
    ),
    max_size=5,
)


@given(CONCEPTS)
def test_a_termbase_does_not_differ_from_itself(concepts: list[Concept]) -> None:
    assert diff(concepts, concepts) == []


@given(CONCEPTS, CONCEPTS)
def test_every_concept_is_matched_once(before: list[Concept], after: list[Concept]) -> None:
    changes = diff(before, after)
    olds = [change.before for change in changes if change.before is not None]
    news = [change.after for change in changes if change.after is not None]
    assert len(before) - len(olds) == len(after) - len(news)  # those left are the same on both sides
    assert all(olds.count(one) <= before.count(one) for one in olds)
    assert all(news.count(one) <= after.count(one) for one in news)


@given(CONCEPTS, CONCEPTS)
def test_the_changes_applied_to_the_one_give_the_other(before: list[Concept], after: list[Concept]) -> None:
    changed = [change for change in diff(before, after) if change.before and change.after]
    for change in changed:
        assert change.before is not None
        assert change.after is not None
        terms = list(change.before.terms)
        for one in change.terms:
            if one.before is not None:
                terms.remove(one.before)
            if one.after is not None:
                terms.append(one.after)
        assert sorted(map(repr, terms)) == sorted(map(repr, change.after.terms))
        fields = {field.name: field.after for field in change.fields}
        status = Standing(fields.get("status", change.before.status.value))
        rebuilt = replace(
            change.before, terms=change.after.terms, status=status, note=fields.get("note", change.before.note)
        )
        assert replace(rebuilt, id="") == replace(change.after, id="")

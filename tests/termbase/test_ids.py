"""Ids: how they sort, and which one is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.ids import Ids, order, prefixes

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Termbase


def test_numbers_sort_by_value_and_letters_as_such() -> None:
    ids = ["EC010", "C10", "EC9", "C2", "EC010b", "AG001", "12", "9"]
    assert sorted(ids, key=order) == ["9", "12", "AG001", "C2", "C10", "EC9", "EC010", "EC010b"]


@given(st.text(), st.text())
def test_any_two_ids_can_be_compared(one: str, other: str) -> None:
    assert (order(one) < order(other)) or (order(other) < order(one)) or order(one) == order(other)


def test_a_row_of_digits_without_end_is_no_number() -> None:
    assert sorted(["9" * 5000, "EC2"], key=order) == ["9" * 5000, "EC2"]
    assert Ids(["EC" + "9" * 5000]).next("EC") == "EC001"


def test_a_field_has_the_prefix_of_most_of_its_ids(termbase_of: Callable[[str], Termbase]) -> None:
    rows = "EC001,control,a\nEC002,control,b\nXX1,control,c\nRE001,earths,d\nnone,ships,e\n"
    assert prefixes(termbase_of(f"id,subject_field,en\n{rows}")) == {"control": "EC", "earths": "RE"}


def test_the_next_id_is_above_the_highest() -> None:
    # EC002 may have been struck out; whoever cited it must not find another concept there.
    ids = Ids(["EC001", "EC003", "RE009", "EC"])
    assert [ids.next("EC"), ids.next("EC"), ids.next("RE")] == ["EC004", "EC005", "RE010"]
    assert Ids(["C9"]).next("C") == "C10"
    assert Ids([]).next("TB") == "TB001"


def test_letters_that_end_in_a_figure_give_each_id_once() -> None:
    ids = Ids(["HS2001"])
    assert [ids.next("HS2"), ids.next("HS2"), ids.next("HS2")] == ["HS2002", "HS2003", "HS2004"]

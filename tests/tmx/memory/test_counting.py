from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.tmx.memory.counting import Sums

LISTS = st.lists(st.binary(min_size=3, max_size=3), max_size=9)


def counted(lists: list[bytes], place: int) -> int:
    return sum(bits[place // 8] >> (place % 8) & 1 for bits in lists)


@settings(deadline=None)
@given(LISTS)
def test_each_bit_has_its_sum(lists: list[bytes]) -> None:
    sums = Sums(lists, 24)
    assert [sums.at(place) for place in range(24)] == [counted(lists, place) for place in range(24)]


@settings(deadline=None)
@given(LISTS.filter(bool), st.integers(1, 24))
def test_the_best_are_the_places_of_the_highest_sums(lists: list[bytes], wanted: int) -> None:
    expected = sorted((counted(lists, place) for place in range(24)), reverse=True)
    best = sorted((counted(lists, place) for place in Sums(lists, 24).best(wanted, 0, 24, 0)), reverse=True)
    assert len(best) >= wanted
    assert best == expected[: len(best)]


def test_of_too_many_alike_those_near_the_middle_are_taken() -> None:
    assert sorted(Sums([b"\xff\xff\xff"], 24).best(4, 1, 6, 12)) == [9, 10, 11, 12, 13, 14]

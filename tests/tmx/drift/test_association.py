"""Which words go together."""

from __future__ import annotations

import pytest

from zhengming.tmx.drift.association import Association
from zhengming.tmx.drift.corpus import Side

PAIRS = [
    ("稀土 出口", "rare earth exports"),
    ("稀土 加工", "rare earth processing"),
    ("铜 出口", "copper exports"),
    ("铜 加工", "copper processing"),
    ("铁 熔炼", "iron smelting"),
]


@pytest.fixture
def sides() -> tuple[Side, Side]:
    source, target = Side("zh"), Side("en")
    for one, other in PAIRS:
        source.add(one)
        target.add(other)
    return source, target


def test_a_word_goes_with_the_one_it_always_meets(sides: tuple[Side, Side]) -> None:
    source, target = sides
    links = Association(source, target).links(0)
    found = {target.word(word): (source.word(link.word), link.strength) for word, link in links.items()}
    assert found == {"rare": ("稀土", 1.0), "earth": ("稀土", 1.0), "exports": ("出口", 1.0)}


def test_what_meets_once_meets_by_chance(sides: tuple[Side, Side]) -> None:
    source, target = sides
    assert set(Association(source, target).links(4).values()) == {("", 0.0)}


def test_strengths_are_those_with_the_units_of_a_phrase(sides: tuple[Side, Side]) -> None:
    source, target = sides
    rare, exports, iron = (target.number(word) for word in ("rare", "exports", "iron"))
    found = Association(source, target).strengths([0, 1], {rare, exports, iron})
    assert found == {rare: 1.0, exports: 0.0, iron: 0.0}


def test_in_no_unit_nothing_meets(sides: tuple[Side, Side]) -> None:
    source, target = sides
    assert Association(source, target).strengths([], {target.number("rare")}) == {target.number("rare"): 0.0}

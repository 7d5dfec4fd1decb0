"""Recurring phrases, and how free they are where they stand."""

from __future__ import annotations

import math

import pytest

from zhengming.tmx.drift.corpus import Side
from zhengming.tmx.extraction.phrases import parts, recurring, surroundings
from zhengming.tmx.extraction.words import cutter, key


def side(*texts: str, language: str = "en") -> Side:
    made = Side(language, cutter(language), key)
    for text in texts:
        made.add(text)
    made.count()
    return made


def words(made: Side, phrase: str) -> str:
    return " ".join(map(made.word, phrase))


def found(made: Side, least: int) -> dict[str, int]:
    return {words(made, phrase): count for phrase, count in recurring(made, least, lambda _: True).items()}


def test_every_phrase_that_recurs_is_counted_with_the_shorter_ones_in_it() -> None:
    made = side("Sintered magnets rust.", "The sintered magnet, coated.", "Bonded magnets")
    assert found(made, 2) == {"sintered": 2, "magnets": 3, "sintered magnets": 2}


def test_a_comma_and_a_number_part_phrases() -> None:
    assert "oxide powder" not in found(side("oxide, powder", "oxide 5 powder", "oxide powder"), 2)


def test_a_phrase_has_six_words_at_most() -> None:
    assert max(len(phrase.split()) for phrase in found(side(*["one ore two ore three ore four ore"] * 2), 2)) == 6


def test_nothing_recurs_in_nothing() -> None:
    assert found(side(), 2) == {}


def test_what_cannot_be_a_term_is_left_out() -> None:
    made = side("the ore", "the ore")
    assert [words(made, phrase) for phrase in recurring(made, 2, lambda phrase: made.word(phrase[0]) != "the")] == [
        "ore"
    ]


def test_a_phrase_is_free_where_its_neighbours_differ() -> None:
    made = side("red ore sorted", "black ore sorted", "grey ore sorted", "ore")
    ore = made.numbered("ore")
    around = surroundings(made, {ore})[ore]
    assert around.units == [0, 1, 2, 3]
    assert around.before == pytest.approx(math.log(4))  # red, black, grey, and the beginning
    assert around.after == pytest.approx((3 * math.log(4 / 3) + math.log(4)) / 4)


def test_each_end_of_a_clause_is_another_neighbour() -> None:
    made = side("ore", "ore", "ore.")
    ore = made.numbered("ore")
    assert surroundings(made, {ore})[ore] == ([0, 1, 2], pytest.approx(math.log(3)), pytest.approx(math.log(3)))


def test_an_article_parts_a_name_from_nothing() -> None:
    made = side("the ore", "the ore", "the ore")
    ore = made.numbered("ore")
    assert surroundings(made, {ore})[ore].before == pytest.approx(math.log(3))


def test_a_phrase_that_stands_twice_in_a_unit_has_the_unit_once() -> None:
    made = side("ore and ore")
    ore = made.numbered("ore")
    assert surroundings(made, {ore})[ore].units == [0]


def test_the_parts_of_a_phrase() -> None:
    assert parts("abc") == {"a", "b", "c", "ab", "bc"}

"""What beads are weighed by: lengths, openings, words, and the way that sure pairs mark."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.concept import Termbase
from zhengming.termbase.position import Span
from zhengming.tmx.alignment.affinity import Affinity
from zhengming.tmx.alignment.bead import SHAPES, Bead
from zhengming.tmx.alignment.everyday import EVERYDAY
from zhengming.tmx.alignment.evidence import Reader
from zhengming.tmx.alignment.guide import Mooring, corridor, moorings
from zhengming.tmx.alignment.length import estimated
from zhengming.tmx.alignment.lexicon import Lesson, learnt
from zhengming.tmx.alignment.openings import agreement

if TYPE_CHECKING:
    from .conftest import MakeText

CHINESE, ENGLISH = (Reader(language, Termbase(())) for language in ("zh", "en"))


def test_the_shares_of_shapes_add_up() -> None:
    assert math.isclose(sum(SHAPES.values()), 1)


def test_a_translation_of_the_usual_length_is_likelier_than_a_short_one() -> None:
    lengths = estimated([20, 30, 40], [60, 90, 120], [])
    beside = lengths.beside(30)
    assert beside(90, 1) - lengths.alone(90) > 0 > beside(30, 1) - lengths.alone(30)


def test_pairs_that_are_known_tell_ratio_and_variance() -> None:
    pairs = [(size, 2 * size) for size in range(10, 60)]
    lengths = estimated([one for one, _ in pairs], [other for _, other in pairs], pairs)
    assert lengths.ratio == pytest.approx(2)
    assert lengths.variance == 0.5


def test_headings_that_always_went_with_headings_go_with_nothing_else() -> None:
    kinds = ["heading 1", "", "", "", ""] * 10
    found = [Bead(Span(at, at + 1), Span(at, at + 1), 1.0) for at in range(50)]
    openings = agreement(found, kinds, kinds)
    assert openings("heading 1", "heading 1") > 1 > -1 > openings("heading 1", "")


@pytest.mark.parametrize(
    ("zh", "en", "common"),
    [
        ("出口90亿元", "exports of 9 billion yuan", {"#9000000000"}),
        ("第十二条 附件3", "Article 12, Annex III", {"§article12", "§annex3"}),
        ("2025年7月", "in July 2025", {"#2025", "#7"}),
        ("英伟达（Nvidia）怎么说？", "What does Nvidia say (now)?", {"nvidia", "~?", "~(", "~)"}),
        ("HS 8505.11", "HS 8505.11", {"#8505.11"}),
    ],
)
def test_signs_are_the_same_in_both_languages(zh: str, en: str, common: set[str]) -> None:
    assert common <= CHINESE.tokens(zh) & ENGLISH.tokens(en)


def test_other_languages_have_numbers_as_they_are_written() -> None:
    german, thai = Reader("de", Termbase(())), Reader("th", Termbase(()))
    assert "#55400" in german.tokens("55.400 Tonnen") & thai.tokens("55,400")
    assert "tonnen" in german.tokens("55.400 Tonnen")


def test_words_are_learnt_from_the_pairs_they_stand_in() -> None:
    lessons = [Lesson(("稀土", f"词{at}"), ("earth", f"word{at}")) for at in range(6)]
    direction = learnt(lessons, [lesson.target for lesson in lessons])
    assert max(direction.renderings["稀土"], key=lambda token: direction.renderings["稀土"][token]) == "earth"
    assert direction.explained["earth"] > 0.7
    assert "词1" not in direction.renderings  # met once: it may render anything there


def test_sentences_gain_by_words_that_answer_and_lose_by_those_that_ought_to(text: MakeText) -> None:
    source, target = text("zh", ["出口稀土", "天气"]), text("en", ["rare earths", "magnets", "the weather"])
    lessons = [Lesson(("稀土",), ("earth",))] * 4
    direction = learnt(lessons, target.tokens)
    affinity = Affinity(source, target, direction)
    assert set(affinity.gains(0, 1, 0, 3)) == {0}
    assert affinity.gains(1, 2, 0, 3) == {}
    assert affinity.gains(0, 1, 1, 3) == {}
    assert affinity.floor[0] < 0 == affinity.floor[1]


def test_rare_words_moor_two_texts_and_a_stray_one_does_not(text: MakeText) -> None:
    numbers = [1201 + 1101 * at for at in range(30)]
    source = text("zh", [f"出口{number}吨和{number + 11}吨" for number in numbers])
    target = text("en", [f"exports of {number} and {number + 11} tonnes" for number in numbers])
    lessons = [Lesson((token,), (token,)) for token in source.places if token in target.places] * 2
    ways = (
        Affinity(source, target, learnt(lessons, target.tokens)),
        Affinity(target, source, learnt(lessons, source.tokens)),
    )
    found = moorings(*ways, (30, 30))
    assert [(mooring.source, mooring.target) for mooring in found] == [(at, at) for at in range(30)]
    stray = Bead(Span(0, 1), Span(4, 5), 0.99)
    assert moorings(*ways, (30, 30), [stray]) == found


@given(
    st.integers(0, 300),
    st.integers(0, 300),
    st.lists(st.tuples(st.integers(0, 299), st.integers(0, 299)), max_size=6),
)
def test_a_way_leads_through_every_corridor(sources: int, targets: int, points: list[tuple[int, int]]) -> None:
    ones, others = (sorted({point[side] for point in points}) for side in (0, 1))
    marked = [
        Mooring(one, other, 1) for one, other in zip(ones, others, strict=False) if one < sources and other < targets
    ]
    rows = corridor(marked, sources, targets)
    assert len(rows) == sources + 1
    assert rows[0][0] == 0
    assert rows[-1][1] == targets
    for (low, high), (next_low, next_high) in itertools.pairwise(rows):
        assert low <= next_low <= high <= next_high
    assert all(rows[mooring.source][0] <= mooring.target <= rows[mooring.source][1] for mooring in marked)


def test_long_texts_that_nothing_moors_are_looked_at_near_the_diagonal() -> None:
    rows = corridor([], 3000, 3000)
    assert max(high - low for low, high in rows) < 1000


def test_everyday_words_are_words_of_both_languages() -> None:
    for word, *renderings in EVERYDAY:
        assert not word.isascii()
        assert renderings
        assert all(rendering.isascii() for rendering in renderings)
    assert len({entry[0] for entry in EVERYDAY}) == len(EVERYDAY)

"""The likest segment, against a search through all."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.tmx.memory.leveraging.nearest import LEAST, Nearest
from zhengming.tmx.memory.similarity import Passage, similarity

CHINESE = "镧铈镨钕钐铕钆铽镝钬铒铥镱镥钪钇出口管制许可证的和在对实施"
ENGLISH = (
    "export control licence of the rare earth oxide ministry issues for magnets on from dysprosium terbium tariff quota"
    " list entity notice smelter alloys permits to after customs year months plant output was by trade goods end use"
).split()


def varied(text: list[str], letters: list[str], chance: random.Random) -> list[str]:
    """Return the text with some of its units replaced, dropped or added."""
    changed = list(text)
    for _ in range(chance.randint(0, max(len(text) // 2, 1))):
        place = chance.randrange(len(changed) + 1)
        changed[place : place + chance.randint(0, 1)] = [chance.choice(letters)] * chance.randint(0, 1)
    return changed or [letters[0]]


def texts(language: str, count: int) -> list[str]:
    chance = random.Random(7)  # noqa: S311  the same texts in every run
    letters = list(CHINESE) if language == "zh" else ENGLISH
    found: list[list[str]] = []
    for _ in range(count):
        fresh = [chance.choice(letters) for _ in range(chance.randint(2, 18))]
        found.append(varied(chance.choice(found), letters, chance) if found and chance.random() < 0.6 else fresh)
    return [("" if language == "zh" else " ").join(text) for text in found]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_search_through_all_finds_is_found(language: str) -> None:
    nearest = Nearest(language)
    met: list[Passage] = []
    missed = 0
    matches = 0
    for text in texts(language, 400):
        passage = Passage(text, language)
        best = max((similarity(passage, other) for other in met), default=0)
        found = nearest.best(passage)
        assert found <= best
        assert found == 0 or found >= LEAST
        matches += best >= LEAST
        missed += best >= LEAST and found != best
        met.append(passage)
        nearest.add(passage)
    assert matches > 150
    assert missed <= matches // 100


@given(st.text(alphabet="出口管制 5{}", min_size=1), st.sampled_from(["zh", "en"]))
def test_a_segment_is_like_itself(text: str, language: str) -> None:
    nearest = Nearest(language)
    nearest.add(Passage(text, language))
    assert nearest.best(Passage(text, language)) == 100


def test_what_differs_in_numbers_only_is_one_entry_and_the_best_of_them_counts() -> None:
    nearest = Nearest("zh")
    for number in range(9):
        nearest.add(Passage(f"第{number}批", "zh"))
    assert nearest.best(Passage("第0批", "zh")) == 100
    assert nearest.best(Passage("第77批", "zh")) == 98 or nearest.best(Passage("第77批", "zh")) == 99


def test_words_that_are_everywhere_are_looked_up_in_the_latest() -> None:
    nearest = Nearest("en")
    for number in range(6_000):
        nearest.add(Passage(f"listed item {chr(0x4E00 + number)}x", "en"))
    nearest.add(Passage("listed item", "en"))
    assert nearest.best(Passage("listed items", "en")) >= 75

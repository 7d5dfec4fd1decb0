"""How common words are."""

from __future__ import annotations

import math

from zhengming.termbase.text.dictionary import dictionary, stamp
from zhengming.termbase.text.frequency import UNKNOWN, cost


def test_a_common_word_costs_less() -> None:
    assert cost("的") < cost("中国") < cost("稀土") < UNKNOWN


def test_what_no_dictionary_lists() -> None:
    assert cost("𬭊") == UNKNOWN
    assert cost("出口管制清单") == math.inf


def test_the_table_has_every_word_of_the_dictionary() -> None:
    lines = [line.split(b" ") for line in dictionary().splitlines()[1::997]]
    total = math.log(60_101_967)
    assert all(math.isclose(cost(word.decode()), total - math.log(int(number))) for word, number, _ in lines)
    assert stamp() == stamp()

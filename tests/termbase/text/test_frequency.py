"""How common words are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from zhengming.termbase.text import frequency
from zhengming.termbase.text.dictionary import dictionary, stamp
from zhengming.termbase.text.frequency import UNKNOWN, cost, part_of_speech

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_common_word_costs_less() -> None:
    assert cost("的") < cost("中国") < cost("稀土") < UNKNOWN


def test_the_part_of_speech_is_a_letter() -> None:
    assert [part_of_speech(word) for word in ("稀土", "提高", "不断", "我们", "出口管制清单")] == [
        "n",
        "v",
        "d",
        "r",
        "",
    ]


def test_what_no_dictionary_lists() -> None:
    assert cost("𬭊") == UNKNOWN
    assert cost("出口管制清单") == math.inf


def test_the_table_has_every_word_of_the_dictionary() -> None:
    lines = [line.split(b" ") for line in dictionary().splitlines()[1::997]]
    total = math.log(60_101_967)
    assert all(math.isclose(cost(word.decode()), total - math.log(int(number))) for word, number, _ in lines)
    assert stamp() == stamp()


def test_the_table_is_made_where_it_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [cost(word) for word in ("中国", "稀土", "管制")]
    monkeypatch.setenv("ZHENGMING_CACHE", str(tmp_path))
    frequency._table.cache_clear()  # noqa: SLF001  as if in a new process
    cost.cache_clear()
    assert [cost(word) for word in ("中国", "稀土", "管制")] == before
    assert [path.name.partition("-")[0] for path in tmp_path.iterdir()] == ["frequencies"]


def test_a_word_that_never_occurs_is_not_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHENGMING_CACHE", str(tmp_path))
    monkeypatch.setattr(frequency, "dictionary", "\n稀土 5 n\n稀金 0 n\n".encode)
    frequency._table.cache_clear()  # noqa: SLF001
    cost.cache_clear()
    assert cost("稀土") < cost("稀金") == math.inf
    frequency._table.cache_clear()  # noqa: SLF001
    cost.cache_clear()

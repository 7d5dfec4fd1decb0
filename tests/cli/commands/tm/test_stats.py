"""What is in a memory, told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Memory, Run, UnitOf


@pytest.fixture
def news(memory: Memory, unit_of: UnitOf) -> Path:
    return memory(
        "news.tmx",
        unit_of("氧化镝", "dysprosium oxide", changeid="li", changedate="20240105T080000Z"),
        unit_of("氧化镝", "dysprosium oxide", creationid="chen", creationdate="20250630T080000Z"),
        unit_of("重稀土", "heavy rare earths", '<prop type="client">甲</prop>'),
        unit_of("重稀土", "heavy rare earth", creationtool="CAT"),
        unit_of("关税", ""),
    )


def test_the_figures_of_one_memory(run: Run, news: Path) -> None:
    outcome = run("tm", "stats", "news.tmx")
    assert outcome.status == 0
    assert outcome.out.splitlines() == [
        "news.tmx: 5 units",
        "  language    segments  words  characters",
        "  zh-Hans-CN         5     14          14",
        "  en-US              4     10          59",
        "  without text     1 segment",
        "  duplicates       1 unit; 0 nearly",
        "  several targets  1 source, 2 units",
        "  changed          2024-01-05 to 2025-06-30",
        "  users            li 1, chen 1",
        "  tools            hand 4, CAT 1",
        "  properties       client 1",
    ]
    assert news.is_file()


def test_several_memories_are_counted_one_by_one_and_together(
    run: Run, news: Path, memory: Memory, unit_of: UnitOf
) -> None:
    memory("more.tmx", unit_of("氧化镝", "dysprosium oxide"))
    found = json.loads(run("tm", "stats", str(news), "more.tmx", "--output-format", "json").out)
    assert found["schema"] == "zhengming/tm-stats/1"
    assert [(one["units"], one["duplicates"]) for one in found["files"]] == [(5, 1), (1, 0)]
    assert (found["total"]["path"], found["total"]["units"], found["total"]["duplicates"]) == (None, 6, 2)
    assert found["total"]["users"] == {"li": 1, "chen": 1}
    assert found["files"][0]["languages"]["en-US"] == {"segments": 4, "words": 10, "characters": 59}
    assert "All 2 files: 6 units\n" in run("tm", "stats", "news.tmx", "more.tmx").out


def test_states_and_locks(run: Run, memory: Memory) -> None:
    path = memory("news.tmx").with_suffix(".po")
    path.write_text(
        'msgid ""\nmsgstr "Language: zh_CN\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#, fuzzy\nmsgid "tariff"\nmsgstr "关税"\n\nmsgid "quota"\nmsgstr "配额"\n',
        encoding="utf-8",
    )
    found = json.loads(run("tm", "stats", "news.po", "--output-format", "json").out)["total"]
    assert found["states"]["draft"] == 1
    assert found["units"] == 2


def test_a_folder_without_translations_is_told(run: Run, memory: Memory) -> None:
    folder = memory("news.tmx").parent / "empty"
    folder.mkdir()
    outcome = run("tm", "stats", "empty")
    assert outcome.status == 2
    assert "no file with translations among what was named" in outcome.err

"""Figures of one memory and of several."""

from __future__ import annotations

from collections.abc import Callable

from zhengming.tmx.choice import EVERY_UNIT
from zhengming.tmx.document import Document
from zhengming.tmx.memory.figures import Figures, figures
from zhengming.tmx.memory.volume import Volume

Memory = Callable[..., bytes]
Unit = Callable[..., str]


def counted(*contents: bytes) -> list[Figures]:
    documents = [Document(f"{n}.tmx", choice=EVERY_UNIT, content=content) for n, content in enumerate(contents)]
    return list(figures(documents, lambda _: None))


def test_languages_are_counted_however_they_are_spelled(unit_of: Unit, memory_of: Memory) -> None:
    content = memory_of(unit_of("氧化镝", "oxide"), unit_of("镝", "").replace('"zh-CN"', '"zh-cn"'))
    (found,) = counted(content)
    assert found.volumes == {"zh-Hans-CN": Volume(2, 4, 4), "en-US": Volume(1, 1, 5)}
    assert found.empty == 1


def test_twins_within_a_file_and_between_files(unit_of: Unit, memory_of: Memory) -> None:
    same, near, other = unit_of("镝。", "Dysprosium."), unit_of("镝", "dysprosium"), unit_of("镝", "Dy")
    first, second, whole = counted(memory_of(same, same, near), memory_of(other, same))
    assert (first.duplicates, first.near_duplicates) == (1, 1)
    assert (first.divided_sources, second.divided_sources) == (0, 0)
    assert (whole.units, whole.duplicates, whole.near_duplicates) == (5, 2, 1)
    assert (whole.divided_sources, whole.divided_units) == (1, 2)
    assert whole.path == ""


def test_dates_are_those_of_changes(unit_of: Unit, memory_of: Memory) -> None:
    dated = [unit_of("镝", "1", changed=f"{year}0101T000000Z") for year in (2024, 2022, 2025)]
    (found,) = counted(memory_of(*dated, unit_of("铽", "2")))
    assert (found.first, found.last) == (20220101000000, 20250101000000)

"""Which row of an analysis a segment belongs to."""

from __future__ import annotations

import pytest

from zhengming.tmx.memory.leveraging.rows import ROWS, row_of


@pytest.mark.parametrize(
    ("in_memory", "internal", "name"),
    [
        (101, 0, "context"),
        (100, 99, "exact"),
        (99, 0, "memory-95-99"),
        (85, 84, "memory-85-94"),
        (75, 94, "internal-85-94"),
        (70, 50, "memory-50-74"),
        (50, 70, "memory-50-74"),
        (0, 74, "internal-50-74"),
        (49, 49, "new"),
        (0, 0, "new"),
    ],
)
def test_the_better_band_counts_and_of_equal_ones_the_memory(in_memory: int, internal: int, name: str) -> None:
    assert row_of(in_memory, internal).name == name


def test_rows_are_named_apart() -> None:
    assert len({row.name for row in ROWS}) == len({row.title for row in ROWS}) == len(ROWS) == 13

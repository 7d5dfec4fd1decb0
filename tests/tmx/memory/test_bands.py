from __future__ import annotations

from itertools import pairwise

import pytest

from zhengming.tmx.memory.bands import BANDS, band_of


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (101, "101"),
        (100, "100"),
        (99, "95–99"),
        (95, "95–99"),
        (94, "85–94"),
        (75, "75–84"),
        (50, "50–74"),
        (49, "0–49"),
    ],
)
def test_a_score_lies_in_its_band(score: int, name: str) -> None:
    assert band_of(score).name == name


def test_the_bands_meet() -> None:
    assert all(better.lowest == worse.highest + 1 for better, worse in pairwise(BANDS))

"""The bands in which translators count and pay matches."""

from __future__ import annotations

from typing import NamedTuple

from zhengming.tmx.memory.similarity import CONTEXT, EXACT

__all__ = ["BANDS", "Band", "band_of"]


class Band(NamedTuple):
    """Scores from `lowest` to `highest`, both included."""

    name: str
    lowest: int
    highest: int


#: From the best; what is below 50 is new.
BANDS = (
    Band("101", CONTEXT, CONTEXT),
    Band("100", EXACT, EXACT),
    Band("95–99", 95, 99),
    Band("85–94", 85, 94),
    Band("75–84", 75, 84),
    Band("50–74", 50, 74),
    Band("0–49", 0, 49),
)


def band_of(score: int) -> Band:
    """Return the band that a score lies in."""
    return next(band for band in BANDS if band.lowest <= score)

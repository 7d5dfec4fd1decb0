"""The rows of an analysis, from what costs the least to what costs the most."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.memory.bands import BANDS, band_of
from zhengming.tmx.memory.similarity import CONTEXT, EXACT

if TYPE_CHECKING:
    from zhengming.tmx.memory.bands import Band

__all__ = ["LOCKED", "NEW", "REPETITION", "ROWS", "Origin", "Row", "row_of"]

Origin = str
_FUZZY = tuple(band for band in BANDS if 0 < band.lowest < EXACT)
_MEMORY, _INTERNAL = "memory", "internal"


class Row(NamedTuple):
    """What is counted together: `origin` says where the match is found, `band` how good it is."""

    name: str
    origin: Origin
    band: str
    title: str


def _fuzzy(origin: Origin, band: Band) -> Row:
    title = "Memory" if origin == _MEMORY else "Internal"
    return Row(f"{origin}-{band.name}".replace("–", "-"), origin, band.name, f"{title} {band.name} %")


LOCKED = Row("locked", "", "", "Locked")
IN_CONTEXT = Row("context", _MEMORY, "101", "Context 101 %")
REPETITION = Row("repetition", _INTERNAL, "100", "Repetition")
WHOLE = Row("exact", _MEMORY, "100", "Memory 100 %")
NEW = Row("new", "", "0–49", "New")
ROWS: tuple[Row, ...] = (
    LOCKED,
    IN_CONTEXT,
    REPETITION,
    WHOLE,
    *(_fuzzy(_MEMORY, band) for band in _FUZZY),
    *(_fuzzy(_INTERNAL, band) for band in _FUZZY),
    NEW,
)
_BY_BAND = {(row.origin, row.band): row for row in ROWS if row is not REPETITION}


def row_of(in_memory: int, internal: int) -> Row:
    """Return the row of a segment by its best scores; of equal bands the memory's counts, for a person made it."""
    if in_memory in {CONTEXT, EXACT}:
        return IN_CONTEXT if in_memory == CONTEXT else WHOLE
    one, other = band_of(in_memory), band_of(internal)
    origin = _MEMORY if one.lowest >= other.lowest else _INTERNAL
    return _BY_BAND.get((origin, max(one, other, key=_lowest).name), NEW)


def _lowest(band: Band) -> int:
    return band.lowest

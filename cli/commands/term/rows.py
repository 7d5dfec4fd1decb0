"""Concepts as lines on a screen, in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.report.cells import cells, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.target import Languages

__all__ = ["aligned", "named"]


def named(concept: Concept, languages: Languages) -> tuple[str, str]:
    """Return what the concept is called in the two languages; "-" where it has no name."""
    source, target = (next((term.text for term in concept.allowed(tag)), "-") for tag in languages)
    return source, target


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield each row as a line in which every column but the last is as wide as its widest cell."""
    written = [[shown(cell) for cell in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*written, strict=True)]
    for row in written:
        padded = (cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()

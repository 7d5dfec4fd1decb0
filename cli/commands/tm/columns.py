"""Tables on a screen: a name, then numbers, set right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.report.cells import cells, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["columns"]

_GAP = "  "


def columns(heading: Sequence[str], rows: Sequence[Sequence[str | int]]) -> Iterator[str]:
    """Yield the lines of a table: the first column set left, the others right; numbers with their thousands parted."""
    written = [[_written(cell) for cell in row] for row in (heading, *rows)]
    widths = [max(map(cells, column)) for column in zip(*written, strict=True)]
    for first, *others in written:
        numbers = (" " * (width - cells(cell)) + cell for cell, width in zip(others, widths[1:], strict=True))
        yield _GAP.join([first + " " * (widths[0] - cells(first)), *numbers]).rstrip()


def _written(cell: str | int) -> str:
    return shown(cell) if isinstance(cell, str) else f"{cell:,}"

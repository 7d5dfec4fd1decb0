"""XLSX files, written through xlsxwriter, which this module alone knows: the same rows make the same bytes."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengming.termbase.formats.losses import Losses

__all__ = ["workbook"]

#: What Excel can hold.
_MOST_ROWS, _MOST_COLUMNS, _MOST_CELL = 1_048_576, 16_384, 32_767
_CREATED = datetime(1980, 1, 1)  # noqa: DTZ001  xlsxwriter wants none


def workbook(rows: Iterable[Sequence[str | bool | float]], lost: Losses) -> bytes:
    """Return a workbook of one sheet. Texts stay texts, also those that look like formulas, numbers or addresses.

    Raise InvalidSettings where xlsxwriter is not installed or the table is larger than a sheet can be.
    """
    try:
        import xlsxwriter  # noqa: PLC0415  an optional dependency
    except ImportError as error:
        raise InvalidSettings("XLSX needs xlsxwriter; install it with: pip install 'zhengming[xlsx]'") from error
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet()
    for row, cells in enumerate(rows):
        if row == _MOST_ROWS or len(cells) > _MOST_COLUMNS:
            raise InvalidSettings(f"a sheet holds {_MOST_ROWS:,} rows and {_MOST_COLUMNS:,} columns; export CSV or TBX")
        for column, cell in enumerate(cells):
            if isinstance(cell, bool):
                sheet.write_boolean(row, column, cell)
            elif isinstance(cell, (int, float)):
                sheet.write_number(row, column, cell)
            elif cell:
                text = _cut(cell)
                lost["ends of cells beyond Excel's 32,767 characters"] += text != cell
                sheet.write_string(row, column, text)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _cut(text: str) -> str:
    """Return as much of the text as a cell holds: Excel counts UTF-16."""
    units = text.encode("utf-16-le", "surrogatepass")
    return text if len(units) <= 2 * _MOST_CELL else units[: 2 * _MOST_CELL].decode("utf-16-le", "ignore")

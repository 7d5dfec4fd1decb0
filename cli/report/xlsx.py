"""A workbook of the issues, for people who decide in a spreadsheet: `zhengming review --apply report.xlsx` reads it.

The same issues make the same bytes: xlsxwriter is told a date that never changes.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from zhengming.cli.deciding.decision import Action
from zhengming.cli.report.rows import COLUMNS, row
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result

__all__ = ["LONGEST", "new_book", "write"]

_CREATED = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
_WIDTHS = {"path": 24, "source": 48, "target": 56, "found": 22, "expected": 26, "message": 48, "text": 22, "reason": 30}
_USUAL_WIDTH = 11
_FILLED_IN = frozenset({"decision", "text", "reason"})
#: What a cell of a workbook can hold.
LONGEST = 32_767


def write(result: Result, page: Page) -> None:
    """Write the issues that stand, with a list to choose each decision from."""
    book = new_book(page.stream.buffer)
    sheet = book.add_worksheet("issues")
    heading = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    to_fill = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF8DC"})
    for index, name in enumerate(COLUMNS):
        sheet.set_column(index, index, _WIDTHS.get(name, _USUAL_WIDTH))
        sheet.write_string(0, index, name, heading)
    issues = result.standing
    for number, issue in enumerate(issues, 1):
        for index, (name, cell) in enumerate(zip(COLUMNS, row(issue), strict=True)):
            # As text, whatever it looks like: “=SUM(A1)” is a segment here.
            sheet.write_string(number, index, cell[:LONGEST], to_fill if name in _FILLED_IN else plain)
    sheet.freeze_panes(1, 0)
    if issues:
        sheet.autofilter(0, 0, len(issues), len(COLUMNS) - 1)
        column = COLUMNS.index("decision")
        choices = {"validate": "list", "source": [action.value for action in Action]}
        sheet.data_validation(1, column, len(issues), column, choices)
    book.close()


def new_book(stream: Any) -> Any:  # noqa: ANN401  xlsxwriter's classes are not typed
    """Return a workbook to be written into a stream of bytes. Raise ZhengmingError where the extra is missing."""
    try:
        import xlsxwriter  # noqa: PLC0415  an extra
    except ImportError as error:
        raise ZhengmingError("a workbook wants the extra “xlsx”: pip install 'zhengming[xlsx]'") from error
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "zhengming", "created": _CREATED})
    return book

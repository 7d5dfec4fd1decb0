"""A table of the issues, for spreadsheets: UTF-8 with a byte-order mark, because Excel asks for one."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from zhengming.cli.report.rows import COLUMNS, row
from zhengming.tmx.formats.bitext_writer import FORMULA_SIGNS

if TYPE_CHECKING:
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result

__all__ = ["write"]


def write(result: Result, page: Page) -> None:
    """Write the issues that stand. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    page.write("\ufeff" if page.is_unicode else "")
    writer = csv.writer(page.stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for issue in result.standing:
        writer.writerow(f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell for cell in row(issue))

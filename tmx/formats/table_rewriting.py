"""Words replaced in the cells of a CSV or TSV table."""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from zhengming.tmx.formats.csv_lexer import QUOTE, delimiter_of, rows
from zhengming.tmx.formats.literal_rewriting import LINE_END_INSIDE, NO_TEXT, OTHER_WORDS, UNWRITABLE
from zhengming.tmx.formats.text_lines import TextLines

if TYPE_CHECKING:
    from zhengming.tmx.formats.csv_lexer import Cell

__all__ = ["TableRewriter"]

_NEEDS_QUOTES = "the replacement holds a quote or separator, and the cell is not in quotes"
_FORMULA = "the cell would begin as a formula does"
#: With any of these a cell begins that a spreadsheet would reckon with.
_FORMULA_SIGNS = tuple("=+-@")
_LINE_ENDS = re.compile("[\r\n]")


class TableRewriter:
    """The bytes of a table: a Rewriter (see Format)."""

    def __init__(self, content: bytes, delimiter: str = "") -> None:
        lines = TextLines(io.BytesIO(content), "")
        self._content = content
        self._encoding = lines.encoding
        self._cells: list[Cell] = [cell for row in rows(lines, delimiter) for cell in row]
        header = next(iter(TextLines(io.BytesIO(content), "")), None)
        self._delimiter = delimiter or delimiter_of(header.text if header else "")

    def rewritten(self, first: int, last: int, found: str, replacement: str) -> bytes | str:
        """Return the bytes to write between two places of the file; or, as text, why that cannot be done."""
        try:
            written = self._content[first:last].decode(self._encoding)
        except UnicodeDecodeError:
            return OTHER_WORDS
        cell = self._cells[max(bisect_right(self._cells, first, key=_byte) - 1, 0)]
        if _LINE_ENDS.search(written):
            return LINE_END_INSIDE
        if written != (found.replace(QUOTE, QUOTE * 2) if cell.is_quoted else found):
            return OTHER_WORDS
        problem = self._problem(cell, replacement, is_first=_byte(cell) == first)
        if problem:
            return problem
        return (replacement.replace(QUOTE, QUOTE * 2) if cell.is_quoted else replacement).encode(self._encoding)

    def _problem(self, cell: Cell, replacement: str, *, is_first: bool) -> str | None:
        """Return why that cannot be written in the cell, or None."""
        if UNWRITABLE.search(replacement):
            return NO_TEXT
        if not cell.is_quoted and (QUOTE in replacement or self._delimiter in replacement):
            return _NEEDS_QUOTES
        return _FORMULA if is_first and replacement.startswith(_FORMULA_SIGNS) else None


def _byte(cell: Cell) -> int:
    return cell.byte or 0

"""Bilingual tables: CSV and TSV with a column for each language, read row by row with exact places."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from zhengming.termbase.check import Severity
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.issue import Issue
from zhengming.termbase.position import Location, Position
from zhengming.tmx.faults import MALFORMED_FILE
from zhengming.tmx.formats.csv_lexer import delimiter_of, rows
from zhengming.tmx.formats.format import NOTHING_KNOWN, Format
from zhengming.tmx.formats.table_layout import header_of, is_termbase, layout_of, unit_of
from zhengming.tmx.formats.table_rewriting import TableRewriter
from zhengming.tmx.formats.text_lines import TextLines, encoding_of
from zhengming.tmx.model import Origin, Segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from zhengming.tmx.formats.csv_lexer import Cell
    from zhengming.tmx.formats.format import Wanted
    from zhengming.tmx.model import TranslationUnit

__all__ = ["CSV", "TSV", "first_row", "read"]


def read(
    stream: BinaryIO,
    path: str,
    report: Callable[[Issue], None],
    wanted: Wanted = NOTHING_KNOWN,
    *,
    delimiter: str = "",
) -> Iterator[TranslationUnit]:
    """Yield a unit for each row; without a delimiter, the first line tells it.

    Raise UnreadableFile where no two columns of texts can be told, and where the table cannot be read on.
    """
    lines = TextLines(stream, path)
    found = rows(lines, delimiter)
    first = next(found, [])
    names = [cell.text()[0] for cell in first]
    layout = layout_of(names, wanted)
    if isinstance(layout, str):
        raise UnreadableFile(Location(path, Position(first[0].line, 1, first[0].byte) if first else None), layout)
    header = header_of(layout, path)
    width = len(first)
    number = 0
    for row in found if layout.has_header else chain([first], found):
        texts = [cell.text()[0] for cell in row]
        if any(text.strip() for text in texts[width:]):
            report(_too_wide(row, width, path))
            continue
        if not any(index < len(row) and texts[index].strip() for index, _ in layout.texts):
            continue
        number += 1
        segment = partial(_segment, row, path, lines.encoding)
        yield unit_of(layout, texts, segment, header, number, Position(row[0].line, 1))


def _segment(row: list[Cell], path: str, encoding: str, index: int) -> Segment:
    """Return the segment of a cell; of one that a short row lacks, an empty one where the row ends."""
    if index < len(row):
        cell = row[index]
        text, runs = cell.text()
        return Segment(text, origin=Origin(path, encoding, cell.line, cell.column, cell.byte, cell.raw, runs))
    last = row[-1]
    origin = Origin(path, encoding, last.line, last.column, last.byte, last.raw)
    place = origin.position(len(last.raw))
    return Segment("", origin=Origin(path, encoding, place.line, place.column + last.is_quoted, None, ""))


def _too_wide(row: list[Cell], width: int, path: str) -> Issue:
    beyond = row[width]
    return Issue(
        check=MALFORMED_FILE,
        severity=Severity.MAJOR,
        message=f"{len(row)} cells in a table of {width} columns; row left out; quote cells that hold a separator",
        location=Location(path, Position(beyond.line, beyond.column, beyond.byte)),
    )


def first_row(stream: BinaryIO, path: str) -> list[str]:
    """Return the first row of a table. Raise UnreadableFile."""
    delimiter = "\t" if path.lower().endswith(TSV.suffixes) else ""
    return [cell.text()[0] for cell in next(rows(TextLines(stream, path), delimiter), [])]


def _claims(head: bytes) -> bool:
    """Return whether what begins so may be a bilingual table: whether it is no termbase."""
    mark, encoding = encoding_of(head)
    header = re.split(r"[\r\n]", head[len(mark) :].decode(encoding, "ignore"), maxsplit=1)[0]
    return not is_termbase([name.strip('" ') for name in header.split(delimiter_of(header))])


CSV = Format(name="csv", suffixes=(".csv",), read=read, rewriter=TableRewriter, claims=_claims)
TSV = Format(
    name="tsv",
    suffixes=(".tsv", ".tab"),
    read=partial(read, delimiter="\t"),
    rewriter=partial(TableRewriter, delimiter="\t"),
    claims=_claims,
)

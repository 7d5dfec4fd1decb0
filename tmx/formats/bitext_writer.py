"""Tables of two columns of text and three about them: CSV and TSV, and XLSX through xlsxwriter."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from zhengming.termbase.errors import ZhengmingError
from zhengming.tmx.formats.tmx_exchange import exchange_tag
from zhengming.tmx.formats.writer import Writer, bilingual, count_lost

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.formats.target import Languages
    from zhengming.tmx.model import TranslationUnit
    from zhengming.tmx.pair import Pair

__all__ = ["CSV", "FORMULA_SIGNS", "TSV", "XLSX"]

_HELD = frozenset({"notes", "states", "unit names"})
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_576
_WIDTHS = (60, 60, 16, 12, 40)


def _rows(units: Iterable[TranslationUnit], languages: Languages, lost: Counter[str]) -> Iterator[tuple[str, ...]]:
    """Yield the header, whose first two cells are the languages, and a row for each unit."""
    is_first = True
    for pair in bilingual(units, languages, lost):
        if is_first:
            is_first = False
            header = pair.unit.header
            lost["properties of the file"] += len(header.properties)
            lost["notes of the file"] += len(header.notes)
            sides = (exchange_tag(variant.language) for variant in (pair.source_variant, pair.target_variant))
            yield (*sides, "unit", "state", "note")
        count_lost(pair, _HELD, lost)
        yield _row(pair)


def _row(pair: Pair) -> tuple[str, ...]:
    unit = pair.unit
    notes = (note.text for owner in (unit, pair.source_variant, pair.target_variant) for note in owner.notes)
    return pair.source.text, pair.target.text, unit.name, unit.state.value if unit.state else "", "\n".join(notes)


def _separated(
    units: Iterable[TranslationUnit], languages: Languages, stream: BinaryIO, lost: Counter[str], delimiter: str
) -> None:
    # The mark is for Excel, which takes a file without it for the system's own encoding.
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    for row in _rows(units, languages, lost):
        writer.writerow([_inert(cell, lost) for cell in row])
    text.detach()


def _inert(cell: str, lost: Counter[str]) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    if not cell.startswith(FORMULA_SIGNS):
        return cell
    lost["cells that look like a formula (now behind an apostrophe)"] += 1
    return f"'{cell}"


def _csv(units: Iterable[TranslationUnit], languages: Languages, stream: BinaryIO, lost: Counter[str]) -> None:
    _separated(units, languages, stream, lost, ",")


def _tsv(units: Iterable[TranslationUnit], languages: Languages, stream: BinaryIO, lost: Counter[str]) -> None:
    _separated(units, languages, stream, lost, "\t")


def _xlsx(units: Iterable[TranslationUnit], languages: Languages, stream: BinaryIO, lost: Counter[str]) -> None:
    try:
        import xlsxwriter  # noqa: PLC0415  an extra, which few need
    except ImportError as error:
        raise ZhengmingError("xlsx is written by xlsxwriter; install it: pip install 'zhengming[xlsx]'") from error
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001  the same input is the same file
        sheet = book.add_worksheet("zhengming")
        head, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(_rows(units, languages, lost)):
            _demand_room(row, number)
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell, wrapped if number else head)


def _demand_room(row: tuple[str, ...], number: int) -> None:
    longest = max(map(len, row))
    if number >= _MOST_ROWS:
        raise ZhengmingError(f"a sheet has {_MOST_ROWS:,} rows, and there are more units; write csv")
    if longest > _LONGEST_CELL:
        raise ZhengmingError(f"{row[2]}: {longest:,} characters, and a cell holds {_LONGEST_CELL:,}; write csv")


CSV = Writer("csv", (".csv",), _csv)
TSV = Writer("tsv", (".tsv",), _tsv)
XLSX = Writer("xlsx", (".xlsx",), _xlsx)

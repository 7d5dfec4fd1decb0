"""The units that go, on the screen and in files: CSV for a spreadsheet, JSON Lines for a program."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING

from zhengming.cli.report.cells import cells, excerpt
from zhengming.cli.report.summary import counted
from zhengming.termbase.errors import InvalidSettings
from zhengming.tmx.formats.bitext_writer import FORMULA_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from zhengming.cli.report.page import Page
    from zhengming.tmx.memory.cleaning.clean import Cleaning
    from zhengming.tmx.memory.cleaning.removal import Removal

__all__ = ["COLUMNS", "SUFFIXES", "demand_suffix", "lines", "report", "summary"]

COLUMNS = ("path", "line", "column", "unit", "kind", "reason", "source", "target", "instead_path", "instead_line")
_LEAST = 24
_KIND = "magenta"


def lines(removals: Sequence[Removal], page: Page, limit: int | None) -> Iterator[str]:
    """Yield a line for each removal: its place, its kind, the reason, and as much of the texts as has room."""
    for removal in removals[:limit]:
        place = str(removal.location)
        said = f"{place}: {removal.kind} {_reason(removal)}"
        room = max(page.width - cells(said) - 2, _LEAST)
        texts = excerpt(f"{removal.source} → {removal.target}", None, room, page.encoding).text
        yield f"{place}: {page.styled(removal.kind, fg=_KIND)} {_reason(removal)}: {texts}"
    if limit is not None and len(removals) > limit:
        yield f"{len(removals) - limit:,} more not listed: --max-listed {len(removals)}, or --report FILE.csv"


def _reason(removal: Removal) -> str:
    if removal.instead is None:
        return removal.message
    start = removal.instead.start
    is_here = removal.instead.path == removal.location.path
    return f"{removal.message} {'' if is_here else removal.instead.path + ' '}line {start.line if start else '?'}"


def summary(cleaning: Cleaning) -> Iterator[str]:
    """Yield how many go for what, and how many stay although they are wrong in one language."""
    kinds = Counter(removal.kind for removal in cleaning.removals)
    if kinds:
        yield " · ".join(
            f"{count:,} {kind}" for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
        )
    if cleaning.partly:
        units = counted(cleaning.partly, "unit")
        yield f"{units} wrong in one language and right in another: kept, see zhengming check"


def demand_suffix(path: Path) -> None:
    """Raise InvalidSettings if no report has the path's suffix."""
    if path.suffix.lower() not in SUFFIXES:
        raise InvalidSettings(f"{path}: no report has that suffix; known are {', '.join(SUFFIXES)}")


def report(removals: Sequence[Removal], path: Path) -> bytes:
    """Return the removals as the report that the path's suffix asks for; it has been demanded."""
    return SUFFIXES[path.suffix.lower()](removals)


def _row(removal: Removal) -> tuple[str | int | None, ...]:
    place, instead = removal.location.start, removal.instead and removal.instead.start
    return (
        removal.location.path,
        place and place.line,
        place and place.column,
        removal.unit,
        removal.kind,
        _reason(removal),
        removal.source,
        removal.target,
        removal.instead and removal.instead.path,
        instead and instead.line,
    )


def _csv(removals: Sequence[Removal]) -> bytes:
    """Return a table with the byte-order mark that Excel wants, and an apostrophe before what looks like a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for removal in removals:
        written = ("" if cell is None else str(cell) for cell in _row(removal))
        writer.writerow(f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell for cell in written)
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8", "backslashreplace")


def _jsonl(removals: Sequence[Removal]) -> bytes:
    written = (json.dumps(dict(zip(COLUMNS, _row(r), strict=True)), ensure_ascii=False) for r in removals)
    return "".join(f"{line}\n" for line in written).encode("utf-8", "backslashreplace")


SUFFIXES = {".csv": _csv, ".jsonl": _jsonl}

"""An analysis of files as a screen, as JSON, and as a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from zhengming.cli.commands.tm.columns import columns
from zhengming.cli.report.cells import shown
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.workbook import workbook
from zhengming.tmx.formats.bitext_writer import FORMULA_SIGNS
from zhengming.tmx.memory.leveraging.analysis import total
from zhengming.tmx.memory.leveraging.rows import ROWS
from zhengming.tmx.memory.volume import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zhengming.tmx.memory.leveraging.analysis import Analysis
    from zhengming.tmx.memory.leveraging.rows import Row
    from zhengming.tmx.memory.volume import Volume

__all__ = ["SUFFIXES", "document", "lines"]

_SCHEMA = "zhengming/tm-leverage/1"
_TOTAL = "Total"


def lines(analyses: Sequence[Analysis]) -> Iterator[str]:
    """Yield a table for each file and, if there are several, one for all."""
    for analysis in analyses:
        yield from _table(analysis.path, analysis.volumes)
    if len(analyses) > 1:
        yield from _table(f"All {len(analyses):,} files", total(analyses))


def _table(name: str, volumes: Mapping[Row, Volume]) -> Iterator[str]:
    whole = _sum(volumes)
    rows = [_cells(row.title, volumes[row], whole) for row in ROWS if row in volumes]
    yield shown(name)
    yield from columns(("", "segments", "words", "characters", "%"), [*rows, _cells(_TOTAL, whole, whole)])
    yield ""


def _cells(title: str, volume: Volume, whole: Volume) -> tuple[str | int, ...]:
    share = 100 * volume.characters / whole.characters if whole.characters else 0.0
    return (title, *volume, f"{share:.1f}")


def _sum(volumes: Mapping[Row, Volume]) -> Volume:
    found = NOTHING
    for volume in volumes.values():
        found = found.plus(volume)
    return found


def document(analyses: Sequence[Analysis], memories: Sequence[str]) -> str:
    """Return the analysis as a JSON document."""
    whole = {
        "schema": _SCHEMA,
        "memories": list(memories),
        "files": [
            {"path": one.path, "source_languages": list(one.languages), **_rows(one.volumes)} for one in analyses
        ],
        "total": _rows(total(analyses)),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _rows(volumes: Mapping[Row, Volume]) -> dict[str, Any]:
    rows = [
        {
            "name": row.name,
            "origin": row.origin or None,
            "band": row.band or None,
            **volumes.get(row, NOTHING)._asdict(),
        }
        for row in ROWS
    ]
    return {"rows": rows, "total": _sum(volumes)._asdict()}


def _sheet(analyses: Sequence[Analysis]) -> Iterator[tuple[str | int, ...]]:
    """Yield a row for each file and kind of match, those that are empty too: sheets are laid over each other."""
    yield ("file", "match", "segments", "words", "characters")
    for analysis in analyses:
        for row in ROWS:
            yield (analysis.path, row.title, *analysis.volumes.get(row, NOTHING))
        yield (analysis.path, _TOTAL, *analysis.whole)
    whole = total(analyses)
    for row in ROWS if len(analyses) > 1 else ():
        yield ("", row.title, *whole.get(row, NOTHING))
    if len(analyses) > 1:
        yield ("", _TOTAL, *_sum(whole))


def _xlsx(analyses: Sequence[Analysis], _memories: Sequence[str]) -> bytes:
    return workbook(_sheet(analyses), Losses())


def _csv(analyses: Sequence[Analysis], _memories: Sequence[str]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for file, *rest in _sheet(analyses):
        writer.writerow([f"'{file}" if str(file).startswith(FORMULA_SIGNS) else file, *rest])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8", "backslashreplace")


def _json(analyses: Sequence[Analysis], memories: Sequence[str]) -> bytes:
    return document(analyses, memories).encode("utf-8", "backslashreplace")


#: What a file of that suffix is to hold.
SUFFIXES = {".xlsx": _xlsx, ".csv": _csv, ".json": _json}

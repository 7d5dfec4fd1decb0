"""Every format that a termbase can be read from, and a termbase from any of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from zhengming.termbase.concept import Standing, Termbase
from zhengming.termbase.errors import UnknownFormat
from zhengming.termbase.faults import MALFORMED_CELL
from zhengming.termbase.formats import (
    memoq_reader,
    multiterm_reader,
    omegat_reader,
    po_reader,
    table,
    table_reader,
    tbx_reader,
    utx_reader,
    xlsx_reader,
)
from zhengming.termbase.formats.source import UNKNOWN, Wanted
from zhengming.termbase.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.source import Sides, Source
    from zhengming.termbase.position import Location

__all__ = ["SOURCES", "SUFFIXES", "read", "source_of"]

#: Asked in this order which of them a file is; a table claims whatever is named like one.
SOURCES: tuple[Source, ...] = (
    tbx_reader.SOURCE,
    multiterm_reader.SOURCE,
    xlsx_reader.SOURCE,
    po_reader.SOURCE,
    utx_reader.SOURCE,
    memoq_reader.SOURCE,
    omegat_reader.SOURCE,
    table_reader.SOURCE,
)
SUFFIXES = tuple(dict.fromkeys(suffix for source in SOURCES for suffix in source.suffixes))
#: What other programs can do about formats that are not read.
_REMEDIES = {
    ".sdltb": "export it from MultiTerm as MultiTerm XML",
    ".mdb": "export it from MultiTerm as MultiTerm XML",
    ".mtb": "export it as CSV",
    ".xls": "save it as .xlsx",
    ".ods": "save it as .xlsx",
    ".zip": "unpack it first",
    ".json": "export it as TBX or CSV",
}


def source_of(path: str, data: bytes) -> Source:
    """Return the format of a file, by its name and what it begins with. Raise UnknownFormat with the remedy."""
    suffix = PurePath(path).suffix.lower()
    for source in SOURCES:
        if source.claims(suffix, data):
            return source
    named = [source for source in SOURCES if suffix in source.suffixes]
    if len(named) == 1:  # its reader tells best what is wrong with it
        return named[0]
    remedy = _REMEDIES.get(suffix, f"a termbase is one of {' '.join(SUFFIXES)}")
    raise UnknownFormat(f"{path}: no termbase that can be read; {remedy}")


def read(data: bytes, path: str, report: Callable[[Issue], None], sides: Sides = UNKNOWN) -> Termbase:
    """Read the termbase that the checks are to go by; what is wrong in it, or cannot be taken, is reported (G005).

    A concept of which the file does not say whether it is vetted is approved: whoever names a termbase means it.
    """
    source = source_of(path, data)
    if source is table_reader.SOURCE:
        return table.read(data, path, report)
    if source is xlsx_reader.SOURCE and (rows := xlsx_reader.own_rows(data, path)) is not None:
        return table.read_rows(iter(rows), path, report)
    found = source.read(data, path, Wanted(sides=sides, unsaid=Standing.APPROVED))
    table_reader.demand_languages(found, path)
    for location, problem in found.faults:
        report(_malformed(location, problem))
    for one in found.rejected:
        report(_malformed(one.row.location, one.reason))
    return Termbase(tuple(map(_identified, found.concepts)), (path,))


def _malformed(location: Location, problem: str) -> Issue:
    return Issue(check=MALFORMED_CELL, severity=MALFORMED_CELL.severity, message=problem, location=location)


def _identified(concept: Concept) -> Concept:
    """Return the concept with an id: its place, if it has none."""
    if concept.id:
        return concept
    start = concept.location.start
    return replace(concept, id=f"{PurePath(concept.location.path).stem}:line-{start.line if start else 0}")

"""Every format that a termbase can be read from, and a termbase from any of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from zhengming.termbase.concept import Standing, Termbase
from zhengming.termbase.errors import UnknownFormat
from zhengming.termbase.faults import MALFORMED_CELL
from zhengming.termbase.formats import table
from zhengming.termbase.formats.source import UNKNOWN, Source, Wanted
from zhengming.termbase.issue import Issue
from zhengming.termbase.later import Later

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.source import Sides
    from zhengming.termbase.position import Location

__all__ = ["LISTED", "SUFFIXES", "read", "source_of"]

#: Asked in this order which of them a file is.
_TOLD = (
    Later[Source]("zhengming.termbase.formats.tbx_reader", (".tbx", ".xml"), "SOURCE", sign=b"<"),
    Later[Source]("zhengming.termbase.formats.multiterm_reader", (".xml",), "SOURCE", sign=b"<"),
    Later[Source]("zhengming.termbase.formats.xlsx_reader", (".xlsx", ".xlsm"), "SOURCE"),
    Later[Source]("zhengming.termbase.formats.po_reader", (".po", ".pot"), "SOURCE"),
    Later[Source]("zhengming.termbase.formats.utx_reader", (".utx", ".txt"), "SOURCE", sign=b"UTX"),
    Later[Source]("zhengming.termbase.formats.memoq_reader", (".csv", ".tsv", ".txt"), "SOURCE", sign=b"entry_id"),
    Later[Source]("zhengming.termbase.formats.omegat_reader", (".utf8", ".tab", ".txt"), "SOURCE"),
)
#: A table claims whatever is left and named like one.
_TABLE = Later[Source]("zhengming.termbase.formats.table_reader", (".csv", ".tsv", ".txt", ".tab"), "SOURCE")
LISTED = (*_TOLD, _TABLE)
SUFFIXES = tuple(dict.fromkeys(suffix for listed in LISTED for suffix in listed.suffixes))
#: So much of a file shows the sign of its format.
_HEAD = 16_384
_XLSX = "XLSX"
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
    return _listed(path, data).load()


def _listed(path: str, data: bytes) -> Later[Source]:
    suffix = PurePath(path).suffix.lower()
    head = data[:_HEAD].replace(b"\0", b"").lower()  # without what UTF-16 and UTF-32 put between letters
    for listed in _TOLD:
        may_be = listed.sign.lower() in head if listed.sign else suffix in listed.suffixes
        if may_be and listed.load().claims(suffix, data):
            return listed
    if suffix in _TABLE.suffixes:
        return _TABLE
    named = [listed for listed in LISTED if suffix in listed.suffixes]
    if len(named) == 1:  # its reader tells best what is wrong with it
        return named[0]
    remedy = _REMEDIES.get(suffix, f"a termbase is one of {' '.join(SUFFIXES)}")
    raise UnknownFormat(f"{path}: no termbase that can be read; {remedy}")


def read(data: bytes, path: str, report: Callable[[Issue], None], sides: Sides = UNKNOWN) -> Termbase:
    """Read the termbase that the checks are to go by; what is wrong in it, or cannot be taken, is reported (G005).

    A concept of which the file does not say whether it is vetted is approved: whoever names a termbase means it.
    """
    listed = _listed(path, data)
    if listed is _TABLE:
        return table.read(data, path, report)
    return _taken(listed.load(), data, path, report, sides)


def _taken(source: Source, data: bytes, path: str, report: Callable[[Issue], None], sides: Sides) -> Termbase:
    """Read a termbase of another make than our own."""
    from zhengming.termbase.formats.table_reader import demand_languages  # noqa: PLC0415  most are our own

    if source.name == _XLSX:
        from zhengming.termbase.formats.xlsx_reader import own_rows  # noqa: PLC0415  fewer are these

        if (rows := own_rows(data, path)) is not None:
            return table.read_rows(iter(rows), path, report)
    found = source.read(data, path, Wanted(sides=sides, unsaid=Standing.APPROVED))
    demand_languages(found, path)
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

"""What `term import` does not take: rows and concepts, why not, and how they are written for somebody to mend."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from zhengming.termbase.formats import table
from zhengming.termbase.formats.source import Rejected, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.additions import Addition
    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.source import Gathered

__all__ = ["conflicting", "rejected_table", "unwritable"]

#: What stands between terms of a cell, or holds their labels.
_SIGNS = re.compile(r"[|{}]")


def unwritable(found: Gathered) -> Iterator[Rejected]:
    """Yield the concepts that no table can hold."""
    for concept, rows in zip(found.concepts, found.rows, strict=True):
        term = next((term.text for term in concept.terms if _SIGNS.search(term.text)), None)
        if term is not None:
            yield from _rejected(concept, rows, f"“{term}”: a table takes | and braces for its own signs")


def conflicting(sorted_out: Iterable[Addition], found: Gathered) -> Iterator[Rejected]:
    """Yield every row of the concepts that the termbase contradicts."""
    for one, rows in zip(sorted_out, found.rows, strict=True):
        if one.conflict:
            yield from _rejected(one.concept, rows, one.conflict)


def _rejected(concept: Concept, rows: list[Row], reason: str) -> Iterator[Rejected]:
    """Yield the concept's rows; a format without rows has one, of the concept itself."""
    for row in rows or [Row(concept.location, [])]:
        yield Rejected(row, reason, concept)


def rejected_table(found: Gathered, rejected: list[Rejected]) -> str:
    """Return the rows with the reasons in front; concepts of a format without rows as our own tables have them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if found.is_table:
        writer.writerow(("reason", *found.headers))
        writer.writerows((one.reason, *one.row.cells) for one in rejected)
        return out.getvalue()
    listed = table.write(one.concept for one in rejected if one.concept)
    own_headers, *rows = csv.reader(io.StringIO(listed, newline=""))
    writer.writerow(("reason", *own_headers))
    writer.writerows((one.reason, *row) for one, row in zip(rejected, rows, strict=True))
    return out.getvalue()

"""Memories made one: what several of them say stands there once, and of what they say differently the newest."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.termbase.position import Location
from zhengming.tmx.formats.tmx_exchange import exchange_header, exchange_unit
from zhengming.tmx.memory.cleaning import kinds
from zhengming.tmx.memory.cleaning.ledger import Fault, Ledger
from zhengming.tmx.memory.cleaning.removal import removal_of
from zhengming.tmx.memory.cleaning.twins import accuse_duplicates, accuse_other_targets
from zhengming.tmx.memory.joining import joined
from zhengming.tmx.model import Header
from zhengming.tmx.pair import pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.choice import Choice
    from zhengming.tmx.document import Document
    from zhengming.tmx.memory.cleaning.removal import Removal
    from zhengming.tmx.memory.cleaning.twins import Kept
    from zhengming.tmx.model import TranslationUnit

__all__ = ["DRAFT", "Combining"]

DRAFT = "draft"
_MADE_BY = ("creationtool", "creationtoolversion")
_UNDECIDED = {"segtype": "sentence", "datatype": "unknown", "o-tmf": "unknown", "adminlang": "en", "srclang": "*all*"}


class Combining:
    """Which units of some files make one memory.

    The files are read twice: first to see what there is, then to yield the units that stay. `choice` says how far a
    translation must be; `kept` which of several targets of one source stays, None for all of them; `tool` the name and
    the version that the header is to have.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        choice: Choice,
        kept: Kept | None,
        tool: tuple[str, str],
        report: Callable[[Issue], None],
    ) -> None:
        self._documents = documents
        self._ledger = Ledger()
        self._borders = [0]
        headers: list[Header] = []
        for document in documents:
            headers += self._read(document, choice, report)
            self._borders.append(len(self._ledger))
        accuse_duplicates(self._ledger, kinds.DUPLICATE)
        if kept is not None:
            accuse_other_targets(self._ledger, kept)
        self._condemned = dict(self._ledger.condemned())
        self.header = _header(headers, tool)

    @property
    def read(self) -> int:
        """How many units there are in all the files."""
        return len(self._ledger)

    @property
    def is_readable(self) -> bool:
        """Whether all files could be read to their end."""
        return not any(document.is_unreadable for document in self._documents)

    def _read(self, document: Document, choice: Choice, report: Callable[[Issue], None]) -> list[Header]:
        header: list[Header] = []
        for pair in pairs(self._noted(document.read(report), choice, header), None, None, _ignore):
            self._ledger.add_pair(pair)
        return header

    def _noted(
        self, units: Iterable[TranslationUnit], choice: Choice, header: list[Header]
    ) -> Iterator[TranslationUnit]:
        """Yield the units as they will be written, for only so can they be compared."""
        for unit in units:
            if not header:
                header.append(unit.header)
            written = exchange_unit(unit, unit.header)
            self._ledger.add(written)
            number = len(self._ledger)
            if sum(bool(variant.segment.text) for variant in written.variants) < 2:  # noqa: PLR2004  a translation
                self._ledger.accuse(number, "", Fault(kinds.INCOMPLETE, "no translation"))
            elif not choice.includes(unit):
                self._ledger.accuse(number, "", Fault(DRAFT, "the translation is not finished"))
            else:
                yield written

    def units(self, dropped: Callable[[Removal], None]) -> Iterator[TranslationUnit]:
        """Yield the units that stay, in the order of the files, under one header; `dropped` is told of the others."""
        names: dict[str, int] = {}
        for unit in joined(self._kept(dropped), self.header):
            yield replace(unit, attributes={**unit.attributes, **_named(unit, names)})

    def _kept(self, dropped: Callable[[Removal], None]) -> Iterator[TranslationUnit]:
        number = 0
        for document in self._documents:
            for unit in document.read(_ignore):
                number += 1
                if (fault := self._condemned.get(number)) is not None:
                    dropped(removal_of(unit, fault, self._place(self._ledger.stays(fault))))
                else:
                    yield unit

    def _place(self, number: int) -> Location | None:
        if not number:
            return None
        document = self._documents[bisect_right(self._borders, number - 1) - 1]
        return Location(document.path, self._ledger.position(number))


def _header(headers: Sequence[Header], tool: tuple[str, str]) -> Header:
    """Return a header that is true of the units of all files."""
    exchanged = [exchange_header(header) for header in headers]
    attributes = {**dict(zip(_MADE_BY, tool, strict=True)), **{name: _common(name, exchanged) for name in _UNDECIDED}}
    merged = exchange_header(Header(attributes))
    return replace(
        merged,
        properties=tuple(dict.fromkeys(kept for header in headers for kept in header.properties)),
        notes=tuple(dict.fromkeys(note for header in headers for note in header.notes)),
        others=tuple(dict.fromkeys(other for header in headers for other in header.others)),
    )


def _common(name: str, headers: Sequence[Header]) -> str:
    values = {header.attributes[name] for header in headers}
    return values.pop() if len(values) == 1 else _UNDECIDED[name]


def _named(unit: TranslationUnit, names: dict[str, int]) -> dict[str, str]:
    """Return a name that no other unit of the new file has."""
    if not unit.tuid:
        return {}
    name = unit.tuid
    while name in names:
        names[unit.tuid] += 1
        name = f"{unit.tuid}-{names[unit.tuid]}"
    names[name] = 1
    return {"tuid": name}


def _ignore(issue: Issue) -> None:
    """Take a fault of language tags, or of a file that was told in the first reading."""

"""A memory parted: which of its units go into which file, by what they say of themselves."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats.tmx_exchange import exchange_tag
from zhengming.tmx.memory import identity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.tmx.model import TranslationUnit

__all__ = ["UNTOLD", "Parts", "by_date", "by_file", "by_language", "by_property", "by_size"]

#: The part of units that do not say it.
UNTOLD = "other"
#: In which property tools write the document that a unit is from.
_FILE = re.compile(r"(?:x-|txt::)?(?:file|file[ _-]?name|document|doc(?:ument)?[ _-]?name|original)", re.IGNORECASE)
_YEAR, _MONTH = 4, 6
_DATE_DIGITS = 14
_FOLDERS = re.compile(r"[/\\]")


class Parts:
    """The parts in the order in which their first units stand, each with where its units begin.

    Raise UnreadableFile if that is not known of a unit.
    """

    def __init__(self, units: Iterable[TranslationUnit], key: Callable[[TranslationUnit], str]) -> None:
        self.starts: dict[str, array[int]] = {}
        for unit in units:
            place = unit.position
            if place is None or place.byte is None:
                raise UnreadableFile(unit.location, "the units have no places; only a TMX can be parted")
            self.starts.setdefault(key(unit), array("q")).append(place.byte)

    def __len__(self) -> int:
        return len(self.starts)


def by_size(most: int) -> Callable[[TranslationUnit], str]:
    """Return a key that changes after so many units: 001, 002 …."""
    return lambda unit: f"{(unit.number - 1) // most + 1:03}"


def by_language(unit: TranslationUnit) -> str:
    """Return the unit's languages, that of its source first."""
    source = exchange_tag(unit.source_language)
    tags = {exchange_tag(variant.language) or UNTOLD for variant in unit.variants}
    return "_".join(sorted(tags, key=lambda tag: (tag != source, tag))) or UNTOLD


def by_property(name: str) -> Callable[[TranslationUnit], str]:
    """Return a key that is the value of a property of the unit, else of one of its variants."""
    return lambda unit: _property(unit, lambda kind: kind == name)


def by_file(unit: TranslationUnit) -> str:
    """Return the name of the document that the unit is from, without its folders."""
    return _FOLDERS.split(_property(unit, lambda kind: _FILE.fullmatch(kind) is not None))[-1] or UNTOLD


def by_date(*, has_months: bool) -> Callable[[TranslationUnit], str]:
    """Return a key that is the year, or year and month, of the last change."""

    def key(unit: TranslationUnit) -> str:
        date = identity.changed(unit)
        digits = f"{date:0{_DATE_DIGITS}}"
        month = f"-{digits[_YEAR:_MONTH]}" if has_months else ""
        return f"{digits[:_YEAR]}{month}" if date else UNTOLD

    return key


def _property(unit: TranslationUnit, is_wanted: Callable[[str], bool]) -> str:
    holders = (unit.properties, *(variant.properties for variant in unit.variants))
    return next((kept.text.strip() for held in holders for kept in held if is_wanted(kept.type)), "") or UNTOLD

"""Three versions of one TMX made one, unit by unit: what either side has changed is kept, to the byte.

Units are told apart by their tuid, else by what they say in the source language. Where both sides have changed one
unit differently both stand in the result, the other side's with a property that says so, and people decide.
"""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location
from zhengming.tmx.formats.encoding import EncodedText
from zhengming.tmx.formats.tmx import read

if TYPE_CHECKING:
    from zhengming.tmx.model import TranslationUnit

__all__ = ["CONFLICT", "Merged", "merged"]

CONFLICT = "x-zhengming-conflict"
_UNIT_END = "</tu>"


class Merged(NamedTuple):
    """The file, in the encoding of ours, and the units (by name) that both sides have changed differently."""

    content: bytes
    conflicts: tuple[str, ...]


_Key = tuple[str, str, int]


class _File(NamedTuple):
    """What stands before the units, each unit with the space before it, and what stands behind them."""

    head: str
    units: dict[_Key, str]
    tail: str
    mark: bytes
    encoding: str


def merged(base: bytes, ours: bytes, theirs: bytes, path: str) -> Merged:
    """Merge; units stand in the order of ours, those that only theirs has behind the unit they follow there.

    Raise UnreadableFile where one of the three is no TMX that can be read to its end.
    """
    old, mine, other = (_split(content, path) for content in (base, ours, theirs))
    conflicts: list[str] = []
    placed: dict[_Key, list[str]] = {}
    for key in _in_order(mine, other):
        pieces, is_conflict = _decided(old.units.get(key), mine.units.get(key), other.units.get(key))
        placed[key] = pieces
        if is_conflict:
            conflicts.append(key[1])
    head = other.head if mine.head == old.head else mine.head
    text = head + "".join(piece for pieces in placed.values() for piece in pieces) + mine.tail
    return Merged(mine.mark + text.encode(mine.encoding, "xmlcharrefreplace"), tuple(conflicts))


def _decided(was: str | None, mine: str | None, theirs: str | None) -> tuple[list[str], bool]:
    """Return what is to stand for one unit (None: it is not there), and whether the sides disagree."""
    if theirs in (mine, was):
        return [mine] if mine is not None else [], False
    if mine == was:
        return [theirs] if theirs is not None else [], False
    return [*([mine] if mine is not None else []), *([_marked(theirs)] if theirs is not None else [])], True


def _in_order(mine: _File, other: _File) -> list[_Key]:
    """Return the keys of mine in their order, each of the others behind the one that it follows there."""
    following: dict[_Key | None, list[_Key]] = {}
    before: _Key | None = None
    for key in other.units:
        if key in mine.units:
            before = key
        else:
            following.setdefault(before, []).append(key)
    order = following.get(None, [])
    for key in mine.units:
        order += key, *following.get(key, ())
    return order


def _split(content: bytes, path: str) -> _File:
    text = EncodedText(io.BytesIO(content), path)
    mark, encoding = text.mark, text.encoding
    whole = content[len(mark) :].decode(encoding)
    seen: Counter[tuple[str, str]] = Counter()
    starts: list[int] = []
    keys: list[_Key] = []
    known = (len(mark), 0)
    for unit in read(io.BytesIO(content), path, lambda _: None):
        if unit.position is None or unit.position.byte is None:
            raise UnreadableFile(Location(path), "the units have no places; merge the file by hand")
        at = known[1] + len(content[known[0] : unit.position.byte].decode(encoding))
        known = (unit.position.byte, at)
        starts.append(at)
        name = _identity(unit)
        keys.append((*name, seen[name]))
        seen[name] += 1
    if not starts:
        place = whole.rfind("</body")
        place = len(whole if place < 0 else whole[:place].rstrip())
        return _File(whole[:place], {}, whole[place:], mark, encoding)
    end = whole.rfind(_UNIT_END) + len(_UNIT_END)
    # The space before a unit goes with it, so that a unit taken out leaves no blank line.
    borders = [start - len(whole[:start]) + len(whole[:start].rstrip(" \t\r\n")) for start in starts]
    pieces = dict(zip(keys, map(whole.__getitem__, map(slice, borders, [*borders[1:], end])), strict=True))
    return _File(whole[: borders[0]], pieces, whole[end:], mark, encoding)


def _identity(unit: TranslationUnit) -> tuple[str, str]:
    if unit.tuid:
        return "tuid", unit.tuid
    source = unit.source_language.lower()
    variants = sorted(unit.variants, key=lambda variant: variant.language.lower() != source)
    return "text", variants[0].segment.text if variants else ""


def _marked(unit: str) -> str:
    """Return the unit with a property as its first child that says that it is the other side's."""
    start = unit.index("<tu")
    end = unit.index(">", start) + 1
    return f'{unit[:end]}<prop type="{CONFLICT}">theirs</prop>{unit[end:]}'

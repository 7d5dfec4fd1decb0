"""What the columns of a bilingual table hold, and a unit made of one row: for CSV and spreadsheets alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.formats.columns import Column, nearest
from zhengming.termbase.formats.headers import roles
from zhengming.termbase.formats.source import Sides
from zhengming.termbase.formats.spreadsheet import letters
from zhengming.termbase.language import Tag
from zhengming.tmx.model import Header, Note, State, TranslationUnit, TranslationUnitVariant

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhengming.termbase.formats.headers import Role
    from zhengming.termbase.position import Position
    from zhengming.tmx.formats.format import Wanted
    from zhengming.tmx.model import Segment

__all__ = ["Layout", "header_of", "is_termbase", "layout_of", "names_sides", "unit_of"]

#: A column of source or target texts whose language nobody has said (BCP 47).
_UNTOLD = Tag("und")
_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_ALPHABET = 26
#: Columns that a table of concepts has and a table of texts has not.
_OF_CONCEPTS = frozenset({"subject_field", "part_of_speech", "check", "definition", "confidence", "forbidden"})
_LOCKED = frozenset({"locked", "lock", "is locked", "锁定", "鎖定", "已锁定"})
_YES = frozenset({"yes", "true", "1", "x", "y", "locked", "是", "锁定", "已锁定"})
_KEY = frozenset({"key", "segment", "segment id", "segmentid", "string id", "unit", "unit id"})
_STATE = frozenset({"state", "translation status", "进度", "翻译状态"})
_STATES = {
    name: state
    for state, names in {
        State.DRAFT: "draft, new, initial, fuzzy, untranslated, not started, needs translation, 草稿, 未翻译, 待翻译",
        State.TRANSLATED: "translated, done, confirmed, 已翻译, 已译, 已确认",
        State.REVIEWED: "reviewed, proofread, approved, 已审校, 已校对, 已审核",
        State.FINAL: "final, signed off, 定稿, 终稿",
    }.items()
    for name in names.split(", ")
}


class Layout(NamedTuple):
    """Which column holds what, counted from 0."""

    texts: tuple[tuple[int, str], ...]
    """The columns of texts with their languages, the source first."""
    has_header: bool = True
    id: int | None = None
    state: int | None = None
    locked: int | None = None
    notes: tuple[int, ...] = ()


def layout_of(names: Sequence[str], wanted: Wanted) -> Layout | str:
    """Return what the first row says of the columns, or the settings; or, as text, why that cannot be told."""
    found = _roles(names, wanted)
    is_set = bool(wanted.source or wanted.target)
    texts = _set_texts(names, found, wanted) if is_set else _texts(found)
    if isinstance(texts, str):
        return texts
    if len(texts) < len(("source", "target")):
        return "the first row names no two languages; name columns zh, en or set source and target in [csv]"
    for index, tag in texts:
        if tag is None or tag == _UNTOLD:
            name = names[index].strip()
            return f"column “{name}” does not say its language; give --source-language and --target-language"
    layout = Layout(tuple((index, str(tag)) for index, tag in texts))
    set_names = {_plain(wanted.source), _plain(wanted.target)}
    if is_set and not any(index in found or _plain(names[index]) in set_names for index, _ in texts):
        return layout._replace(has_header=False)
    return _with_others(layout, names, found)


def _set_texts(names: Sequence[str], found: dict[int, Role], wanted: Wanted) -> list[tuple[int, Tag | None]] | str:
    """Return the two columns that the settings name; or, as text, why there are none."""
    sides = (wanted.source, "source", wanted.source_language), (wanted.target, "target", wanted.target_language)
    texts: list[tuple[int, Tag | None]] = []
    for column, side, told in sides:
        index = _chosen(column, names, side)
        if isinstance(index, str):
            return index
        texts.append((index, _language(found.get(index)) or told))
    return texts


def _roles(names: Sequence[str], wanted: Wanted) -> dict[int, Role]:
    return roles(names, {}, Sides(wanted.source_language or _UNTOLD, wanted.target_language or _UNTOLD))


def is_termbase(names: Sequence[str]) -> bool:
    """Return whether a table whose first row this is holds concepts, and no texts."""
    if any(":" in name and name.partition(":")[2].strip().lower() in {"admitted", "deprecated"} for name in names):
        return True
    found = roles(names, {}, Sides(_UNTOLD, _UNTOLD)).values()
    has_status = any(isinstance(role, Column) and role.status is not AdministrativeStatus.PREFERRED for role in found)
    return has_status or not _OF_CONCEPTS.isdisjoint(role for role in found if isinstance(role, str))


def names_sides(names: Sequence[str]) -> bool:
    """Return whether the first row names a source and a target, in whatever language they may be."""
    found = roles(names, {}, Sides(_UNTOLD, _UNTOLD)).values()
    return sum(_language(role) == _UNTOLD for role in found) == len(("source", "target"))


def _texts(found: dict[int, Role]) -> list[tuple[int, Tag | None]]:
    """Return the columns of texts; of several in one language, the first."""
    first: dict[Tag, int] = {}
    count = 0
    for index in sorted(found):
        if (tag := _language(found[index])) is not None:
            count += 1
            # Two columns may both say no more than "source" and "target".
            first.setdefault(tag if tag != _UNTOLD else tag._replace(region=str(count)), index)
    return [(index, tag if tag.language != _UNTOLD.language else _UNTOLD) for tag, index in first.items()]


def _language(role: Role | None) -> Tag | None:
    is_of_texts = isinstance(role, Column) and role.status is AdministrativeStatus.PREFERRED
    return role.language if is_of_texts and isinstance(role, Column) else None


def _chosen(column: str, names: Sequence[str], side: str) -> int | str:
    """Return the column that a setting names, by its header or its letter; or, as text, why there is none."""
    if not column:
        return f"[csv] names one column and not the other; set {side} too"
    plain = [_plain(name) for name in names]
    if _plain(column) in plain:
        return plain.index(_plain(column))
    if _LETTERS.fullmatch(column) and (index := _index(column)) < len(names):
        return index
    guess = nearest(_plain(column), filter(None, plain))
    hint = f"; did you mean “{guess}”?" if guess else f"; the last one is {letters(max(len(names) - 1, 0))}"
    return f"there is no column “{column}”, which [csv] {side} names{hint}"


def _index(column: str) -> int:
    number = 0
    for letter in column.upper():
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number - 1


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").split())


def _with_others(layout: Layout, names: Sequence[str], found: dict[int, Role]) -> Layout:
    taken = {index for index, _ in layout.texts}
    free = {index: _plain(name) for index, name in enumerate(names) if index not in taken}

    def first(role: str, known: frozenset[str]) -> int | None:
        return next((index for index, name in free.items() if found.get(index) == role or name in known), None)

    notes = tuple(index for index in free if found.get(index) == "note")
    return layout._replace(
        id=first("id", _KEY), state=first("status", _STATE), locked=first("locked", _LOCKED), notes=notes
    )


def header_of(layout: Layout, path: str) -> Header:
    """Return what the table says of all its units."""
    return Header({"srclang": layout.texts[0][1]}, path=path)


def unit_of(  # noqa: PLR0913, PLR0917  what a unit is made of
    layout: Layout,
    row: Sequence[str],
    segment: Callable[[int], Segment],
    header: Header,
    number: int,
    position: Position | None,
) -> TranslationUnit:
    """Return the unit of a row, given how its cells read and a way to make a segment of one of them."""

    def cell(index: int | None) -> str:
        return row[index].strip() if index is not None and index < len(row) else ""

    variants: list[TranslationUnitVariant] = []
    for index, language in layout.texts:
        text = segment(index)
        place = text.origin.position(0) if text.origin else None
        variants.append(TranslationUnitVariant(language, text, position=place))
    name = cell(layout.id)
    return TranslationUnit(
        tuple(variants),
        header,
        {"tuid": name} if name else {},
        notes=tuple(Note(text) for text in map(cell, layout.notes) if text),
        number=number,
        position=position,
        state=_STATES.get(" ".join(re.split(r"[\s_-]+", cell(layout.state).lower()))),
        is_locked=cell(layout.locked).lower() in _YES,
    )

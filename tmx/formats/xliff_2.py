"""XLIFF 2.0 to 2.2. The modules' elements are passed over; what stands in them is no translation of this file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.check import Severity
from zhengming.tmx.formats.xliff_codes_2 import CodesOfUnit, lost_codes, subflows
from zhengming.tmx.formats.xliff_file import Text, Translation, short_name
from zhengming.tmx.formats.xliff_states import STATES_2
from zhengming.tmx.formats.xml_walk import Attributes, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zhengming.termbase.position import Location, Position
    from zhengming.tmx.formats.xliff_file import XliffFile
    from zhengming.tmx.model import Header, Note

__all__ = ["Xliff2"]

_LANGUAGE = "xml:lang"
_SPACE = "xml:space"
_MODULES = "urn:oasis:names:tc:xliff:"
#: where nothing may stand that XLIFF has not put there
_CLOSED = frozenset({"xliff", "notes", "originalData", "segment", "ignorable"})


class _Part(NamedTuple):
    """A segment, or an ignorable, which is none."""

    attributes: Attributes
    texts: Mapping[str, Text]
    is_segment: bool


class _Inherited(NamedTuple):
    """What an element passes on to those inside it."""

    is_translated: bool = True
    language: str = ""
    space: str = "default"


class Xliff2:
    """Reads the elements of one file."""

    def __init__(self, file: XliffFile, root: Mapping[str, str]) -> None:
        self._file = file
        self._walk = file.walk
        self._rules = file.rules
        self._root = root
        self._header: Header = file.header(root.get("srcLang", ""))
        self._target_language = root.get("trgLang", "")
        self._file_attributes: Attributes = {}
        self._modules = {name.removeprefix("xmlns:") for name, space in root.items() if space.startswith(_MODULES)}
        self._files = 0
        #: ids of units that codes of the open file name as their sub-flows, with the place
        self._subflows: list[tuple[str, Location]] = []
        self._inherited = [_inherited(root, _Inherited())]
        #: how many units and groups the open file and groups have
        self._children = [0]
        self._begin_unit({}, file.walk.place)
        self._part_attributes: Attributes = {}
        self._texts: dict[str, Text] = {}
        self._notes_here = 0
        self._build_levels(file.prefix)

    def _build_levels(self, prefix: str) -> None:
        walk = self._walk
        self.level = Level("xliff", self._close_root)
        self._in_file = Level("file", self._close_file)
        self._in_group = Level("group", self._close_group)
        self._in_unit = Level("unit", self._close_unit)
        self._in_segment = Level("segment", self._close_segment)
        self._in_ignorable = Level("ignorable", self._close_ignorable)
        self._in_notes = Level("notes", self._close_notes)
        self._in_data = Level("originalData", self._close_data)
        notes = {f"{prefix}notes": self._open_notes}
        inside = {**notes, f"{prefix}group": self._open_group, f"{prefix}unit": self._open_unit}
        self.level.openers = {f"{prefix}file": self._open_file}
        self._in_file.openers = {**inside, f"{prefix}skeleton": walk.skip}
        self._in_group.openers = inside
        self._in_unit.openers = {
            **notes,
            f"{prefix}originalData": self._open_data_list,
            f"{prefix}segment": self._open_segment,
            f"{prefix}ignorable": self._open_ignorable,
        }
        texts = {f"{prefix}{name}": self._text_opener(name) for name in ("source", "target")}
        self._in_segment.openers = self._in_ignorable.openers = texts
        self._in_notes.openers = {f"{prefix}note": self._open_note}
        self._in_data.openers = {f"{prefix}data": self._open_data}

    def pass_over(self, name: str) -> None:
        """Judge an element that nothing here knows."""
        level = self._walk.level.name
        is_module = level == "xliff" and (name == "notes" or name.partition(":")[0] in self._modules)
        if level in _CLOSED and not is_module:
            self._rules.fault("element-unknown", self._where(), f"XLIFF has no {name} in {level}", Severity.MINOR)

    # Files and groups.

    def _close_root(self) -> None:
        if not self._files:
            self._rules.fault("element-missing", self._where(), "xliff has no file")

    def _open_file(self, attributes: Attributes) -> None:
        self._open_container("file 2", self._in_file, attributes)
        self._files += 1
        self._file_attributes = attributes

    def _close_file(self) -> None:
        self._close_container("file")
        for unit, location in self._subflows:
            if not self._rules.knows("unit", unit):
                self._rules.fault(
                    "reference-unknown", location, f"a code has the sub-flow “{unit}”; no unit is called so"
                )
        self._subflows.clear()
        self._rules.forget("unit", "group")

    def _open_group(self, attributes: Attributes) -> None:
        self._children[-1] += 1
        self._open_container("group 2", self._in_group, attributes)

    def _close_group(self) -> None:
        self._close_container("")

    def _open_container(self, name: str, level: Level, attributes: Attributes) -> None:
        self._walk.enter(level)
        self._inherit(name, level.name, attributes)
        self._children.append(0)

    def _close_container(self, name: str) -> None:
        if not self._children.pop() and name:
            self._rules.fault("element-missing", self._where(), f"{name} has neither unit nor group")
        self._inherited.pop()

    def _inherit(self, name: str, kind: str, attributes: Attributes) -> None:
        self._rules.element(name, attributes, self._where)
        self._rules.id(kind, attributes, self._where, is_strict=True)
        self._inherited.append(_inherited(attributes, self._inherited[-1]))

    # Units.

    def _begin_unit(self, attributes: Attributes, place: Position) -> None:
        self._unit = attributes
        self._place = place
        self._parts: list[_Part] = []
        self._notes: list[Note] = []
        self._data: set[str] = set()

    def _open_unit(self, attributes: Attributes) -> None:
        self._children[-1] += 1
        self._walk.enter(self._in_unit)
        self._begin_unit(attributes, self._file.xml.position())
        self._inherit("unit", "unit", attributes)

    def _close_unit(self) -> None:
        segments = [part for part in self._parts if part.is_segment]
        if not segments:
            self._rules.fault("element-missing", self._file.location(self._place), "unit has no segment")
        self._judge_parts()
        for part in segments:
            self._add(part, is_only=len(segments) == 1)
        self._inherited.pop()
        self._rules.forget("segment", "note", "data")

    def _judge_parts(self) -> None:
        source = [text for part in self._parts if (text := part.texts.get("source"))]
        target = self._ordered_targets()
        if any(text.segment.codes for text in (*source, *target)):
            notes = {dict(note.attributes).get("id", "") for note in self._notes}
            pairs = [(part.texts["source"], part.texts.get("target")) for part in self._parts if "source" in part.texts]
            of_unit = CodesOfUnit(source, target, self._data, notes)
            for rule, problem, text in (*of_unit.faults(), *lost_codes(pairs)):
                self._rules.fault(rule, self._file.location(text.place), problem)
            for unit, text in subflows((*source, *target)):
                self._subflows.append((unit, self._file.location(text.place)))

    def _ordered_targets(self) -> list[Text]:
        """Return the targets as they follow each other in the translation, which `order` may say."""
        targets: dict[str, Text] = {}
        for number, part in enumerate(self._parts, 1):
            target = part.texts.get("target")
            if target is None:
                continue
            order = target.attributes.get("order", str(number))
            if order.zfill(9) in targets:
                problem = f"two targets of the unit have the order {order}"
                self._rules.fault("order-duplicate", self._file.location(target.place), problem)
            targets[order.zfill(9)] = target
        return [targets[order] for order in sorted(targets)]

    def _add(self, part: _Part, *, is_only: bool) -> None:
        source, target = part.texts.get("source"), part.texts.get("target")
        if source is None:
            return
        file, own = self._file_attributes, part.attributes.get("id", "")
        number = "" if is_only else str(1 + [each for each in self._parts if each.is_segment].index(part))
        names = (short_name(file.get("original", "")) or file.get("id", ""), self._unit.get("id", ""), own or number)
        translation = Translation(
            source.segment,
            target and target.segment,
            self._file.target_language(self._target_language, target.attributes.get(_LANGUAGE, "") if target else ""),
            STATES_2.get(part.attributes.get("state", "")),
            not self._inherited[-1].is_translated,
        )
        self._file.add(self._header, names, self._place, translation, tuple(self._notes))

    # Segments and what is not one.

    def _open_segment(self, attributes: Attributes) -> None:
        self._open_part("segment", self._in_segment, attributes)

    def _open_ignorable(self, attributes: Attributes) -> None:
        self._open_part("ignorable", self._in_ignorable, attributes)

    def _open_part(self, name: str, level: Level, attributes: Attributes) -> None:
        self._walk.enter(level)
        self._rules.element(name, attributes, self._where)
        self._rules.id("segment", attributes, self._where, is_strict=True)
        self._part_attributes = attributes
        self._texts = {}

    def _close_segment(self) -> None:
        self._close_part(self._in_segment, is_segment=True)

    def _close_ignorable(self) -> None:
        self._close_part(self._in_ignorable, is_segment=False)

    def _close_part(self, level: Level, *, is_segment: bool) -> None:
        if "source" not in self._texts:
            self._rules.fault("source-missing", self._where(), f"{level.name} has no source; add it")
        self._parts.append(_Part(self._part_attributes, self._texts, is_segment))

    def _text_opener(self, name: str) -> Callable[[Attributes], None]:
        def finish(attributes: Attributes) -> None:
            self._texts[name] = self._file.text(self._file.cut(attributes))

        def open_text(attributes: Attributes) -> None:
            if name in self._texts:
                level = self._walk.level.name
                self._rules.fault("element-misplaced", self._where(), f"a second {name} in one {level}")
                self._walk.skip()
                return
            self._judge_text(name, attributes)
            self._walk.read_whole(lambda: finish(attributes))

        return open_text

    def _judge_text(self, name: str, attributes: Attributes) -> None:
        self._rules.element(f"{name} 2", attributes, self._where)
        attribute = "srcLang" if name == "source" else "trgLang"
        wanted = self._root.get(attribute, "")
        if not wanted and name == "target":
            self._rules.trait("language-missing", "", self._where(), "a target, but xliff has no trgLang; add it")
        written = attributes.get(_LANGUAGE) or self._inherited[-1].language
        if written.lower() != wanted.lower():
            self._rules.language(written, wanted, name, attribute, self._where())
        before = self._texts.get("source")
        if name == "target" and before is not None:
            usual = self._inherited[-1].space
            if before.attributes.get(_SPACE, usual) != attributes.get(_SPACE, usual):
                self._rules.fault("space-differs", self._where(), "xml:space of source and target differ")

    # Notes and data.

    def _open_notes(self, _attributes: Attributes) -> None:
        is_late = bool(self._parts) if self._walk.level is self._in_unit else bool(self._children[-1])
        if is_late:
            level = self._walk.level.name
            self._rules.fault("element-misplaced", self._where(), f"notes stand too late in {level}")
        self._walk.enter(self._in_notes)
        self._rules.forget("note")
        self._notes_here = 0

    def _open_note(self, attributes: Attributes) -> None:
        self._notes_here += 1
        self._rules.id("note", attributes, self._where, is_strict=True)
        self._walk.read_whole(lambda: self._keep_note(attributes))

    def _keep_note(self, attributes: Attributes) -> None:
        if self._file.walk.is_within(self._in_unit):
            self._notes.append(self._file.note(attributes))

    def _close_notes(self) -> None:
        if not self._notes_here:
            self._rules.fault("element-missing", self._where(), "notes has no note")

    def _open_data_list(self, _attributes: Attributes) -> None:
        self._walk.enter(self._in_data)

    def _open_data(self, attributes: Attributes) -> None:
        self._rules.id("data", attributes, self._where, is_strict=True)
        self._data.add(attributes.get("id", ""))
        self._walk.skip()

    def _close_data(self) -> None:
        if not self._data:
            self._rules.fault("element-missing", self._where(), "originalData has no data")

    def _where(self) -> Location:
        return self._file.xml.location()


def _inherited(attributes: Mapping[str, str], around: _Inherited) -> _Inherited:
    own = attributes.get("translate")
    return _Inherited(
        around.is_translated if own is None else own != "no",
        attributes.get(_LANGUAGE) or around.language,
        attributes.get(_SPACE) or around.space,
    )

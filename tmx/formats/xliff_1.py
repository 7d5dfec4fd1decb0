"""XLIFF 1.0 to 1.2, and what Trados (SDLXLIFF), memoQ (MQXLIFF) and Phrase (MXLIFF) add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.formats.xliff_codes_1 import code_faults
from zhengming.tmx.formats.xliff_file import Text, Translation, Written, short_name
from zhengming.tmx.formats.xliff_states import CONFIRMATIONS, memoq_state, phrase_state, state_of_target
from zhengming.tmx.formats.xml_walk import Attributes, Level
from zhengming.tmx.model import Header, Note, Segment, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from zhengming.termbase.position import Location, Position
    from zhengming.tmx.formats.xliff_file import XliffFile

__all__ = ["Xliff1"]

#: what the tools' own namespaces begin with, and the prefixes they write for them
_TOOLS = {"sdl": "http://sdl.com/FileTypes/SdlXliff", "mq": "MQXliff", "m": "http://www.memsource.com/mxlf"}
_YES = frozenset({"true", "locked", "1", "yes"})


class Xliff1:
    """Reads the elements of one file."""

    def __init__(self, file: XliffFile, root: Mapping[str, str]) -> None:
        self._file = file
        self._walk = file.walk
        self._rules = file.rules
        self._header = Header()
        self._file_attributes: Attributes = {}
        self._translates = [True]
        self._begin_unit({}, file.walk.place)
        self._prefixes = {tool: f"{_prefix(root, space, tool)}:" for tool, space in _TOOLS.items()}
        self._build_levels(file.prefix)

    def _build_levels(self, prefix: str) -> None:
        walk = self._walk
        self.level = Level("xliff", self._close_nothing)
        self._in_file = Level("file", self._close_file)
        self._in_body = Level("body", self._close_nothing)
        self._in_group = Level("group", self._close_group)
        self._in_unit = Level("trans-unit", self._close_unit)
        self._in_definitions = Level("seg-defs", self._close_nothing)
        units = {
            f"{prefix}group": self._open_group,
            f"{prefix}trans-unit": self._open_unit,
            # A bin-unit is a group here: it may hold texts of its picture.
            f"{prefix}bin-unit": self._open_group,
        }
        passed = (
            "note",
            "count-group",
            "context-group",
            "prop-group",
            "bin-source",
            "bin-target",
            "alt-trans",
            "header",
        )
        skipped = {f"{prefix}{name}": walk.skip for name in passed}
        self.level.openers = {f"{prefix}file": self._open_file}
        self._in_file.openers = {**skipped, f"{prefix}body": lambda _: walk.enter(self._in_body)}
        self._in_body.openers = units
        self._in_group.openers = {**skipped, **units}
        sdl = self._prefixes["sdl"]
        self._in_unit.openers = {
            **skipped,
            f"{prefix}source": self._text_opener("source"),
            f"{prefix}seg-source": self._text_opener("seg-source"),
            f"{prefix}target": self._text_opener("target"),
            f"{prefix}note": self._open_note,
            f"{sdl}seg-defs": lambda _: walk.enter(self._in_definitions),
        }
        self._in_definitions.openers = {f"{sdl}seg": self._open_definition}

    def pass_over(self, name: str) -> None:
        """Take an element that nothing here knows: XLIFF 1 lets tools put theirs nearly anywhere."""

    def _open_file(self, attributes: Attributes) -> None:
        self._walk.enter(self._in_file)
        self._rules.element("file 1", attributes, self._where)
        self._file_attributes = attributes
        self._header = self._file.header(attributes.get("source-language", ""))

    def _close_file(self) -> None:
        self._rules.forget("trans-unit")

    def _open_group(self, attributes: Attributes) -> None:
        self._walk.enter(self._in_group)
        self._rules.element("group 1", attributes, self._where)
        self._translates.append(self._translated(attributes))

    def _close_group(self) -> None:
        self._translates.pop()

    def _translated(self, attributes: Attributes) -> bool:
        own = attributes.get("translate")
        return self._translates[-1] if own is None else own != "no"

    def _begin_unit(self, attributes: Attributes, place: Position) -> None:
        self._unit = attributes
        self._place = place
        self._written: dict[str, Written] = {}
        self._notes: list[Note] = []
        self._definitions: dict[str, Attributes] = {}

    def _open_unit(self, attributes: Attributes) -> None:
        self._walk.enter(self._in_unit)
        self._begin_unit(attributes, self._file.xml.position())
        self._rules.element("trans-unit", attributes, self._where)
        self._rules.id("trans-unit", attributes, self._where, is_strict=False)

    def _text_opener(self, name: str) -> Callable[[Attributes], None]:
        def finish(attributes: Attributes) -> None:
            self._written[name] = self._file.cut(attributes)

        def open_text(attributes: Attributes) -> None:
            if name in self._written:
                self._rules.fault("element-misplaced", self._where(), f"a second {name} in one trans-unit")
                self._walk.skip()
                return
            if name == "target":
                self._rules.element("target 1", attributes, self._where)
            self._walk.read_whole(lambda: finish(attributes))

        return open_text

    def _open_note(self, attributes: Attributes) -> None:
        self._walk.read_whole(lambda: self._notes.append(self._file.note(attributes)))

    def _open_definition(self, attributes: Attributes) -> None:
        self._definitions[attributes.get("id", "")] = attributes
        self._walk.skip()

    def _close_unit(self) -> None:
        written = self._written
        source = self._file.text(written["seg-source"]) if "seg-source" in written else None
        if (source is None or not source.segments) and "source" in written:
            source = self._file.text(written["source"])
        if source is None:
            self._rules.fault("source-missing", self._file.location(self._place), "trans-unit has no source; add it")
            return
        target = self._file.text(written["target"]) if "target" in written else None
        for text in (source, target) if target else (source,):
            for rule, problem in code_faults(text.segment, [segment for _, segment in text.segments]):
                self._rules.fault(rule, self._file.location(text.place), problem)
        for mid, one, other in self._pairs(source, target):
            self._add(mid, one, other)

    def _pairs(self, source: Text, target: Text | None) -> Iterator[tuple[str, Segment, Segment | None]]:
        """Yield the segments of the unit with their mid and what translates them."""
        if not source.segments:
            yield "", source.segment, None if target is None else self._file.joined(target)
        elif target is None or target.is_blank:
            for mid, segment in source.segments:
                yield mid, segment, None
        elif not target.segments:
            # The whole may have been translated, or nothing but the code that the segments stand in.
            yield "", self._file.joined(source), target.segment
        else:
            yield from self._partners(source, target)

    def _partners(self, source: Text, target: Text) -> Iterator[tuple[str, Segment, Segment | None]]:
        translated = dict(target.segments)
        location = self._file.location(target.place)
        if len(translated) < len(target.segments):
            self._rules.fault(
                "segment-duplicate", location, "two segments of the target have one mid; number them apart"
            )
        for mid, segment in source.segments:
            other = translated.pop(mid, None)
            if other is None:
                self._rules.fault("segment-unpaired", location, f"the target has no segment “{mid}”, the source has")
            yield mid, segment, other
        for mid in translated:
            self._rules.fault("segment-unpaired", location, f"the source has no segment “{mid}”, the target has")

    def _add(self, mid: str, source: Segment, target: Segment | None) -> None:
        unit, file = self._unit, self._file_attributes
        definition = self._definitions.get(mid) if mid else None
        language = file.get("target-language", "")
        if not language and "target" in self._written:
            language = self._written["target"].attributes.get("xml:lang", "")
        # Trados numbers the segments of a file throughout, and that number is what it shows.
        numbers = (mid,) if definition is not None else (unit.get("id", ""), mid)
        translation = Translation(
            source,
            target,
            self._file.target_language(language),
            self._state(definition),
            self._is_locked(definition),
        )
        names = (short_name(file.get("original", "")), *numbers)
        self._file.add(self._header, names, self._place, translation, tuple(self._notes))

    def _state(self, definition: Attributes | None) -> State | None:
        if definition is not None:
            return CONFIRMATIONS.get(definition.get("conf", "Draft"))
        unit = self._unit
        target = self._written.get("target")
        return (
            memoq_state(unit, self._prefixes["mq"])
            or phrase_state(unit, self._prefixes["m"])
            or state_of_target(unit, target.attributes if target else {})
        )

    def _is_locked(self, definition: Attributes | None) -> bool:
        unit = self._unit
        marks = (
            (definition or {}).get("locked", ""),
            unit.get(f"{self._prefixes['mq']}locked", ""),
            unit.get(f"{self._prefixes['m']}locked", ""),
        )
        return not self._translated(unit) or any(mark.lower() in _YES for mark in marks)

    def _where(self) -> Location:
        return self._file.xml.location()

    def _close_nothing(self) -> None:
        """Leave an element that needs no end."""


def _prefix(root: Mapping[str, str], space: str, usual: str) -> str:
    """Return the prefix that the root element gives to a tool's namespace, else the one that the tool writes."""
    declared = (name for name, value in root.items() if name.startswith("xmlns:") and value.startswith(space))
    return next(declared, f"xmlns:{usual}").removeprefix("xmlns:")

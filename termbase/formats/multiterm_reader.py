"""MultiTerm XML (MTF), as MultiTerm, memoQ, Acrolinx and others write it. Fields are known by what people call them.

Whatever their owners named otherwise is left out, as are pictures, cross references and who did what when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.entry import Entry
from zhengming.termbase.formats.headers import FORBIDDEN, attribute, language_named
from zhengming.termbase.formats.source import Fault, Gathered, Source
from zhengming.termbase.formats.xml_elements import elements, root_name
from zhengming.termbase.language import parse
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.formats.source import Wanted
    from zhengming.termbase.formats.xml_elements import Element
    from zhengming.termbase.language import Tag

__all__ = ["SOURCE", "read"]

_ENTRY = frozenset({"conceptGrp"})
_STATUSES = frozenset("entry status;term status;usage status;process status".split(";"))


def read(data: bytes, path: str, wanted: Wanted) -> Gathered:
    """Read the concepts. Raise UnreadableFile where the XML is broken, or not MultiTerm's."""
    found = Gathered()
    parts = elements(data, path, _ENTRY)
    root = next(parts, None)
    if root is None or root.name != "mtf":
        location = root.location if root else Location(path, Position(1, 1))
        raise UnreadableFile(location, "no MultiTerm XML, whose first element is mtf")
    for group in parts:
        _entry(group, found.faults).finish(found, wanted.unsaid)
    return found


def _entry(group: Element, faults: list[Fault]) -> Entry:
    number = next((part.text for part in group.children if part.name == "concept"), "")
    entry = Entry(group.location, number, faults)
    for field in _fields(group):
        if _called(field) in {"id", "concept id", "entry id"} and field.text:
            entry.id = field.text  # an id that somebody gave says more than MultiTerm's number
        else:
            _take(field, entry)
    for section in group.children:
        if section.name == "languageGrp":
            _read_language(section, entry)
    return entry


def _fields(group: Element) -> Iterator[Element]:
    """Yield the fields that a group describes itself with, those within fields too."""
    for part in group.children:
        if part.name == "descripGrp":
            yield from (field for field in part.children if field.name == "descrip")
            yield from _fields(part)


def _called(field: Element) -> str:
    return " ".join(field.attributes.get("type", "").lower().replace("_", " ").split())


def _read_language(section: Element, entry: Entry) -> None:
    entry.term = None
    named = next((part for part in section.children if part.name == "language"), section)
    language = _language(named)
    if language is None:
        written = named.attributes.get("lang") or named.attributes.get("type", "")
        entry.faults.append(Fault(named.location, f"“{written}” is no language; its terms are left out"))
        return
    for field in _fields(section):
        _take(field, entry)
    for group in section.children:
        if group.name == "termGrp":
            _read_term(group, language, entry)


def _language(named: Element) -> Tag | None:
    """Return the language of its code or, where that is none, of the name that the termbase gives it."""
    return parse(named.attributes.get("lang", "")) or language_named(named.attributes.get("type", ""))


def _read_term(group: Element, language: Tag, entry: Entry) -> None:
    text = next((part.text for part in group.children if part.name == "term"), "")
    if not text:
        entry.faults.append(Fault(group.location, "a term without a text; it is left out"))
        return
    entry.name(text, language)
    for field in _fields(group):
        _take(field, entry)


def _take(field: Element, entry: Entry) -> None:
    """Take what a field says, by its name."""
    name, text = _called(field), field.text
    kind = attribute(name)
    if name == "usage":
        entry.usage(text)
    elif name in _STATUSES or kind == "status":
        entry.stands(text, field.location)
    elif kind == FORBIDDEN:
        entry.forbid(text)
    elif name == "case sensitive":
        entry.mind_case(text)
    elif kind == "note":
        entry.note(text)
    elif kind == "part_of_speech":
        entry.say(kind, text.lower())
    elif kind in {"subject_field", "definition", "source", "confidence"}:
        entry.say(kind, text)


def _claims(_suffix: str, data: bytes) -> bool:
    return root_name(data) == "mtf"


SOURCE = Source("MultiTerm XML", (".xml",), _claims, read)

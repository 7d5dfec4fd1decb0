"""TBX of every edition: version 3 (ISO 30042:2019, DCA and DCT), version 2 (martif), the older TBX-Min.

Data categories are known by their names, at whatever level a tool has put them. What this project has no place for is
left out: contexts, grammatical gender, cross references, who did what when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.entry import Entry
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

_ROOTS = frozenset({"tbx", "martif", "TBX"})
_ENTRIES = frozenset({"conceptEntry", "termEntry"})
_LANGUAGES = frozenset({"langSec", "langSet", "langGroup", "langGrp"})
_TERMS = frozenset({"termSec", "tig", "ntig", "termGroup"})
#: Groups that hold a data category and what is said of it.
_GROUPS = frozenset({"descripGrp", "adminGrp", "termNoteGrp", "termGrp", "noteGrp", "xrefGrp"})
#: Elements whose `type` says what they hold; in DCT the element's own name says it.
_TYPED = frozenset({"descrip", "admin", "termNote", "descripNote", "adminNote"})
_ATTRIBUTES = {
    "subjectField": "subject_field",
    "definition": "definition",
    "source": "source",
    "Usage note": "note",
    "usageNote": "note",
}
_STATUSES = frozenset(
    "administrativeStatus normativeAuthorization usageStatus termStatus status processStatus"
    " across_ISO_picklist_Usage across_ISO_picklist_Verwendung".split()
)


def read(data: bytes, path: str, wanted: Wanted) -> Gathered:
    """Read the concepts. Raise UnreadableFile where the XML is broken, or no TBX."""
    found = Gathered()
    parts = elements(data, path, _ENTRIES)
    root = next(parts, None)
    if root is None or root.name not in _ROOTS:
        location = root.location if root else Location(path, Position(1, 1))
        raise UnreadableFile(
            location, "no TBX, whose first element is tbx or martif; name a termbase of another suffix"
        )
    for element in parts:
        entry = Entry(element.location, element.attributes.get("id", "").strip(), found.faults)
        for child in _flat(element):
            if child.name in _LANGUAGES:
                _read_language(child, entry)
            else:
                _read_category(child, entry)
        entry.finish(found, wanted.unsaid)
    return found


def _flat(element: Element) -> Iterator[Element]:
    """Yield what is within, groups opened: first what describes the whole, then languages or terms."""
    later: list[Element] = []
    for child in element.children:
        if child.name in _GROUPS:
            yield from _flat(child)
        elif child.name in _LANGUAGES or child.name in _TERMS:
            later.append(child)
        else:
            yield child
    yield from later


def _read_language(section: Element, entry: Entry) -> None:
    entry.term = None
    written = section.attributes.get("lang", "")
    language = parse(written)
    if language is None:
        entry.faults.append(Fault(section.location, f"“{written}” is no language; its terms are left out"))
        return
    for part in _flat(section):
        if part.name in _TERMS:
            _read_term(part, language, entry)
        else:
            _read_category(part, entry)


def _read_term(section: Element, language: Tag, entry: Entry) -> None:
    parts = list(_flat(section))
    text = next((part.text for part in parts if part.name == "term"), "")
    if not text:
        entry.faults.append(Fault(section.location, "a term without a text; it is left out"))
        return
    entry.name(text, language)
    for part in parts:
        _read_category(part, entry)


def _read_category(part: Element, entry: Entry) -> None:
    """Take what one data category says."""
    kind = part.attributes.get("type", "") if part.name in _TYPED else part.name
    text = part.text
    if kind == "note":
        entry.note(text)
    elif kind in _STATUSES:
        entry.stands(text, part.location)
    elif kind == "partOfSpeech":
        entry.say("part_of_speech", text.lower())
    elif kind == "geographicalUsage":
        entry.label(text)
    elif answer := _ANSWERS.get(kind):
        answer(entry, text)
    elif kind in _ATTRIBUTES:
        entry.say(_ATTRIBUTES[kind], text)


_ANSWERS = {
    "xBool_Forbidden": Entry.forbid,
    "forbidden": Entry.forbid,
    "preferred": Entry.prefer,
    "caseSensitive": Entry.mind_case,
}


def _claims(_suffix: str, data: bytes) -> bool:
    return root_name(data) in _ROOTS


SOURCE = Source("TBX", (".tbx", ".xml"), _claims, read)

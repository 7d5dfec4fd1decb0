"""What is wrong with the inline codes of a unit of XLIFF 2, whose segments share them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.formats.xliff_rules import NMTOKEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from zhengming.tmx.formats.xliff_file import Text
    from zhengming.tmx.model import InlineCode

__all__ = ["CodesOfUnit", "lost_codes", "subflows"]

#: each kind of code, and of annotation, with what closes it elsewhere
_CODES = frozenset({"pc", "sc", "ec", "ph"})
_SPANS = {"ec": "sc", "em": "sm"}
_NAMED = frozenset({"pc", "sc", "ph", "mrk", "sm"})
_TYPES = frozenset({"fmt", "ui", "quote", "link", "image", "other"})
_ANNOTATIONS = frozenset({"generic", "comment", "term"})
#: the subtypes that XLIFF itself has, with the type they belong to
_SUBTYPES = {**dict.fromkeys(("xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u"), "fmt"), "xlf:var": "ui"}
_RIGHTS = ("canCopy", "canDelete", "canOverlap", "canReorder")
_SUBFLOWS = ("subFlows", "subFlowsStart", "subFlowsEnd")
_DATA = ("dataRef", "dataRefStart", "dataRefEnd")
#: a note of the unit itself, by its name alone or by the whole path
_NOTE = re.compile(r"#(?:.*u=[^/]*/)?n=(.*)")

_Fault = tuple[str, str]


class _Placed(NamedTuple):
    """A code in its text."""

    code: InlineCode
    attributes: Mapping[str, str]
    text: Text


class CodesOfUnit:
    """The codes of one unit, with the data and notes that they may point to."""

    def __init__(
        self, source: Iterable[Text], target: Iterable[Text], data: Collection[str], notes: Collection[str]
    ) -> None:
        self._source = list(_placed(source))
        self._target = list(_placed(target))
        self._data = data
        self._notes = notes

    def faults(self) -> Iterator[tuple[str, str, Text]]:
        """Yield rule, problem and the text it is in."""
        for side in (self._source, self._target):
            if side:
                yield from self._of_side(side)
        if any("canReorder" in placed.attributes for placed in self._source):
            yield from _reordered(self._source, self._target)

    def _of_side(self, side: Sequence[_Placed]) -> Iterator[tuple[str, str, Text]]:
        known: dict[str, _Placed] = {}
        opened: dict[str, _Placed] = {}
        has_begun = False
        for placed in side:
            code, attributes, text = placed
            if code.closes:
                continue
            found = [*_own_faults(code.element, attributes), *self._references(attributes, known)]
            name = attributes.get("id", "")
            if name in known:
                found.append(("id-duplicate", f"a second code with id “{name}” in one unit"))
            if code.element in _SPANS:
                found += _closing(code.element, attributes, opened)
            elif code.element in {"sc", "sm"} and attributes.get("isolated") != "yes":
                opened[name] = placed
            order = attributes.get("canReorder")
            if order == "no" and code.element != "ec" and not has_begun:
                found.append(
                    ("order-begun", f"{code.element} “{name}” may not be moved, but no code before it is firstNo")
                )
            has_begun = has_begun or order == "firstNo"
            if name:
                known[name] = placed
            yield from ((rule, problem, text) for rule, problem in found)
        for name, placed in opened.items():
            kind = placed.code.element
            closing = "ec" if kind == "sc" else "em"
            yield f"{kind}-unpaired", f"{kind} id=“{name}” has no {closing} in its unit; close it", placed.text

    def _references(self, attributes: Mapping[str, str], known: Mapping[str, _Placed]) -> Iterator[_Fault]:
        for key in _DATA:
            if key in attributes and attributes[key] not in self._data:
                yield "reference-unknown", f"{key} is “{attributes[key]}”; the unit has no such data"
        note = _NOTE.fullmatch(attributes.get("ref", "")) if attributes.get("type") == "comment" else None
        if attributes.get("type") == "comment" and "ref" in attributes and (note is None or note[1] not in self._notes):
            yield "reference-unknown", f"ref is “{attributes['ref']}”; the unit has no such note"
        copied = attributes.get("copyOf")
        if copied is None:
            return
        if "dataRef" in attributes:
            yield "attribute-unknown", "copyOf and dataRef exclude each other"
        if copied not in known:
            yield "reference-unknown", f"copyOf is “{copied}”; the unit has no such code before it"
        elif known[copied].attributes.get("canCopy") == "no":
            yield "reference-unknown", f"copyOf is “{copied}”, which may not be copied"


def lost_codes(parts: Sequence[tuple[Text, Text | None]]) -> Iterator[tuple[str, str, Text]]:
    """Yield the codes of translated segments that may not be deleted, and have no place in any target of the unit."""
    wanted = [
        (code.attribute("id"), target)
        for source, target in parts
        for code in source.segment.codes
        if target and code.attribute("canDelete") == "no"
    ]
    if not wanted:
        return
    kept = {code.attribute("id") for _, target in parts if target for code in target.segment.codes}
    for name, text in wanted:
        if name and name not in kept:
            yield "code-deleted", f"the target lacks the code “{name}”, which may not be deleted", text


def subflows(texts: Iterable[Text]) -> Iterator[tuple[str, Text]]:
    """Yield the units that codes name as the texts inside them."""
    for text in texts:
        for code in text.segment.codes:
            for name, units in code.attributes:
                if name in _SUBFLOWS:
                    yield from ((unit, text) for unit in units.split())


def _placed(texts: Iterable[Text]) -> Iterator[_Placed]:
    return (_Placed(code, dict(code.attributes), text) for text in texts for code in text.segment.codes)


def _own_faults(element: str, attributes: Mapping[str, str]) -> Iterator[_Fault]:
    """Yield what is wrong with a code by itself."""
    name = attributes.get("id", "")
    if not name and element in _NAMED:
        yield "attribute-missing", f"{element} has no id; add it"
    elif name and not NMTOKEN.fullmatch(name):
        yield "id-malformed", f"id “{name}” is no name token; use letters, digits and .-_"
    if element in _CODES:
        yield from _code_faults(element, attributes)
    elif element in {"mrk", "sm"}:
        yield from _annotation_faults(attributes)


def _code_faults(element: str, attributes: Mapping[str, str]) -> Iterator[_Fault]:
    kind, subtype = attributes.get("type"), attributes.get("subType")
    if kind is not None and kind not in _TYPES:
        yield "attribute-value", f"type of {element} is “{kind}”; XLIFF knows {', '.join(sorted(_TYPES))}"
    if subtype is not None and kind is None:
        yield "attribute-missing", f"{element} has a subType and no type; add type"
    elif subtype is not None and (
        (subtype.startswith("xlf:") or subtype in _SUBTYPES) and _SUBTYPES.get(subtype) != kind
    ):
        yield "attribute-value", f"subType “{subtype}” is none of type “{kind}”"
    can_reorder = attributes.get("canReorder")
    # What may be moved with others only may be neither copied nor deleted, except that an ec says so by its sc.
    if can_reorder in {"no", "firstNo"} and not (attributes.get("canCopy") == attributes.get("canDelete") == "no"):
        yield "attribute-value", f"canReorder of {element} is “{can_reorder}”; canCopy and canDelete must be “no” too"
    for key in attributes:
        prefix, colon, _ = key.partition(":")
        if colon and prefix not in {"fs", "slr", "its", "xml", "ctr", "xmlns"}:
            yield "attribute-unknown", f"XLIFF has no {key} in {element}"


def _annotation_faults(attributes: Mapping[str, str]) -> Iterator[_Fault]:
    kind = attributes.get("type", "generic")
    if kind not in _ANNOTATIONS and ":" not in kind:
        known = ", ".join(sorted(_ANNOTATIONS))
        yield "attribute-value", f"type of mrk is “{kind}”; XLIFF knows {known} and those with a prefix"
    if kind == "comment" and ("value" in attributes) == ("ref" in attributes):
        yield "comment-source", "a comment is either a value or a ref to a note"


def _closing(element: str, attributes: Mapping[str, str], opened: dict[str, _Placed]) -> Iterator[_Fault]:
    """Yield what is wrong with an ec or em, and close what it closes."""
    start, opening = attributes.get("startRef"), _SPANS[element]
    if attributes.get("isolated") == "yes":
        if start is not None or "id" not in attributes:
            yield "ec-isolated", "an isolated ec has an id of its own and no startRef"
        return
    if start is None:
        yield "attribute-missing", f"{element} has no startRef; add it, or isolated=“yes” if its {opening} is elsewhere"
        return
    if element == "ec" and "id" in attributes:
        yield "ec-isolated", "an ec with startRef has no id of its own"
    before = opened.pop(start, None)
    if before is None or before.code.element != opening:
        yield f"{element}-unpaired", f"{element} startRef=“{start}” has no {opening} before it in its unit"
        return
    for right in _RIGHTS if element == "ec" else ():
        values = [_right(right, each) for each in (before.attributes, attributes)]
        if values[0] != values[1]:
            yield "rights-differ", f"{right} of sc “{start}” and of its ec differ"
    if any(key.startswith("fs:") for key in attributes):
        yield "attribute-unknown", "only an isolated ec may have attributes of fs; write them at its sc"


def _right(name: str, attributes: Mapping[str, str]) -> str:
    value = attributes.get(name, "yes")
    return "no" if value == "firstNo" else value


def _reordered(source: Sequence[_Placed], target: Sequence[_Placed]) -> Iterator[tuple[str, str, Text]]:
    """Yield the rows of codes that must stay together, and do not in the target."""
    source = [placed for placed in source if placed.code.element in _CODES]
    target = [placed for placed in target if placed.code.element in _CODES]
    translated = _names(target)
    for row in _rows(source):
        first = row[0]
        if first not in translated:
            continue
        at = translated.index(first)
        if translated[at : at + len(row)] != row and set(row) <= set(translated):
            text = next(placed.text for placed in target if placed.attributes.get("id") == first)
            shown = ", ".join(name for name in row if not name.startswith("/"))
            yield "order-broken", f"the codes {shown} must stay together and in their order", text


def _rows(side: Sequence[_Placed]) -> Iterator[list[str]]:
    """Yield the names of the codes from one that is firstNo to the last that is no."""
    names = _names(side)
    row: list[str] = []
    pending: list[str] = []
    for placed, name in zip(side, names, strict=True):
        order = placed.attributes.get("canReorder")
        if order == "firstNo":
            if len(row) > 1:
                yield row
            row, pending = [name], []
        elif order == "no" and row:
            row += [*pending, name]
            pending = []
        elif row:
            pending.append(name)
    if len(row) > 1:
        yield row


def _names(side: Sequence[_Placed]) -> list[str]:
    """Return the id of each code; of the end of a pc, that of its beginning behind a stroke."""
    names: list[str] = []
    within: list[str] = []
    for code, attributes, _ in side:
        if code.closes:
            names.append(f"/{within.pop() if within else ''}")
            continue
        name = attributes.get("id") or f"/{attributes.get('startRef', '')}"
        if code.is_border:
            within.append(name)
        names.append(name)
    return names

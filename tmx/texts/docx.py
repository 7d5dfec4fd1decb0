"""Word documents: the paragraphs of the text, its tables and its notes, as they stand. Places are “paragraph 12”.

Deleted and moved-away text, field codes and the fallback copies of text boxes are not read. lxml walks the parts, for
it is there already and python-docx leaves notes, text boxes and insertions out.
"""

from __future__ import annotations

import io
import posixpath
import re
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.package import Package
from zhengming.termbase.position import Location
from zhengming.tmx.model import InlineCode, Origin, Segment
from zhengming.tmx.texts.block import Block, TextFormat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

__all__ = ["FORMAT", "blocks"]

_MAIN = "word/document.xml"
_NOTES = (("footnote", "footnotes.xml"), ("endnote", "endnotes.xml"))
#: What holds no text, or text that is not to be read.
_UNREAD = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr"})
_SIGNS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}
_MARKS = {"footnoteReference": "[footnote]", "endnoteReference": "[endnote]"}
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_NUMBERED = "numPr"


def blocks(stream: BinaryIO, path: str) -> Iterator[Block]:
    """Yield the paragraphs, those of the notes at the end. Raise UnreadableFile."""
    with Package(stream, path, "Word document") as package:
        main = _main(package)
        folder = posixpath.dirname(main)
        levels = _levels(package, f"{folder}/styles.xml", path)
        yield from _paragraphs(package, main, path, "paragraph", levels)
        for kind, name in _NOTES:
            part = f"{folder}/{name}"
            if part in package.names:
                yield from _paragraphs(package, part, path, kind, levels)


def _main(package: Package) -> str:
    """Return the name of the part that holds the text."""
    names = package.names
    main = (
        _MAIN if _MAIN in names else next((name for name in names if re.fullmatch(r"word/document\d*\.xml", name)), "")
    )
    if not main:
        package.refuse(f"no Word document: it has no part {_MAIN}; save it again as .docx")
    return main


def _levels(package: Package, name: str, path: str) -> dict[str, int]:
    """Return the levels of the styles that are headings, whatever Word calls them in its own language."""
    levels: dict[str, int] = {}
    if name not in package.names:
        return levels
    for style in _elements(package, name, path, "style"):
        for child in style:
            heading = _HEADING.fullmatch(_attribute(child, "val")) if _name(child) == "name" else None
            if heading:
                levels[_attribute(style, "styleId")] = int(heading[1])
    return levels


def _elements(package: Package, name: str, path: str, wanted: str) -> Iterator[Any]:
    """Yield the elements of that name that lie in no other, each with all that it holds."""
    from lxml import etree  # noqa: PLC0415  few files are documents, and the import is not free

    depth = 0
    try:
        # resolve_entities=False: no entity is expanded, and a document of Word has none.
        events = etree.iterparse(
            io.BytesIO(package.part(name)), events=("start", "end"), resolve_entities=False, no_network=True
        )
        for event, element in events:
            if _name(element) != wanted:
                continue
            depth += 1 if event == "start" else -1
            if event == "end" and not depth:
                yield element
                element.clear()
    except etree.XMLSyntaxError as error:
        problem = f"its part {name} is damaged: {error.msg}; save the file again"
        raise UnreadableFile(Location(path), problem) from error


def _paragraphs(package: Package, part: str, path: str, kind: str, levels: dict[str, int]) -> Iterator[Block]:
    """Yield the paragraphs of a part that hold text; all are counted, as Word counts them."""
    number = 0
    for outer in _elements(package, part, path, "p"):
        # A text box is anchored in a paragraph and holds more of them.
        for paragraph in _within(outer):
            number += 1
            text, codes = _text(paragraph)
            if not text.strip():
                continue
            origin = Origin(path, "utf-8", number, 1, None, text, part=f"{kind} {number}")
            segment = Segment(text, codes, origin=origin)
            level = levels.get(_style(paragraph), 0)
            yield Block(f"heading {level}" if level else _kind(paragraph, kind), segment, level)


def _within(outer: Any) -> Iterator[Any]:  # noqa: ANN401  lxml has no types
    yield outer
    for inner in outer.iter():
        if inner is not outer and _name(inner) == "p" and not any(_name(a) in _UNREAD for a in inner.iterancestors()):
            yield inner


def _text(paragraph: Any) -> tuple[str, tuple[InlineCode, ...]]:  # noqa: ANN401
    """Return the text of a paragraph without that of the paragraphs inside it, and the marks of notes."""
    pieces: list[str] = []
    codes: list[InlineCode] = []
    pending = [*reversed(paragraph)]
    while pending:
        element = pending.pop()
        name = _name(element)
        if name == "t":
            pieces.append(element.text or "")
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name in _MARKS:
            codes.append(InlineCode("ph", sum(map(len, pieces)), content=_MARKS[name]))
        elif name not in _UNREAD and name != "p":
            pending.extend(reversed(element))
    return "".join(pieces), tuple(codes)


def _style(paragraph: Any) -> str:  # noqa: ANN401
    return next((_attribute(e, "val") for e in _properties(paragraph) if _name(e) == "pStyle"), "")


def _kind(paragraph: Any, kind: str) -> str:  # noqa: ANN401
    if any(_name(ancestor) == "tc" for ancestor in paragraph.iterancestors()):
        return "cell"
    return "item" if any(_name(element) == _NUMBERED for element in _properties(paragraph)) else kind


def _properties(paragraph: Any) -> Iterator[Any]:  # noqa: ANN401
    return (child for properties in paragraph if _name(properties) == "pPr" for child in properties)


def _name(element: Any) -> str:  # noqa: ANN401
    """Return the local name: documents are in one of two namespaces. Comments and instructions have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: Any, name: str) -> str:  # noqa: ANN401
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


FORMAT = TextFormat("docx", (".docx", ".docm"), blocks)

"""XLIFF 1.2 (OASIS, 2008): a trans-unit a unit; native codes keep their content."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from zhengming.tmx.formats.tmx_exchange import exchange_tag
from zhengming.tmx.formats.writer import Writer, bilingual, count_lost, count_unwritable, interleaved, paired
from zhengming.tmx.formats.xml_writing import attributes_written, escaped
from zhengming.tmx.model import State

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Iterable, Iterator

    from zhengming.termbase.formats.target import Languages
    from zhengming.tmx.model import InlineCode, Segment, TranslationUnit
    from zhengming.tmx.pair import Pair

__all__ = ["WRITER"]

_ROOT = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
_HELD = frozenset({"notes", "states", "locks", "unit names", "inline codes", "texts inside inline codes"})
_STATES = {
    State.DRAFT: "needs-translation",
    State.TRANSLATED: "translated",
    State.REVIEWED: "signed-off",
    State.FINAL: "final",
}


def _write(units: Iterable[TranslationUnit], languages: Languages, stream: BinaryIO, lost: Counter[str]) -> None:
    is_open = False
    for number, pair in enumerate(bilingual(units, languages, lost), 1):
        if not is_open:
            stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{_ROOT}\n{_file(pair, lost)}\n'.encode())
            is_open = True
        count_lost(pair, _HELD, lost)
        count_unwritable(pair, lost)
        stream.writelines(f"{line}\n".encode() for line in _unit(pair, number))
    stream.write(b"</body>\n</file>\n</xliff>\n")


def _file(pair: Pair, lost: Counter[str]) -> str:
    header = pair.unit.header
    lost["properties of the file"] += len(header.properties)
    notes = "".join(f"<note>{escaped(note.text)}</note>" for note in header.notes)
    attributes = {
        "original": header.path or "unknown",
        "source-language": exchange_tag(pair.source_variant.language),
        "target-language": exchange_tag(pair.target_variant.language),
        "datatype": "plaintext",
        "xml:space": "preserve",
    }
    head = f"<header>{notes}</header>\n" if notes else ""
    return f"<file{attributes_written(attributes)}>\n{head}<body>"


def _unit(pair: Pair, number: int) -> Iterator[str]:
    unit = pair.unit
    attributes = {"id": str(number)}
    if unit.tuid:
        attributes["resname"] = unit.tuid
    if unit.is_locked:
        attributes["translate"] = "no"
    state = {"state": _STATES[unit.state]} if unit.state else {}
    yield f"<trans-unit{attributes_written(attributes)}>"
    yield f"<source>{''.join(_content(pair.source))}</source>"
    yield f"<target{attributes_written(state)}>{''.join(_content(pair.target))}</target>"
    for owner, of in ((unit, {}), (pair.source_variant, _ABOUT_SOURCE), (pair.target_variant, _ABOUT_TARGET)):
        for note in owner.notes:
            yield f"<note{attributes_written(of)}>{escaped(note.text)}</note>"
    yield "</trans-unit>"


_ABOUT_SOURCE, _ABOUT_TARGET = {"annotates": "source"}, {"annotates": "target"}


def _content(segment: Segment) -> Iterator[str]:
    pairs = paired(segment)
    for text, code, name in interleaved(segment):
        yield escaped(text)
        if code is not None:
            yield from _code(code, name, pairs)


def _code(code: InlineCode, name: str, pairs: Collection[str]) -> Iterator[str]:
    if code.closes:
        yield "</g>"
        return
    attributes = {"id": name}
    kind = code.attribute("type")
    if kind and code.element != "ept":
        attributes["ctype"] = f"x-{kind}"
    if code.is_border:
        yield f"<g{attributes_written(attributes)}>"
        return
    number = code.attribute("i")
    element = "ph" if code.element == "ut" else code.element
    if number is not None and number in pairs and element in {"bpt", "ept"}:
        attributes["rid"] = number
    elif element != "ph":
        is_end = element == "ept" or code.attribute("pos") == "end"
        element = "it"
        attributes["pos"] = "close" if is_end else "open"
    yield f"<{element}{attributes_written(attributes)}>"
    written = 0
    for subflow in code.subflows:
        yield f"{escaped(code.content[written : subflow.offset])}<sub>{''.join(_content(subflow.segment))}</sub>"
        written = subflow.offset
    yield f"{escaped(code.content[written:])}</{element}>"


WRITER = Writer("xliff-1.2", (".xlf", ".xliff"), _write)

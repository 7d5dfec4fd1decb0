"""XLIFF 2.1 (OASIS, 2018): a unit of one segment each; native codes stand beside the text, in originalData."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from zhengming.tmx.formats.tmx_exchange import exchange_tag
from zhengming.tmx.formats.writer import Writer, bilingual, count_lost, count_unwritable, interleaved, paired
from zhengming.tmx.formats.xml_writing import attributes_written, escaped
from zhengming.tmx.model import State

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.formats.target import Languages
    from zhengming.tmx.model import InlineCode, Segment, TranslationUnit
    from zhengming.tmx.pair import Pair

__all__ = ["WRITER"]

_HELD = frozenset({"notes", "states", "locks", "unit names", "inline codes"})
_STATES = {
    State.DRAFT: "initial",
    State.TRANSLATED: "translated",
    State.REVIEWED: "reviewed",
    State.FINAL: "final",
    # To say nothing would be to say “initial”.
    None: "translated",
}


def _write(units: Iterable[TranslationUnit], languages: Languages, stream: BinaryIO, lost: Counter[str]) -> None:
    is_open = False
    for number, pair in enumerate(bilingual(units, languages, lost), 1):
        if not is_open:
            stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{_head(pair, lost)}\n'.encode())
            is_open = True
        count_lost(pair, _HELD, lost)
        count_unwritable(pair, lost)
        codes = (code for segment in (pair.source, pair.target) for code in segment.codes)
        lost["types of inline codes"] += sum(code.attribute("type") is not None for code in codes)
        stream.writelines(f"{line}\n".encode() for line in _unit(pair, number))
    stream.write(b"</file>\n</xliff>\n")


def _head(pair: Pair, lost: Counter[str]) -> str:
    header = pair.unit.header
    lost["properties of the file"] += len(header.properties)
    root = {
        "version": "2.1",
        "xmlns": "urn:oasis:names:tc:xliff:document:2.0",
        "srcLang": exchange_tag(pair.source_variant.language),
        "trgLang": exchange_tag(pair.target_variant.language),
    }
    file = {"id": "f1", "original": header.path or "unknown", "xml:space": "preserve"}
    notes = "".join(f"<note>{escaped(note.text)}</note>" for note in header.notes)
    written = f"\n<notes>{notes}</notes>" if notes else ""
    return f"<xliff{attributes_written(root)}>\n<file{attributes_written(file)}>{written}"


def _unit(pair: Pair, number: int) -> Iterator[str]:
    unit = pair.unit
    attributes = {"id": str(number)}
    if unit.tuid:
        attributes["name"] = unit.tuid
    if unit.is_locked:
        attributes["translate"] = "no"
    has_target = bool(pair.target.text or pair.target.codes)
    state = _STATES[unit.state] if has_target else "initial"
    data: dict[str, str] = {}
    source, target = ("".join(_content(segment, data)) for segment in (pair.source, pair.target))
    yield f"<unit{attributes_written(attributes)}>"
    yield from _notes(pair)
    if data:
        kept = "".join(f'<data id="{name}">{escaped(content)}</data>' for content, name in data.items())
        yield f"<originalData>{kept}</originalData>"
    yield f'<segment state="{state}">'
    yield f"<source>{source}</source>"
    if has_target:
        yield f"<target>{target}</target>"
    yield "</segment>"
    yield "</unit>"


def _notes(pair: Pair) -> Iterator[str]:
    of = {"source": pair.source_variant, "target": pair.target_variant}
    about = [*(("", note) for note in pair.unit.notes), *((side, note) for side in of for note in of[side].notes)]
    if about:
        yield "<notes>"
        for side, note in about:
            yield f"<note{attributes_written({'appliesTo': side} if side else {})}>{escaped(note.text)}</note>"
        yield "</notes>"


def _content(segment: Segment, data: dict[str, str]) -> Iterator[str]:
    """Yield what a segment holds; the content of codes goes into `data`, which gives each its name."""
    started = dict.fromkeys(paired(segment), "")
    for text, code, name in interleaved(segment):
        yield escaped(text)
        if code is not None:
            yield _code(code, name, started, data)


def _code(code: InlineCode, name: str, started: dict[str, str], data: dict[str, str]) -> str:
    if code.closes:
        return "</pc>"
    if code.is_border:
        return f"<pc{attributes_written({'id': name})}>"
    attributes = {"id": name}
    element = "ph"
    number = code.attribute("i") or ""
    if code.element == "bpt" and number in started:
        element = "sc"
        started[number] = name
    elif code.element == "ept" and started.get(number):
        element, attributes = "ec", {"startRef": started[number]}
    elif code.element in {"bpt", "ept", "it"}:
        element = "ec" if code.element == "ept" or code.attribute("pos") == "end" else "sc"
        attributes["isolated"] = "yes"
    if code.content:
        attributes["dataRef"] = data.setdefault(code.content, f"d{len(data) + 1}")
    return f"<{element}{attributes_written(attributes)}/>"


WRITER = Writer("xliff-2.1", (), _write)

"""PO, written through polib. Gettext knows messages by their source, so a second one of it gets a context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from zhengming.tmx.formats.po import Kept
from zhengming.tmx.formats.tmx_exchange import exchange_tag
from zhengming.tmx.formats.writer import Writer, bilingual, count_lost
from zhengming.tmx.model import State

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.formats.target import Languages
    from zhengming.tmx.model import Header, TranslationUnit
    from zhengming.tmx.pair import Pair

__all__ = ["WRITER"]

_HELD = frozenset({"notes", "properties", "states", "unit names"})
_OURS = frozenset({Kept.CONTEXT, Kept.EXTRACTED, Kept.REFERENCE, Kept.FLAGS, Kept.PLURAL})
_FIELDS = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}


def _write(units: Iterable[TranslationUnit], languages: Languages, stream: BinaryIO, lost: Counter[str]) -> None:
    import polib  # noqa: PLC0415  only who writes PO needs it

    # Wrapped at some width, a note that is an ignore would be two notes that are none.
    file = polib.POFile(wrapwidth=0)
    seen: set[tuple[str | None, str]] = set()
    for pair in bilingual(units, languages, lost):
        if not file.metadata:
            file.metadata = _fields(pair, lost)
            file.header = _header_comment(pair.unit.header)
        if not pair.source.text:  # would be a header
            lost["units without a source text"] += 1
            continue
        context = _kept(pair, Kept.CONTEXT)
        if (context, pair.source.text) in seen:
            context = pair.name if context is None else f"{context} {pair.name}"
        seen.add((context, pair.source.text))
        _count(pair, lost)
        file.append(polib.POEntry(**_entry(pair, context)))
    file.metadata = file.metadata or dict(_FIELDS)
    stream.write(f"{file}\n".encode())


def _fields(pair: Pair, lost: Counter[str]) -> dict[str, str]:
    header = pair.unit.header
    fields = dict(_header_fields(header))
    lost["properties of the file"] += len(header.properties) - len(fields)
    source, target = (exchange_tag(variant.language) for variant in (pair.source_variant, pair.target_variant))
    return {**fields, **_FIELDS, "Language": target.replace("-", "_"), "X-Source-Language": source.replace("-", "_")}


def _header_fields(header: Header) -> Iterator[tuple[str, str]]:
    for kept in header.properties:
        if kept.type.startswith(Kept.HEADER):
            yield _plain(kept.type.removeprefix(Kept.HEADER)), _plain(kept.text)


def _header_comment(header: Header) -> str:
    """Return the notes of the file with a space before each line, lest one that begins with a comma be flags."""
    lines = _lines(note.text for note in header.notes).splitlines()
    return "\n".join(f" {line}" for line in lines)


def _kept(pair: Pair, kind: str) -> str | None:
    texts = [kept.text for kept in pair.unit.properties if kept.type == kind]
    return "\n".join(texts) if texts else None


def _entry(pair: Pair, context: str | None) -> dict[str, Any]:
    """Return what polib calls the parts of an entry."""
    unit = pair.unit
    flags = [_plain(flag) for flag in (_kept(pair, Kept.FLAGS) or "").split(",") if flag.strip()]
    if unit.state is State.DRAFT and pair.target.text:
        flags.insert(0, "fuzzy")
    places = (_kept(pair, Kept.REFERENCE) or "").split()
    notes = [note for owner in (unit, pair.source_variant, pair.target_variant) for note in owner.notes]
    return {
        "msgid": pair.source.text,
        "msgstr": pair.target.text,
        "msgctxt": context,
        "comment": _lines([_kept(pair, Kept.EXTRACTED) or ""]),
        "tcomment": _lines(note.text for note in notes),
        "occurrences": [place.rpartition(":")[::2] if ":" in place else (place, "") for place in places],
        "flags": flags,
    }


def _lines(texts: Iterable[str]) -> str:
    """Return the texts in lines that PO counts as such: what else ends a line would end the comment."""
    return "\n".join(line for text in texts for line in text.splitlines())


def _plain(text: str) -> str:
    return " ".join(text.split())


def _count(pair: Pair, lost: Counter[str]) -> None:
    count_lost(pair, _HELD, lost)
    owners = (pair.unit, pair.source_variant, pair.target_variant)
    lost["properties"] += sum(kept.type not in _OURS for owner in owners for kept in owner.properties)
    lost["states beyond “translated”"] += pair.unit.state in {State.REVIEWED, State.FINAL}
    # What PO numbers itself is no name of the unit's own.
    lost["unit names"] += bool(pair.unit.tuid) and _kept(pair, Kept.CONTEXT) is None and "#" not in pair.name
    lost["plural forms (now messages of their own)"] += _kept(pair, Kept.PLURAL) not in {None, "0"}


WRITER = Writer("po", (".po",), _write)

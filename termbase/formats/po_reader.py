"""PO files as glossaries: msgid is the source term, msgstr its translation. The only termbase module that knows polib.

A fuzzy entry is proposed, the flag `forbidden` deprecates the translation; obsolete entries are left out, and plurals
but for the singular. Comments and contexts become the note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from zhengming.termbase.concept import AdministrativeStatus, Standing
from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.formats.columns import Column
from zhengming.termbase.formats.gathering import gathered
from zhengming.termbase.formats.headers import FORBIDDEN
from zhengming.termbase.formats.source import Gathered, Row, Source
from zhengming.termbase.language import parse
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from zhengming.termbase.formats.headers import Role
    from zhengming.termbase.formats.source import Wanted
    from zhengming.termbase.language import Tag

__all__ = ["SOURCE", "read"]

_HEADERS = ["source", "target", "note", "status", "forbidden"]
_CHARSET = re.compile(rb"charset=([A-Za-z0-9._-]+)")
#: polib takes a string that does not end for an empty translation.
_LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*|)')


def read(data: bytes, path: str, wanted: Wanted) -> Gathered:
    """Read the entries. Raise UnreadableFile where a line is no PO, InvalidSettings without languages."""
    text = _decoded(data, path, wanted.encoding)
    _demand_lines(text, path)
    import polib  # noqa: PLC0415  few termbases are PO

    try:
        entries = polib.pofile(text)
    except (OSError, ValueError, IndexError) as error:
        raise UnreadableFile(Location(path, Position(1, 1)), f"no PO file: {error}; msgfmt -c says more") from error
    source, target = _languages(entries.metadata, wanted, path)
    roles: dict[int, Role] = {
        0: Column(source, AdministrativeStatus.PREFERRED),
        1: Column(target, AdministrativeStatus.PREFERRED),
        2: "note",
        3: "status",
        4: FORBIDDEN,
    }
    rows = [Row(Location(path, Position(entry.linenum, 1)), _cells(entry)) for entry in entries if not entry.obsolete]
    return gathered(rows, _HEADERS, roles, wanted.unsaid)


def _decoded(data: bytes, path: str, encoding: str | None) -> str:
    charset = _CHARSET.search(data[:16_384])
    name = encoding or (charset[1].decode() if charset else "utf-8")
    name = "utf-8" if name == "CHARSET" else name
    try:
        return data.decode("utf-8-sig" if name.lower() in {"utf-8", "utf8"} else name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(name, "replace")
        position = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise UnreadableFile(
            Location(path, position), f"not {name} text; correct the charset, or --encoding"
        ) from error
    except (LookupError, ValueError) as error:
        problem = f"the charset {name} is none that is known; correct it, or say --encoding"
        raise UnreadableFile(Location(path, Position(1, 1)), problem) from error


def _demand_lines(text: str, path: str) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        if not _LINE.fullmatch(line):
            raise UnreadableFile(
                Location(path, Position(number, 1)), "no line of a PO file; is a quotation mark missing?"
            )


def _languages(metadata: dict[str, str], wanted: Wanted, path: str) -> tuple[Tag, Tag]:
    target = parse(metadata.get("Language", "")) or wanted.sides.target
    sources = (parse(metadata.get("X-Source-Language", "")), wanted.sides.source, wanted.sides.target, parse("en"))
    source = next((tag for tag in sources if tag and target and tag.language != target.language), None)
    if source is None or target is None:
        raise InvalidSettings(f"{path}:1:1: the header tells no “Language:”; say it with --target-language")
    return source, target


def _cells(entry: Any) -> list[str]:  # noqa: ANN401  polib carries no types
    translation = entry.msgstr or entry.msgstr_plural.get(0, "")
    note = " | ".join(filter(None, (entry.msgctxt, entry.comment, entry.tcomment)))
    status = Standing.PROPOSED.value if entry.fuzzy else ""
    return [entry.msgid, translation, note, status, "yes" if "forbidden" in entry.flags else ""]


def _claims(suffix: str, _data: bytes) -> bool:
    return suffix in SOURCE.suffixes


SOURCE = Source("PO glossary", (".po", ".pot"), _claims, read)

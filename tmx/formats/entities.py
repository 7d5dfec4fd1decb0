"""The entities that a file declares: those of plain text are read, all others refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.tmx.formats.inline import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LONGEST_TEXT", "resolved_entities", "why_refused"]

#: No text may be longer than this, in characters, however it is written.
LONGEST_TEXT = 10_000_000
_REFERENCE = re.compile(r"&([^;]*);")


def why_refused(name: str, value: str | None, *, is_parameter: bool) -> str | None:
    """Return what is wrong with the declaration of an entity, or None. An external one has no value."""
    if is_parameter:
        return f"parameter entity “%{name};”; declarations are not read from entities"
    if value is None:
        return f"external entity “&{name};”; no other file is read"
    if "<" in value:
        return f"entity “&{name};” holds markup; only text is read from entities"
    return None


def resolved_entities(declared: dict[str, str]) -> dict[str, str]:
    """Return the entities with those inside them replaced. Raise ValueError if one grows too long."""
    done: dict[str, str] = {}
    for name in declared:
        _resolve(name, declared, done, ())
    return done


def _resolve(name: str, declared: dict[str, str], done: dict[str, str], within: tuple[str, ...]) -> str:
    if name not in done:
        if name in within or len(within) > 100:  # noqa: PLR2004  a chain so long is no text of anybody's
            raise ValueError(name)
        value = "".join(_parts(declared[name], declared, done, (*within, name)))
        if len(value) > LONGEST_TEXT:
            raise ValueError(name)
        done[name] = value
    return done[name]


def _parts(value: str, declared: dict[str, str], done: dict[str, str], within: tuple[str, ...]) -> Iterator[str]:
    """Yield the pieces of a value. What the file does not declare is XML's own."""
    at, length = 0, 0
    for match in _REFERENCE.finditer(value):
        yield value[at : match.start()]
        piece = _resolve(match[1], declared, done, within) if match[1] in declared else resolved(match[0], {})
        length += len(piece)
        if length > LONGEST_TEXT:
            raise ValueError(match[1])
        yield piece
        at = match.end()
    yield value[at:]

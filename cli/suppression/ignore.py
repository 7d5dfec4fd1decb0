"""Ignores: decisions to let an issue stand, with reason, person and date; in ignore.toml or with the unit itself."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhengming.cli.patterns import demand, matches
from zhengming.cli.registry import codes_of
from zhengming.cli.suggestion import did_you_mean
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from zhengming.termbase.issue import Issue, UnitIgnore

__all__ = ["Ignore", "of_unit", "parsed", "read"]

_ENTRY = re.compile(r"\s*\[\[\s*ignore\s*\]\]")
_COLON = re.compile("[:：]")
_SEPARATORS = re.compile(r"[\s,，、]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """One decision. An issue must meet all of what is set: fingerprint, code, concept, files."""

    location: Location
    fingerprint: str = ""
    codes: frozenset[str] = frozenset()
    concept: str = ""
    files: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""
    date: dt.date | None = None
    expires: dt.date | None = None

    def covers(self, issue: Issue, path: str) -> bool:
        """Return whether the decision is about that issue; `path` is the issue's as patterns see it."""
        return (
            (not self.codes or issue.check.code in self.codes)
            and (not self.concept or issue.concept == self.concept)
            and (not self.fingerprint or issue.fingerprint == self.fingerprint)
            and (not self.files or matches(path, self.files))
        )

    def has_expired(self, today: dt.date) -> bool:
        """Return whether the last day it holds for is over."""
        return self.expires is not None and self.expires < today

    @property
    def subject(self) -> str:
        """What the decision is about, in a few words."""
        parts = (" ".join(sorted(self.codes)), self.concept, ", ".join(self.files), self.fingerprint)
        return " ".join(filter(None, parts))


def of_unit(written: UnitIgnore) -> Ignore:
    """Return the ignore that a unit carries, as `T002: reason`. Raise InvalidSettings if it names no known check."""
    words, *reason = _COLON.split(written.text, maxsplit=1)
    codes = frozenset(code for word in _SEPARATORS.split(words) if word for code in codes_of(word))
    if not codes:
        raise InvalidSettings("it names no check; write such as “T002: quotes the notice”")
    return Ignore(location=written.location, codes=codes, reason="".join(reason).strip())


def read(path: Path, name: str) -> tuple[Ignore, ...]:
    """Read an ignore.toml, in messages called `name`. Raise InvalidSettings with the place and the remedy."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidSettings(f"{name}: not UTF-8 text; save it as UTF-8") from error
    except OSError as error:
        raise InvalidSettings(f"{name}: {error.strerror}") from error
    return parsed(text, name)


def parsed(text: str, name: str) -> tuple[Ignore, ...]:
    """Return the decisions that an ignore.toml of that text holds. Raise InvalidSettings."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidSettings(f"{name}: not TOML: {error}") from error
    for key in table:
        if key != "ignore":
            raise InvalidSettings(f"{name}: unknown key “{key}”; the file holds tables [[ignore]]")
    entries = table.get("ignore", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InvalidSettings(f"{name}: “ignore” is no list of tables; write [[ignore]] above each decision")
    return tuple(
        _ignore(entry, location) for entry, location in zip(entries, _places(text, len(entries), name), strict=True)
    )


def _places(text: str, count: int, name: str) -> Iterator[Location]:
    """Yield where each entry begins; a file of inline tables has no such lines."""
    lines = [number for number, line in enumerate(text.split("\n"), 1) if _ENTRY.match(line)]
    for index in range(count):
        yield Location(name, Position(lines[index], 1) if len(lines) == count else None)


def _ignore(entry: Mapping[str, Any], location: Location) -> Ignore:
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key not in _READERS:
            raise InvalidSettings(f"{location}: unknown key “{key}”{did_you_mean(key, _READERS)}")
        try:
            values["codes" if key == "code" else key] = _READERS[key](value)
        except InvalidSettings as error:
            raise InvalidSettings(f"{location}: {key}: {error}") from error
    found = Ignore(location=location, **values)
    if not found.fingerprint and not (found.codes and (found.concept or found.files)):
        raise InvalidSettings(
            f"{location}: an ignore names a fingerprint, or a code with a concept or files; "
            "what nobody wants to see at all belongs in `ignore` of zhengming.toml"
        )
    return found


def _text(value: Any) -> str:  # noqa: ANN401  whatever TOML holds
    if not isinstance(value, str):
        raise InvalidSettings(f"{value!r} is no text; put it in quotes")
    return value.strip()


def _codes(value: Any) -> frozenset[str]:  # noqa: ANN401
    return frozenset(codes_of(_text(value)))


def _patterns(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    patterns = tuple(map(_text, value)) if isinstance(value, list) else (_text(value),)
    for pattern in patterns:
        demand(pattern)
    return patterns


def _day(value: Any) -> dt.date:  # noqa: ANN401
    try:
        day = dt.date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        day = None
    if type(day) is not dt.date:
        raise InvalidSettings(f"“{value}” is no day; write one such as 2026-03-31")
    return day


_READERS = {
    "fingerprint": _text,
    "code": _codes,
    "concept": _text,
    "files": _patterns,
    "reason": _text,
    "by": _text,
    "date": _day,
    "expires": _day,
}

"""What a termbase can be read from, and what reading it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.concept import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.headers import Role
    from zhengming.termbase.language import Tag
    from zhengming.termbase.position import Location

__all__ = ["UNKNOWN", "Fault", "Gathered", "Rejected", "Row", "Sides", "Source", "Wanted"]


class Sides(NamedTuple):
    """The languages that "source" and "target" stand for, where the caller knows them."""

    source: Tag | None = None
    target: Tag | None = None


UNKNOWN = Sides()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the caller knows of a file, and the file itself may not say."""

    sides: Sides = UNKNOWN
    #: what columns hold, by name or number from 1
    mapping: Mapping[str, str] = field(default_factory=dict[str, str])
    #: whether the first row names the columns; None if its words are to tell
    has_headers: bool | None = None
    sheet: str | None = None
    encoding: str | None = None
    #: how a concept stands of which the file does not say it
    unsaid: Standing = Standing.PROPOSED


class Row(NamedTuple):
    """A row of a table and its place."""

    location: Location
    cells: list[str]

    @property
    def place(self) -> str:
        """What to call the place in a message that has named the file."""
        start = self.location.start
        return self.location.part or (f"line {start.line}" if start else "")


class Rejected(NamedTuple):
    """A row that is not taken, and why; with the concept that it has made, if it has."""

    row: Row
    reason: str
    concept: Concept | None = None


class Fault(NamedTuple):
    """Something wrong in what is taken all the same."""

    location: Location
    problem: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a file came to. A concept of several rows stands where its first row does."""

    is_table: bool = False
    headers: list[str] = field(default_factory=list[str])
    roles: dict[int, Role] = field(default_factory=dict[int, "Role"])
    concepts: list[Concept] = field(default_factory=list["Concept"])
    rows: list[list[Row]] = field(default_factory=list[list[Row]])
    """The rows of each concept; a format without rows has none."""
    rejected: list[Rejected] = field(default_factory=list[Rejected])
    faults: list[Fault] = field(default_factory=list[Fault])

    @property
    def has_languages(self) -> bool:
        """Whether columns of two languages are known, where there are columns."""
        spoken = {role.language.language for role in self.roles.values() if not isinstance(role, str)}
        return not self.is_table or len(spoken) > 1

    @property
    def kind(self) -> str:
        """What to call a part of the file: "row" or "concept"."""
        return "row" if self.is_table else "concept"


@dataclass(frozen=True, slots=True)
class Source:
    """A format that termbases come in.

    `claims` tells from the suffix and the first bytes whether a file is of it; `read` raises UnreadableFile where the
    file cannot be read at all, and InvalidSettings where the caller must say more.
    """

    name: str
    suffixes: tuple[str, ...]
    claims: Callable[[str, bytes], bool]
    read: Callable[[bytes, str, Wanted], Gathered]

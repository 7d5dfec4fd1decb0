"""What stops the work. What is merely wrong in somebody's data is an Issue, not an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengming.termbase.position import Location

__all__ = ["InvalidSettings", "UnknownFormat", "UnreadableFile", "ZhengmingError"]


class ZhengmingError(Exception):
    """Any failure a person can act on; its text is one line that says what is wrong and what to do."""


class UnreadableFile(ZhengmingError):
    """A file that cannot be read at all, or not from this place on."""

    def __init__(self, location: Location, problem: str) -> None:
        super().__init__(f"{location}: {problem}")
        self.location = location
        self.problem = problem


class InvalidSettings(ZhengmingError):
    """A setting, option or termbase that contradicts itself or names something unknown."""


class UnknownFormat(ZhengmingError):
    """A file whose suffix no reader or writer claims."""

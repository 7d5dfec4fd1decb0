"""Errors are a line that a person can act on."""

from __future__ import annotations

from zhengming.termbase.errors import InvalidSettings, UnknownFormat, UnreadableFile, ZhengmingError
from zhengming.termbase.position import Location, Position


def test_a_file_that_cannot_be_read_says_where() -> None:
    error = UnreadableFile(Location("a.tmx", Position(3, 7)), "no closing tag")
    assert str(error) == "a.tmx:3:7: no closing tag"
    assert (error.location.path, error.problem) == ("a.tmx", "no closing tag")


def test_all_are_of_one_family() -> None:
    assert all(issubclass(kind, ZhengmingError) for kind in (InvalidSettings, UnknownFormat, UnreadableFile))

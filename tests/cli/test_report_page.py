"""What a page may show: a terminal's width and colour, fifty issues on a screen, all of them in a file."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.report.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[TextIO]:
    """A terminal of 72 columns."""
    for name in ("COLUMNS", "PRE_COMMIT"):
        monkeypatch.delenv(name, raising=False)
    ours, theirs = os.openpty()
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((72, 24)))
    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        yield stream
    os.close(ours)


def test_a_terminal_has_its_width_colour_and_fifty_issues(terminal: TextIO) -> None:
    page = Page.on(terminal)
    assert (page.width, page.has_colour, page.limit) == (72, True, 50)
    assert page.styled("T002", fg="red", bold=True) == "\033[31m\033[1mT002\033[0m"


def test_a_file_has_a_hundred_columns_no_colour_and_every_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    page = Page.on(io.StringIO())
    assert (page.width, page.has_colour, page.limit) == (100, False, None)
    assert page.styled("T002", fg="red", bold=True) == "T002"


def test_the_terminal_of_pre_commit_has_no_width(terminal: TextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert Page.on(terminal).width == 100


def test_columns_beat_the_terminal_but_leave_room_to_write(terminal: TextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    assert Page.on(terminal).width == 132
    monkeypatch.setenv("COLUMNS", "9")
    assert Page.on(terminal).width == 40


def test_what_is_asked_for_beats_what_is_found(terminal: TextIO) -> None:
    page = Page.on(terminal, has_colour=False, is_ascii=True, limit=3)
    assert (page.has_colour, page.is_ascii, page.limit) == (False, True, 3)


@pytest.mark.parametrize(
    ("encoding", "is_ascii", "is_unicode"),
    [("utf-8", False, True), ("utf-16-le", False, True), ("gbk", True, False), ("cp1252", True, False)],
)
def test_lines_are_drawn_where_the_encoding_has_them(encoding: str, *, is_ascii: bool, is_unicode: bool) -> None:
    page = Page.on(io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert (page.is_ascii, page.is_unicode) == (is_ascii, is_unicode)

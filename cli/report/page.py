"""Page: what a report is written on, and what it may show there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengming.termbase.issue import Issue

__all__ = ["Page", "silence"]

_WIDTH = 100
_NARROWEST = 40
_LISTED = 50
#: What the full report draws with; an encoding that lacks one of these gets none.
_DRAWN = "╭╰▸│─━…“”→"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A stream of text, how wide it is, and what it can show."""

    stream: TextIO
    width: int = _WIDTH
    encoding: str = "utf-8"
    limit: int | None = None
    """How many issues a listing for people may hold."""
    has_colour: bool = False
    is_ascii: bool = False
    has_notes: bool = True
    """Neutral issues are listed too: what may interest a person and asks for nothing."""
    is_quiet: bool = False
    """Nothing but issues is wanted."""

    @classmethod
    def on(  # noqa: PLR0913  one for each thing the options say of it
        cls,
        stream: TextIO,
        *,
        has_colour: bool | None = None,
        is_ascii: bool = False,
        limit: int | None = -1,
        has_notes: bool = True,
        is_quiet: bool = False,
    ) -> Page:
        """Return the page that the stream is, with what it is a terminal for. A negative limit is the usual one."""
        is_terminal = stream.isatty()
        encoding = stream.encoding or "utf-8"
        if limit is not None and limit < 0:
            limit = _LISTED if is_terminal else None
        return cls(
            stream=stream,
            width=_width(stream, os.environ),
            encoding=encoding,
            limit=limit,
            has_notes=has_notes,
            has_colour=is_terminal if has_colour is None else has_colour,
            is_ascii=is_ascii or not _holds(encoding, _DRAWN),
            is_quiet=is_quiet,
        )

    def listed(self, issues: list[Issue]) -> list[Issue]:
        """Return those of the issues that a listing for people is to hold."""
        return [issue for issue in issues if self.has_notes or issue.severity][: self.limit]

    @property
    def is_unicode(self) -> bool:
        """Whether every character can be written."""
        return self.encoding.lower().replace("_", "-").startswith("utf")

    def write(self, text: str) -> None:
        """Write the text as it is, with its line ends."""
        if self.has_colour:
            click.echo(text, file=self.stream, nl=False, color=True)  # makes old Windows consoles understand colour
        else:
            self.stream.write(text)

    def styled(self, text: str, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
        """Return the text in that colour, where there is colour."""
        return click.style(text, fg=fg, bold=bold or None, dim=dim or None) if self.has_colour and text else text


def _width(stream: TextIO, environment: Mapping[str, str]) -> int:
    """Return how many cells a line may have: a terminal's width, else one for files.

    The terminal that pre-commit makes up has no width of its own.
    """
    if not stream.isatty() or environment.get("PRE_COMMIT"):
        return _WIDTH
    if environment.get("COLUMNS", "").isdecimal():
        columns = int(environment["COLUMNS"])
    else:
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except OSError:
            columns = 0
    return max(columns, _NARROWEST) if columns else _WIDTH


def _holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def silence(stream: TextIO) -> None:
    """Send what is still to be written to the stream nowhere: nobody reads it any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

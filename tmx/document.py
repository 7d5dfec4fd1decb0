"""A file of translations, as review sees it: something that yields pairs, as often as it is asked."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.issue import Issue, UnitIgnore
from zhengming.termbase.position import Location
from zhengming.tmx.faults import MALFORMED_FILE
from zhengming.tmx.formats import format_of
from zhengming.tmx.pair import pairs
from zhengming.tmx.unit_ignores import unit_ignores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from zhengming.termbase.language import Tag
    from zhengming.tmx.model import TranslationUnit
    from zhengming.tmx.pair import Pair

__all__ = ["Document"]


@dataclass(slots=True)
class Document:
    """One file. `content` replaces what is on disk (standard input, a version in git)."""

    path: str
    source_language: Tag | None = None
    target_language: Tag | None = None
    content: bytes | None = None
    units: int = field(default=0, init=False)
    """How many units the last reading met."""
    ignores: list[UnitIgnore] = field(default_factory=list[UnitIgnore], init=False)
    """What the units of the last reading ask to be let through."""
    languages: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]], init=False)
    """From what into what the pairs of the last reading were, as primary subtags."""
    is_unreadable: bool = field(default=False, init=False)
    """Whether a part of the file could not be read; what came before it was."""

    def pairs(self, report: Callable[[Issue], None]) -> Iterator[Pair]:
        """Yield the pairs of the file; faults of the file go to `report`, and end the reading where they must."""
        self.units = 0
        self.ignores.clear()
        self.languages.clear()
        try:
            with self._open() as stream:
                units = format_of(self.path).read(stream, self.path, report)
                for pair in pairs(self._counted(units), self.source_language, self.target_language, report):
                    self.languages.add((pair.source_language.language, pair.target_language.language))
                    yield pair
        except UnreadableFile as error:
            self.is_unreadable = True
            report(_unreadable(error.location, error.problem))
        except OSError as error:
            self.is_unreadable = True
            report(_unreadable(Location(self.path), error.strerror or str(error)))

    def pairs_again(self) -> Iterator[Pair]:
        """Yield the pairs once more; what the first reading said and counted stays, however far this one goes."""
        with suppress(UnreadableFile, OSError), self._open() as stream:
            units = format_of(self.path).read(stream, self.path, _ignore)
            yield from pairs(units, self.source_language, self.target_language, _ignore)

    def _open(self) -> BinaryIO:
        return io.BytesIO(self.content) if self.content is not None else Path(self.path).open("rb")

    def _counted(self, units: Iterator[TranslationUnit]) -> Iterator[TranslationUnit]:
        for unit in units:
            self.units += 1
            self.ignores += unit_ignores(unit, unit.variants)
            yield unit


def _ignore(issue: Issue) -> None:
    """Take a fault that the first reading has reported."""


def _unreadable(location: Location, problem: str) -> Issue:
    return Issue(check=MALFORMED_FILE, severity=MALFORMED_FILE.severity, message=problem, location=location)

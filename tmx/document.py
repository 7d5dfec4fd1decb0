"""A file of translations, or two texts side by side, as review sees it: something that yields pairs, at any time."""

from __future__ import annotations

import io
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.issue import Issue, UnitIgnore
from zhengming.termbase.position import Location
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.tmx.choice import FINISHED
from zhengming.tmx.faults import MALFORMED_FILE
from zhengming.tmx.formats import NOTHING_KNOWN, format_of
from zhengming.tmx.pair import pairs
from zhengming.tmx.texts import TEXTS, text_format_of, units
from zhengming.tmx.unit_ignores import unit_ignores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from zhengming.termbase.language import Tag
    from zhengming.tmx.choice import Choice
    from zhengming.tmx.formats import Rewriter, Wanted
    from zhengming.tmx.model import TranslationUnit
    from zhengming.tmx.pair import Pair

__all__ = ["Document", "Text", "rewriter_of"]


class Text(NamedTuple):
    """One file of text; `content` replaces what is on disk."""

    path: str
    content: bytes | None = None


@dataclass(slots=True)
class Document:
    """One file. `content` replaces what is on disk (standard input, a version in git).

    With a `source` beside it, the file is a text in one language: the translation of that one.
    """

    path: str
    wanted: Wanted = NOTHING_KNOWN
    choice: Choice = FINISHED
    content: bytes | None = None
    source: Text | None = None
    units: int = field(default=0, init=False)
    """How many units the last reading met."""
    passed_over: int = field(default=0, init=False)
    """How many of them were left unread: drafts, locked ones."""
    words: int = field(default=0, init=False)
    """How many words the sources of the last reading had, in languages with spaces between them."""
    characters: int = field(default=0, init=False)
    """How many characters, but for white space, in the others."""
    ignores: list[UnitIgnore] = field(default_factory=list[UnitIgnore], init=False)
    """What the units of the last reading ask to be let through."""
    tags: Counter[tuple[Tag, Tag]] = field(default_factory=Counter[tuple["Tag", "Tag"]], init=False)
    """From what into what the pairs of the last reading were, and how many."""
    is_unreadable: bool = field(default=False, init=False)
    """Whether a part of the file could not be read; what came before it was."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that are read for it: one, or two side by side."""
        return (self.path,) if self.source is None else (self.source.path, self.path)

    def pairs(self, report: Callable[[Issue], None]) -> Iterator[Pair]:
        """Yield the pairs of the file; faults of the file go to `report`, and end the reading where they must."""
        self.words = self.characters = 0
        self.tags.clear()
        for pair in pairs(self.read(report), self.wanted.source_language, self.wanted.target_language, report):
            self._measure(pair)
            self.tags[pair.source_language, pair.target_language] += 1
            yield pair

    def read(self, report: Callable[[Issue], None]) -> Iterator[TranslationUnit]:
        """Yield the units of the file that are looked at; faults go to `report`, as those of `pairs`."""
        self.units = self.passed_over = 0
        self.ignores.clear()
        try:
            with ExitStack() as opened:
                yield from self._chosen(self._units(opened, report))
        except UnreadableFile as error:
            self.is_unreadable = True
            report(_unreadable(error.location, error.problem))
        except OSError as error:
            self.is_unreadable = True
            path = error.filename if error.filename in self.paths else self.path
            report(_unreadable(Location(path), error.strerror or str(error)))

    def _units(self, opened: ExitStack, report: Callable[[Issue], None]) -> Iterator[TranslationUnit]:
        stream = opened.enter_context(_open(Text(self.path, self.content)))
        if self.source is None:
            return format_of(self.path).read(stream, self.path, report, self.wanted)
        beside = opened.enter_context(_open(self.source))
        return units((beside, self.source.path), (stream, self.path), report, self.wanted)

    def pairs_again(self) -> Iterator[Pair]:
        """Yield the pairs once more; what the first reading said and counted stays, however far this one goes."""
        with suppress(UnreadableFile, OSError), ExitStack() as opened:
            languages = self.wanted.source_language, self.wanted.target_language
            yield from pairs(filter(self.choice.includes, self._units(opened, _ignore)), *languages, _ignore)

    @property
    def languages(self) -> set[tuple[str, str]]:
        """From what into what the pairs of the last reading were, as primary subtags."""
        return {(source.language, target.language) for source, target in self.tags}

    def _measure(self, pair: Pair) -> None:
        words = pair.source.text.split()
        if is_unspaced_language(pair.source_language.language):
            self.characters += sum(map(len, words))
        else:
            self.words += len(words)

    def _chosen(self, units: Iterator[TranslationUnit]) -> Iterator[TranslationUnit]:
        for unit in units:
            self.units += 1
            if not self.choice.includes(unit):
                self.passed_over += 1
                continue
            self.ignores += unit_ignores(unit, unit.variants)
            yield unit


def rewriter_of(path: str) -> Callable[[bytes], Rewriter] | None:
    """Return what replaces words in such a file; None where it is no text. Raise UnknownFormat."""
    is_text = path.lower().endswith(tuple(suffix for known in TEXTS for suffix in known.suffixes))
    return text_format_of(path).rewriter if is_text else format_of(path).rewriter


def _open(text: Text) -> BinaryIO:
    return io.BytesIO(text.content) if text.content is not None else Path(text.path).open("rb")


def _ignore(issue: Issue) -> None:
    """Take a fault that the first reading has reported."""


def _unreadable(location: Location, problem: str) -> Issue:
    return Issue(check=MALFORMED_FILE, severity=MALFORMED_FILE.severity, message=problem, location=location)

"""Finding and reading the termbases that a command is to use."""

from __future__ import annotations

import os
import sysconfig
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.termbase.concept import Termbase
from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.formats import sources
from zhengming.termbase.formats.source import UNKNOWN, Sides
from zhengming.termbase.position import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.cli.settings import Settings
    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag

__all__ = [
    "demand_table",
    "in_use",
    "kept_apart",
    "languages",
    "parsed",
    "read",
    "read_all",
    "seen_from_here",
    "sides",
    "starter",
    "termbase_paths",
]

#: Tables, which are all that concepts are written into.
_TABLES = frozenset({".csv", ".tsv", ".txt"})


def termbase_paths(settings: Settings, *, must_exist: bool = True) -> tuple[Path, ...]:
    """Return the termbases that the settings name, as seen from the working folder; none if there is none yet.

    Raise InvalidSettings for one that is named and not there: checked against nothing, every file would pass.
    """
    paths = tuple(seen_from_here(settings.folder / name) for name in settings.termbase)
    missing = [path for path in paths if not path.exists()]
    if settings.names_no_termbase:
        return () if len(missing) == len(paths) else paths
    if missing and must_exist:
        raise InvalidSettings(f"{missing[0]}: No such file or directory; {settings.termbase_named_by} names it")
    return paths


def seen_from_here(path: Path) -> Path:
    """Return the path as a person would name it: relative, unless it lies elsewhere."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else Path(os.path.normpath(path))


def read(path: Path, report: Callable[[Issue], None], sides: Sides = UNKNOWN) -> Termbase:
    """Read one termbase of any format; `sides` are the languages of one that does not say them.

    Raise UnreadableFile or UnknownFormat with the remedy.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(Location(str(path)), f"{error.strerror}; name a termbase with --termbase") from error
    return sources.read(data, str(path), report, sides)


def parsed(data: bytes, path: str, report: Callable[[Issue], None], sides: Sides = UNKNOWN) -> Termbase:
    """Read the termbase that a file of that name holds or has held; a file of nothing is one without concepts."""
    return sources.read(data, path, report, sides) if data.strip() else Termbase((), (path,))


def read_all(paths: Iterable[Path], report: Callable[[Issue], None], sides: Sides = UNKNOWN) -> Termbase:
    """Read several termbases as one; a file that is named twice counts once."""
    distinct = {path.resolve(): path for path in reversed(list(paths))}
    return Termbase.joined(read(path, report, sides) for path in reversed(distinct.values()))


def in_use(settings: Settings, report: Callable[[Issue], None], note: Callable[[str], None]) -> Termbase:
    """Return what is checked against: the termbase of the settings, else the glossary that comes with the tool."""
    paths = termbase_paths(settings)
    if paths:
        return kept_apart(read_all(paths, report, sides(settings)))
    termbase = read_all([starter()], report)
    note(
        f"no termbase: {settings.folder / settings.termbase[0]} does not exist; checking with the glossary that "
        f"comes with zhengming ({len(termbase):,} concepts)"
    )
    return termbase


def sides(settings: Settings) -> Sides:
    """Return the languages that the settings name."""
    return Sides(settings.source_language, settings.target_language)


def demand_table(path: Path) -> None:
    """Raise InvalidSettings unless concepts can be written into that file."""
    if path.suffix.lower() not in _TABLES:
        raise InvalidSettings(
            f"{path}: concepts are written into a .csv or .tsv table; import it into one, and name it"
        )


def kept_apart(termbase: Termbase) -> Termbase:
    """Return the termbase with another id for each concept that has somebody else's: a check must not mix them up.

    Two rows that say the same are one concept. That the ids clash is told where the termbase itself is checked (G001).
    """
    first: dict[str, Concept] = {}
    concepts: list[Concept] = []
    taken = {concept.id for concept in termbase}
    for concept in termbase:
        known = first.setdefault(concept.id, concept)
        if known is concept or set(known.terms) == set(concept.terms):
            concepts.append(concept)
            continue
        number = 2
        while (other := f"{concept.id}~{number}") in taken:
            number += 1
        taken.add(other)
        concepts.append(replace(concept, id=other))
    return Termbase(tuple(concepts), termbase.paths)


def starter() -> Path:
    """Return the glossary that is installed with the tool: rare-earth and trade terms, Chinese and English."""
    installed = Path(sysconfig.get_path("data")) / "share" / "zhengming" / "glossary.csv"
    beside = Path(__file__).parent.parent / "glossary.csv"  # an editable installation keeps it where it is
    return beside if beside.is_file() else installed


def languages(
    termbase: Termbase, settings: Settings, source: Tag | None = None, target: Tag | None = None
) -> Languages:
    """Return from which language into which the termbase is used: as asked, as set, else its first two languages.

    Raise InvalidSettings if it has not two.
    """
    from zhengming.termbase.formats.target import Languages  # noqa: PLC0415  `check` reads termbases without

    source, target = source or settings.source_language, target or settings.target_language
    taken = {tag.language for tag in (source, target) if tag is not None}
    spoken = (tag for tag in termbase.languages() if tag.language not in taken)
    first: dict[str, Tag] = {}
    for tag in spoken:
        first.setdefault(tag.language, tag)
    free = iter(first.values())
    source = source or next(free, None)
    target = target or next(free, None)
    if source is None or target is None:
        raise InvalidSettings("the termbase has not two languages; say which with --source-language, --target-language")
    return Languages(source, target)

"""Finding the files that a command is to read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli import git
from zhengming.cli import settings as settings_files
from zhengming.cli.patterns import matches, within
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location
from zhengming.tmx.formats import FORMATS, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.cli.settings import Settings

__all__ = ["STANDARD_INPUT", "Files", "find"]

STANDARD_INPUT = Path("-")
_HEAD = 4096
_TABLES = (".csv", ".tsv")
_SUFFIXES = tuple(suffix for known in FORMATS for suffix in known.suffixes)


class Files(NamedTuple):
    """What was named or found: translations, and termbases that were named to be checked themselves."""

    documents: tuple[Path, ...]
    tables: tuple[Path, ...] = ()


def find(paths: Iterable[Path], settings: Settings, note: Callable[[str], None]) -> Files:
    """Return the files that the paths stand for, each once; without paths, those of the working folder.

    A folder stands for every file in it whose suffix is known and that the settings do not exclude. `note` is told of
    each path that comes to nothing. Raise UnknownFormat for a named file that nothing reads, UnreadableFile for a pipe.
    """
    documents: dict[Path, Path] = {}  # the file itself, and the name it was first found by
    tables: dict[Path, Path] = {}
    named = list(paths)
    for path in named or [Path()]:
        if path.is_dir():
            found = _kept(_translations(path, is_named=bool(named)), settings)
            for one in found:
                documents.setdefault(one.resolve(), one)
            if not found:
                note(f"no file to check in {path}; known are {', '.join(_SUFFIXES)}")
        elif _is_excluded(path, settings):
            note(f"{path} is left out: {settings.path} excludes it")
        elif path.name == settings_files.NAME:
            settings_files.load(path)  # a settings file is read, whatever it is called for; that is its check
        elif path.suffix.lower() in _TABLES:
            _demand_file(path)
            tables.setdefault(path.resolve(), path)
        elif path == STANDARD_INPUT:
            documents[path] = path
        else:
            format_of(str(path))
            _demand_file(path)
            documents.setdefault(path.resolve(), path)
    return Files(tuple(documents.values()), tuple(tables.values()))


def _demand_file(path: Path) -> None:
    """Raise UnreadableFile for a pipe or device: it can be read once at most, and may never end."""
    if path.exists() and not path.is_file():
        raise UnreadableFile(Location(str(path)), "no regular file; pass what it holds as standard input, PATH -")


def _kept(paths: Iterable[Path], settings: Settings) -> list[Path]:
    return [
        path
        for path in paths
        if not _is_excluded(path, settings)
        and (not settings.files or matches(within(str(path), settings.folder), settings.files))
        and _is_meant(path, settings)
    ]


def _is_meant(path: Path, settings: Settings) -> bool:
    """Return whether a file that nobody has named is what its suffix says: `.ts` is Qt's, and TypeScript's too."""
    claims = format_of(str(path)).claims
    if claims is None:
        return True
    if not settings.files:
        return False
    with path.open("rb") as stream:
        return claims(stream.read(_HEAD))


def _is_excluded(path: Path, settings: Settings) -> bool:
    return bool(settings.exclude) and matches(within(str(path), settings.folder), settings.exclude)


def _translations(folder: Path, *, is_named: bool) -> list[Path]:
    """Return the files of known suffixes under `folder`, in order.

    What git ignores is left out, unless it is the very folder that somebody named.
    """
    names = _known_to_git(folder)
    if names is None or (not names and is_named and _is_ignored(folder)):
        names = list(_walked(folder))
    # A tracked file may have been deleted; a pipe would never end.
    return sorted(path for name in names if name.lower().endswith(_SUFFIXES) and (path := folder / name).is_file())


def _known_to_git(folder: Path) -> list[str] | None:
    """Return what git tracks in `folder`, or would if it were added; None if git has no part in it."""
    absolute = folder.resolve()
    if not any((parent / ".git").exists() for parent in (absolute, *absolute.parents)):
        return None
    listed = git.answer(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return None if listed is None else sorted({os.fsdecode(name) for name in listed.split(b"\0") if name})


def _is_ignored(folder: Path) -> bool:
    absolute = folder.resolve()
    return git.answer(absolute.parent, "check-ignore", "--quiet", "--", absolute.name) is not None


def _walked(folder: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.relpath(os.path.join(parent, name), folder) for name in names)  # noqa: PTH118

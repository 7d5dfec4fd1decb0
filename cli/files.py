"""Finding the files that a command is to read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli import settings as settings_files
from zhengming.cli.patterns import matches, within
from zhengming.tmx.formats import FORMATS, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.cli.settings import Settings

__all__ = ["STANDARD_INPUT", "Files", "find"]

STANDARD_INPUT = Path("-")
_TABLES = (".csv", ".tsv")
_SUFFIXES = tuple(suffix for known in FORMATS for suffix in known.suffixes)


class Files(NamedTuple):
    """What was named or found: translations, and termbases that were named to be checked themselves."""

    documents: tuple[Path, ...]
    tables: tuple[Path, ...] = ()


def find(paths: Iterable[Path], settings: Settings, note: Callable[[str], None]) -> Files:
    """Return the files that the paths stand for, each once; without paths, those of the working folder.

    A folder stands for every file in it whose suffix is known and that the settings do not exclude. `note` is told of
    each path that comes to nothing. Raise UnknownFormat for a named file that nothing reads.
    """
    documents: dict[Path, None] = {}
    tables: dict[Path, None] = {}
    named = list(paths) or [Path()]
    for path in named:
        if path.is_dir():
            found = _kept(_translations(path), settings)
            documents.update(dict.fromkeys(found))
            if not found:
                note(f"no file to check in {path}; known are {', '.join(_SUFFIXES)}")
        elif _is_excluded(path, settings):
            note(f"{path} is left out: {settings.path} excludes it")
        elif path.name == settings_files.NAME:
            settings_files.load(path)  # a settings file is read, whatever it is called for; that is its check
        elif path.suffix.lower() in _TABLES:
            tables[path] = None
        else:
            if path != STANDARD_INPUT:
                format_of(str(path))
            documents[path] = None
    return Files(tuple(documents), tuple(tables))


def _kept(paths: Iterable[Path], settings: Settings) -> list[Path]:
    return [
        path
        for path in paths
        if not _is_excluded(path, settings)
        and (not settings.files or matches(within(str(path), settings.folder), settings.files))
    ]


def _is_excluded(path: Path, settings: Settings) -> bool:
    return bool(settings.exclude) and matches(within(str(path), settings.folder), settings.exclude)


def _translations(folder: Path) -> list[Path]:
    """Return the files of known suffixes under `folder`, in order; what git ignores is left out."""
    names = _known_to_git(folder) or _walked(folder)
    return sorted(folder / name for name in names if name.lower().endswith(_SUFFIXES))


def _known_to_git(folder: Path) -> list[str]:
    """Return what git tracks in `folder`, or would if it were added; nothing if git has no part in it."""
    absolute = folder.resolve()
    if not any((parent / ".git").exists() for parent in (absolute, *absolute.parents)):
        return []
    import subprocess  # noqa: PLC0415  a file named on the command line needs no git

    arguments = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        answer = subprocess.run(arguments, cwd=folder, capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):  # no git, or none that trusts this folder
        return []
    names = {os.fsdecode(name) for name in answer.stdout.split(b"\0") if name}
    return [name for name in names if (folder / name).is_file()]  # a tracked file may have been deleted


def _walked(folder: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.relpath(os.path.join(parent, name), folder) for name in names)  # noqa: PTH118

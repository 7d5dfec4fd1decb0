"""Finding the files that a command is to read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli import git
from zhengming.cli import settings as settings_files
from zhengming.cli.beside import SideBySide, side_by_side
from zhengming.cli.patterns import matches, within
from zhengming.cli.tables import SUFFIXES as TABLES
from zhengming.cli.tables import is_of_termbase, is_of_texts
from zhengming.termbase.errors import UnknownFormat, UnreadableFile
from zhengming.termbase.position import Location
from zhengming.tmx.formats import LISTED, format_of
from zhengming.tmx.formats import SUFFIXES as FORMATS
from zhengming.tmx.texts import SUFFIXES as TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from zhengming.cli.settings import Settings

__all__ = ["STANDARD_INPUT", "Files", "find"]

STANDARD_INPUT = Path("-")
_HEAD = 4096
#: What a folder is searched for; the others are taken where the setting `files` names them.
_UNMISTAKABLE = tuple(suffix for listed in LISTED if listed.is_unmistakable for suffix in listed.suffixes)


class Files(NamedTuple):
    """What was named or found: translations, termbases that were named to be checked themselves, texts side by side."""

    documents: tuple[Path, ...]
    tables: tuple[Path, ...] = ()
    pairs: tuple[SideBySide, ...] = ()

    def among(self, paths: Collection[Path]) -> Files:
        """Return those of which the file, or either of two texts, is one of these; paths are resolved."""
        documents, tables = (tuple(p for p in listed if p.resolve() in paths) for listed in self[:2])
        pairs = (both for both in self.pairs if not {path.resolve() for path in both}.isdisjoint(paths))
        return Files(documents, tables, tuple(pairs))


def find(paths: Iterable[Path], settings: Settings, note: Callable[[str], None]) -> Files:
    """Return the files that the paths stand for, each once; without paths, those of the working folder.

    A folder stands for every file in it whose suffix is known and that the settings do not exclude, and for the texts
    that the setting `pairs` puts side by side; a text that is named, for itself and the other. `note` is told of each
    path that comes to nothing. Raise UnknownFormat for a named file that nothing reads, UnreadableFile for a pipe.
    """
    documents: dict[Path, Path] = {}  # the file itself, and the name it was first found by
    tables: dict[Path, Path] = {}
    pairs: dict[Path, SideBySide] = {}
    named = list(paths)
    for path in named or [Path()]:
        if path.is_dir():
            within = _files(path, is_named=bool(named))
            found = _kept(within, settings)
            documents |= {one.resolve(): one for one in found if one.resolve() not in documents}
            beside = list(_beside(within, settings, note))
            pairs |= {both.target.resolve(): both for both in beside}
            if not found and not beside:
                note(f"no file to check in {path}; known are {', '.join(_UNMISTAKABLE)}")
        elif _is_excluded(path, settings):
            note(f"{path} is left out: {settings.path} excludes it")
        elif path.name == settings_files.NAME:
            settings_files.load(path)  # a settings file is read, whatever it is called for; that is its check
        elif path.suffix.lower() in TABLES:
            _demand_file(path)
            (documents if is_of_texts(path, settings, note) else tables).setdefault(path.resolve(), path)
        elif path == STANDARD_INPUT:
            documents[path] = path
        elif path.suffix.lower() in TEXTS:
            _demand_file(path)
            pairs |= {both.target.resolve(): both for both in _beside([path], settings, note)}
            _demand_partner(path, settings)
        else:
            format_of(str(path))
            _demand_file(path)
            documents.setdefault(path.resolve(), path)
    return Files(tuple(documents.values()), tuple(tables.values()), tuple(pairs.values()))


def _beside(paths: Iterable[Path], settings: Settings, note: Callable[[str], None]) -> Iterator[SideBySide]:
    """Yield the texts among these with what stands beside them; `note` is told of those beside which nothing does."""
    for path in paths if settings.pairs else ():
        both = side_by_side(path, settings)
        if both is None or _is_excluded(path, settings):
            continue
        other = both.target if path == both.source else both.source
        if other.is_file():
            yield both
        else:
            note(f"{path} is left out: no {other} is there")


def _demand_partner(path: Path, settings: Settings) -> None:
    """Raise UnknownFormat for a text of which nobody says what it is to be compared with."""
    if side_by_side(path, settings) is None:
        raise UnknownFormat(f"{path}: a text alone is no translation; name both: --pair SOURCE TARGET, or set pairs")


def _demand_file(path: Path) -> None:
    """Raise UnreadableFile for a pipe or device: it can be read once at most, and may never end."""
    if path.exists() and not path.is_file():
        raise UnreadableFile(Location(str(path)), "no regular file; pass what it holds as standard input, PATH -")


def _kept(paths: Iterable[Path], settings: Settings) -> list[Path]:
    return [
        path
        for path in paths
        if path.name.lower().endswith(FORMATS)
        and not _is_excluded(path, settings)
        and (not settings.files or matches(within(str(path), settings.folder), settings.files))
        and _is_meant(path, settings)
    ]


def _is_meant(path: Path, settings: Settings) -> bool:
    """Return whether a file that nobody has named is what its suffix says: `.ts` is TypeScript's too."""
    claims = format_of(str(path)).claims
    if claims is None:
        return True
    if not settings.files or is_of_termbase(path, settings):
        return False
    with path.open("rb") as stream:
        return claims(stream.read(_HEAD))


def _is_excluded(path: Path, settings: Settings) -> bool:
    return bool(settings.exclude) and matches(within(str(path), settings.folder), settings.exclude)


def _files(folder: Path, *, is_named: bool) -> list[Path]:
    """Return the files under `folder` of which something may be known, in order.

    What git ignores is left out, unless it is the very folder that somebody named.
    """
    names = _known_to_git(folder)
    if names is None or (not names and is_named and _is_ignored(folder)):
        names = list(_walked(folder))
    # A tracked file may have been deleted; a pipe would never end.
    suffixes = (*FORMATS, *TEXTS)
    return sorted(path for name in names if name.lower().endswith(suffixes) and (path := folder / name).is_file())


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

"""Which memory a command means, and from which language into which it is asked."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from zhengming.cli import termbases
from zhengming.termbase.errors import ZhengmingError
from zhengming.termbase.language import Tag
from zhengming.termbase.text.script import HAN

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.cli.settings import Settings
    from zhengming.tmx.memory.store import Store
    from zhengming.tmx.model import TranslationUnit

__all__ = ["languages", "memory_option", "named", "opened", "place_of"]

_FOLDER, _NAME = ".zhengming", "memory.db"
_IGNORED = "# what zhengming tm import made; it can be made again\nmemory.db*\n"
_VARIABLE = "ZHENGMING_MEMORY"

#: Languages whose texts have Han characters.
_OF_HAN = frozenset({"zh", "yue", "ja"})

_Function = TypeVar("_Function", bound="Callable[..., Any]")


def memory_option(function: _Function) -> _Function:
    """Give a command the option --memory."""
    return click.option(
        "--memory",
        metavar="FILE|ADDRESS",
        envvar=_VARIABLE,
        help=f"A file, or postgresql://… for a team.  [{_FOLDER}/{_NAME} of the project, or ${_VARIABLE}]",
    )(function)


def opened(memory: str | None, settings: Settings, *, must_exist: bool = True) -> Store:
    """Open the memory that was named, else the project's. Raise ZhengmingError if it must exist and does not."""
    from zhengming.tmx.memory import database, store  # noqa: PLC0415  `--help` needs none

    if memory is None:
        folder = settings.folder / _FOLDER
        memory = str(termbases.seen_from_here(folder / _NAME))
        if not must_exist:
            _keep_out_of_git(folder)
    return store.Store(database.opened(memory, must_exist=must_exist))


def _keep_out_of_git(folder: Path) -> None:
    """Tell git to leave the memory alone: it holds the files once more, and changes as a whole."""
    ignoring = folder / ".gitignore"
    if ignoring.exists():
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ignoring.write_text(_IGNORED, encoding="utf-8")
    except OSError as error:
        raise ZhengmingError(f"{ignoring}: {error.strerror}; name another place with --memory") from error


def named(path: Path, settings: Settings) -> str:
    """Return the path by which the memory knows a file: as seen from the project's folder, if it lies there."""
    absolute, folder = Path(os.path.abspath(path)), settings.folder.absolute()  # noqa: PTH100  a link is no other file
    return (absolute.relative_to(folder) if absolute.is_relative_to(folder) else absolute).as_posix()


def place_of(unit: TranslationUnit, settings: Settings) -> str:
    """Return file and line of a unit of the memory, as a person here would name them."""
    path = termbases.seen_from_here(settings.folder.absolute() / unit.header.path)
    return f"{path}:{unit.position.line}" if unit.position else f"{path} {unit.name}"


def languages(text: str, settings: Settings, source: Tag | None, target: Tag | None) -> tuple[Tag, Tag | None]:
    """Return from which language into which a text is looked up: as asked, as set, else as its script tells.

    The languages of a project serve both ways: a text in the target language is looked up from there.
    """
    known = [tag for tag in (settings.source_language, settings.target_language) if tag is not None]
    if source is None:
        is_han = re.search(f"[{HAN}]", text) is not None
        fitting = (tag for tag in known if (tag.language in _OF_HAN) == is_han)
        source = next(fitting, Tag("zh") if is_han else Tag("en"))
    if target is None:
        target = next((tag for tag in known if tag.language != source.language), None)
    return source, target

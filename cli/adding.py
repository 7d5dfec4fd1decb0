"""Writing concepts into the project's termbase: which file takes them, in which languages, and the writing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli import termbases
from zhengming.cli.atomic import write_bytes
from zhengming.termbase.errors import ZhengmingError
from zhengming.termbase.formats import table
from zhengming.termbase.formats.insertion import inserted
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.ids import order
from zhengming.termbase.language import parse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from zhengming.cli.settings import Settings
    from zhengming.termbase.concept import Concept, Termbase

__all__ = ["languages_of", "save", "taking", "write"]


def taking(settings: Settings) -> tuple[Path, Termbase]:
    """Return the file that takes additions, and all that the project has; a project may begin with nothing.

    Raise InvalidSettings if no concept can be written into that file.
    """
    paths = termbases.termbase_paths(settings, must_exist=False)
    existing = [path for path in paths if path.exists() and path.stat().st_size]
    path = (paths or (settings.folder / settings.termbase[0],))[0]
    termbases.demand_table(path)
    return path, termbases.read_all(existing, lambda _: None, termbases.sides(settings))


def languages_of(termbase: Termbase, settings: Settings) -> Languages:
    """Return the languages of a termbase; those of one that is still empty are Chinese and English, unless set."""
    if not len(termbase):
        chinese, english = parse("zh-Hans"), parse("en")
        assert chinese is not None  # noqa: S101  for the type checker
        assert english is not None  # noqa: S101
        return Languages(settings.source_language or chinese, settings.target_language or english)
    return termbases.languages(termbase, settings)


def write(path: Path, concepts: Sequence[Concept]) -> None:
    """Write the concepts where their ids sort; a file that is not there is made. Raise ZhengmingError."""
    data = path.read_bytes() if path.exists() else b""
    save(path, inserted(data, str(path), concepts) if data else _new(path, concepts))


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raise ZhengmingError."""
    try:
        write_bytes(path, data)
    except OSError as error:
        raise ZhengmingError(f"{path} could not be written: {error.strerror}") from error


def _new(path: Path, concepts: Sequence[Concept]) -> bytes:
    listed = sorted(concepts, key=lambda concept: order(concept.id))
    return table.write(listed, "\t" if path.suffix.lower() in {".tsv", ".txt"} else ",").encode()

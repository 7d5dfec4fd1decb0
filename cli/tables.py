"""Telling a table of texts from a table of concepts: a .csv may be either."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.cli.termbases import termbase_paths
from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zhengming.cli.settings import Settings

__all__ = ["SUFFIXES", "is_of_termbase", "is_of_texts"]

SUFFIXES = tuple(suffix for listed in TABLES for suffix in listed.suffixes)
_NAMES = re.compile(r"glossar|termbase|terminolog|terms\b|术语|術語", re.IGNORECASE)


def is_of_texts(path: Path, settings: Settings, note: Callable[[str], None]) -> bool:
    """Return whether the table holds sentences and their translations; `note` is told what it is taken for.

    A termbase is what the settings name as one, what is called one (glossary.csv) and what has columns of concepts
    (`en:deprecated`, `definition`, …); a text, what `[csv]` or the first row tells two columns of texts of.
    """
    from zhengming.tmx.formats.table import first_row  # noqa: PLC0415  few runs meet a table
    from zhengming.tmx.formats.table_layout import is_termbase, layout_of, names_sides  # noqa: PLC0415

    if is_of_termbase(path, settings):
        return False
    try:
        with path.open("rb") as stream:
            names = first_row(stream, str(path))
    except (OSError, UnreadableFile):
        return False  # as a termbase it is told with its place why it cannot be read
    if _NAMES.search(path.stem) or is_termbase(names):
        return False
    layout = layout_of(names, settings.wanted)
    is_meant = bool(settings.csv)
    if isinstance(layout, str):
        return is_meant or names_sides(names)
    if not is_meant:
        columns = " and ".join(f"“{names[index].strip()}”" for index, _ in layout.texts)
        note(f"{path} is read as texts, in the columns {columns}; as a termbase: zhengming term lint {path}")
    return True


def is_of_termbase(path: Path, settings: Settings) -> bool:
    """Return whether the settings name that file as a termbase."""
    return path.resolve() in {known.resolve() for known in termbase_paths(settings, must_exist=False)}

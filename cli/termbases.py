"""Finding and reading the termbases that a check is to use."""

from __future__ import annotations

import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.termbase.concept import Termbase
from zhengming.termbase.errors import UnknownFormat, UnreadableFile
from zhengming.termbase.formats import table
from zhengming.termbase.position import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.termbase.issue import Issue

__all__ = ["read", "read_all", "starter"]


def read(path: Path, report: Callable[[Issue], None]) -> Termbase:
    """Read one termbase. Raise UnreadableFile or UnknownFormat with the remedy."""
    if path.suffix.lower() not in {".csv", ".tsv", ".txt"}:
        raise UnknownFormat(f"{path}: a termbase is a .csv or .tsv table; import others with `zhengming term import`")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(Location(str(path)), f"{error.strerror}; name a termbase with --termbase") from error
    return table.read(data, str(path), report)


def read_all(paths: Iterable[Path], report: Callable[[Issue], None]) -> Termbase:
    """Read several termbases as one."""
    return Termbase.joined(read(path, report) for path in paths)


def starter() -> Path:
    """Return the glossary that is installed with the tool: rare-earth and trade terms, Chinese and English."""
    installed = Path(sysconfig.get_path("data")) / "share" / "zhengming" / "glossary.csv"
    beside = Path(__file__).parent.parent / "glossary.csv"  # an editable installation keeps it where it is
    return beside if beside.is_file() else installed

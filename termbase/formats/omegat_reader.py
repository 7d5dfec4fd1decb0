"""OmegaT's glossary: source, target and comment with tabs between, no quoting, no word of languages.

Comments that this project has written are taken apart again: terms crossed out are deprecated, an id is an id.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.columns import Column
from zhengming.termbase.formats.gathering import gathered
from zhengming.termbase.formats.guessing import guessed, has_headers
from zhengming.termbase.formats.headers import COMMENT, given_roles
from zhengming.termbase.formats.source import Gathered, Row, Source
from zhengming.termbase.formats.table_reader import decoded
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from zhengming.termbase.formats.headers import Role
    from zhengming.termbase.formats.source import Wanted

__all__ = ["SOURCE", "read"]

_MAGIC = re.compile(r"#.*-\*-\s*coding:\s*([\w-]+)")
_COLUMNS = 3
_SUFFIXES = (".utf8", ".tab", ".txt")


def read(data: bytes, path: str, wanted: Wanted) -> Gathered:
    """Read the lines; what stands behind the third tab OmegaT does not see either.

    Raise InvalidSettings where neither the caller nor the script tells the languages.
    """
    magic = _MAGIC.match(data[:200].decode("latin-1"))
    lines = decoded(data, path, wanted.encoding or (magic[1] if magic else None)).splitlines()
    rows = [
        Row(Location(path, Position(number, 1)), line.split("\t")[:_COLUMNS])
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]
    headers = [""] * _COLUMNS
    known = guessed([row.cells[:2] for row in rows], wanted.sides)
    if not rows or sum(isinstance(role, Column) for role in known.values()) < 2:  # noqa: PLR2004  source and target
        remedy = "say which with --source-language and --target-language"
        raise InvalidSettings(f"{path}:1:1: an OmegaT glossary does not say its languages; {remedy}")
    roles: dict[int, Role] = known | {2: COMMENT} | given_roles(headers, wanted.mapping)
    return gathered(rows, headers, roles, wanted.unsaid)


def _claims(suffix: str, data: bytes) -> bool:
    if suffix == ".utf8" or (suffix in _SUFFIXES and _MAGIC.match(data[:200].decode("latin-1"))):
        return True
    lines = data[:16_384].decode("utf-8-sig", "ignore").splitlines()
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return suffix in _SUFFIXES and bool(cells) and all(len(row) > 1 for row in cells[:-1]) and not has_headers(cells)


SOURCE = Source("OmegaT glossary", _SUFFIXES, _claims, read)

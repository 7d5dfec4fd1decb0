"""UTX 1.00 to 1.11, the simple terminology table of AAMT: its own columns and properties are not taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.columns import Column
from zhengming.termbase.formats.gathering import gathered
from zhengming.termbase.formats.source import Gathered, Row, Source
from zhengming.termbase.formats.table_reader import decoded
from zhengming.termbase.language import parse
from zhengming.termbase.position import Location, Position

if TYPE_CHECKING:
    from zhengming.termbase.formats.headers import Role
    from zhengming.termbase.formats.source import Wanted

__all__ = ["SOURCE", "read"]

_HEADER = re.compile(r"#\s*UTX(?:-S)?\s+[\d.]+\s*;\s*([\w-]+)/([\w-]+)")
_ROLES = {
    "src:pos": "part_of_speech",
    "term status": "status",
    "concept id": "id",
    "definition": "definition",
    "src:definition": "definition",
    "domain": "subject_field",
    "comment": "note",
    "note": "note",
}


def read(data: bytes, path: str, wanted: Wanted) -> Gathered:
    """Read the rows. Raise UnreadableFile where the header does not say languages and columns."""
    lines = decoded(data, path, wanted.encoding).splitlines()
    header = _HEADER.match(lines[0]) if lines else None
    tags = (parse(header[1]), parse(header[2])) if header else (None, None)
    start = next((number for number, line in enumerate(lines) if line.startswith("#src")), None)
    if None in tags or start is None:
        problem = "the lines “#UTX 1.11; zh-CN/en;” and “#src⇥tgt⇥src:pos” are wanted at the beginning"
        raise UnreadableFile(Location(path, Position(1, 1)), problem)
    headers = lines[start].removeprefix("#").split("\t")
    roles: dict[int, Role] = {}
    for index, name in enumerate(name.strip().lower() for name in headers):
        side = {"src": tags[0], "tgt": tags[1]}.get(name)
        if side is not None:
            roles[index] = Column(side, AdministrativeStatus.PREFERRED)
        elif name in _ROLES:
            roles[index] = _ROLES[name]
    rows = [
        Row(Location(path, Position(number, 1)), line.split("\t"))
        for number, line in enumerate(lines, 1)
        if not line.startswith("#")
    ]
    return gathered(rows, headers, roles, wanted.unsaid)


def _claims(_suffix: str, data: bytes) -> bool:
    return bool(_HEADER.match(data[:200].decode("utf-8-sig", "ignore")))


SOURCE = Source("UTX", (".utx", ".txt"), _claims, read)

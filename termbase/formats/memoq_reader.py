"""memoQ's CSV: columns for the entry, then for each language a definition and its terms, the columns repeated.

A column Term_Info behind a term tells whether it is forbidden or case-sensitive. What else memoQ can hold (client,
project, matching, examples) is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.termbase.formats.headers import COMMENT
from zhengming.termbase.formats.source import Gathered, Source
from zhengming.termbase.formats.table_reader import decoded, gathered_table, text_rows

if TYPE_CHECKING:
    from zhengming.termbase.formats.source import Wanted

__all__ = ["SOURCE", "read"]

_FIRST = re.compile(r"\"?Entry_ID\"?[;,\t]", re.IGNORECASE)
_NOTE = "Entry_Note"


def read(data: bytes, path: str, wanted: Wanted) -> Gathered:
    """Read the rows, each an entry. Raise UnreadableFile where the bytes are no table."""
    rows = text_rows(decoded(data, path, wanted.encoding), path)
    mapping = {_NOTE: COMMENT} if rows and _NOTE in rows[0].cells else {}
    return gathered_table(rows, replace(wanted, mapping=mapping | dict(wanted.mapping), has_headers=True))


def _claims(suffix: str, data: bytes) -> bool:
    if suffix not in SOURCE.suffixes:
        return False
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return bool(_FIRST.match(data[:200].decode(encoding, "ignore")))


SOURCE = Source("memoQ CSV", (".csv", ".tsv", ".txt"), _claims, read)

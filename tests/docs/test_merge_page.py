"""The tables on the page on merging are merged as it says."""

from __future__ import annotations

import re
from pathlib import Path

from zhengming.termbase.merge.sequence import Three
from zhengming.termbase.merge.tables import merged

PAGE = Path(__file__).parents[2] / "docs" / "term-diff-merge.md"
BLOCK = re.compile(r"^```csv (\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_result_is_what_is_shown() -> None:
    tables = dict(BLOCK.findall(PAGE.read_text(encoding="utf-8")))
    sides = Three(*(tables[name] for name in Three._fields))
    found = merged(sides.each(str.encode), sides)
    assert found.data.decode() == tables["result"]
    assert ([one.id for one in found.conflicts], [one.after for one in found.renumbered]) == (["RE001"], ["MP002"])

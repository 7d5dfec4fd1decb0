"""The page on exports: a row for each target, in the order of the help."""

from __future__ import annotations

import re
from pathlib import Path

from zhengming.termbase.formats.targets import TARGETS

PAGE = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")


def test_every_target_has_its_row() -> None:
    rows = re.findall(r"^\| ((?:`[\w-]+`(?:, )?)+) \|", PAGE.partition("## How to load it")[0], re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`(\w[\w-]*)`", row)]
    assert named == list(TARGETS)

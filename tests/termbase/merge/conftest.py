"""Merging tables written as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zhengming.termbase.merge.sequence import Three
from zhengming.termbase.merge.tables import Merged, merged

Merge = Callable[[str, str, str], Merged]


@pytest.fixture
def merge() -> Merge:
    """Merge three tables: base, ours, theirs."""

    def merging(base: str, ours: str, theirs: str) -> Merged:
        return merged(Three(base, ours, theirs).each(str.encode), Three("base.csv", "ours.csv", "theirs.csv"))

    return merging

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.cli.saving import demand_absent, tell_lost
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    demand_absent(path, force=False)
    path.touch()
    demand_absent(path, force=True)
    with pytest.raises(ZhengmingError, match=r"memory\.tmx exists, and nothing is overwritten; name another file"):
        demand_absent(path, force=False)


def test_what_is_lost_is_counted_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    tell_lost("csv", {"notes": 1200, "dates": 3, "states": 2, "users": 0}, {"states"})
    assert capsys.readouterr().err.endswith("csv has no place for: dates (3), notes (1,200)\n")
    tell_lost("csv", {"states": 2}, {"states"})
    assert capsys.readouterr().err == ""

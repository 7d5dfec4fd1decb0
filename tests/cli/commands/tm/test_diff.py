"""What has changed between two memories, on the screen and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Memory, Run, UnitOf


@pytest.fixture
def versions(memory: Memory, unit_of: UnitOf) -> Path:
    memory(
        "old.tmx",
        unit_of("对镝实施出口管制", "export restrictions on dysprosium", tuid="1"),
        unit_of("关税", "tariff"),
        unit_of("氧化镝", "dysprosium oxide"),
    )
    return memory(
        "new.tmx",
        unit_of("对镝实施出口管制", "export controls on dysprosium", tuid="1"),
        unit_of("氧化镝", "dysprosium oxide", changedate="20250105T080000Z"),
        unit_of("实体清单", "Entity List"),
    )


def test_each_change_with_its_words(run: Run, versions: Path) -> None:
    outcome = run("tm", "diff", "old.tmx", "new.tmx")
    assert outcome.status == 0
    assert outcome.out.splitlines() == [
        "~ new.tmx:3:3: unit 1 (was old.tmx:3:3)",
        "  zh-Hans-CN  对镝实施出口管制",
        "  en-US  export [-restrictions-]{+controls+} on dysprosium",
        "- old.tmx:4:3: unit #2",
        "  zh-Hans-CN  关税",
        "  en-US  tariff",
        "+ new.tmx:5:3: unit #3",
        "  zh-Hans-CN  实体清单",
        "  en-US  Entity List",
    ]
    assert outcome.err == (
        "3 units differ: 1 added, 1 removed, 1 changed; 1 the same; "
        "1 of the others in notes, properties or dates only\n"
    )
    assert versions.is_file()


def test_the_exit_status_tells_only_where_it_is_asked(run: Run, versions: Path) -> None:
    assert run("tm", "diff", "old.tmx", str(versions), "--exit-code").status == 1
    assert run("tm", "diff", "old.tmx", "old.tmx", "--exit-code") == (
        0,
        "",
        "No unit differs in what it says; 3 units compared\n",
    )


def test_for_programs(run: Run, versions: Path) -> None:
    found = json.loads(run("tm", "diff", "old.tmx", versions.name, "--output-format", "json").out)
    assert (found["schema"], found["same"], found["metadata_only"]) == ("zhengming/tm-diff/1", 1, 1)
    assert [change["kind"] for change in found["changes"]] == ["changed", "removed", "added"]
    first = found["changes"][0]
    assert first["after"] == {"path": "new.tmx", "line": 3, "column": 3, "unit": "1"}
    assert first["segments"][1]["edits"] == [{"before": "restrictions", "after": "controls"}]
    assert found["changes"][2]["before"] is None


def test_a_file_that_cannot_be_read_is_told(run: Run, versions: Path) -> None:
    versions.write_bytes(versions.read_bytes()[:-20])
    outcome = run("tm", "diff", "old.tmx", "new.tmx")
    assert outcome.status == 2
    assert outcome.out == ""
    assert "F001" in outcome.err


def test_a_code_that_changes_is_shown(run: Run, memory: Memory) -> None:
    unit = "<tu><tuv xml:lang='zh'><seg>见<ph>{{{}}}</ph>号</seg></tuv><tuv xml:lang='en'><seg>x</seg></tuv></tu>"
    memory("old.tmx", unit.format(0))
    memory("new.tmx", unit.format(1))
    assert "  zh-Hans  见{[-0-]{+1+}}号" in run("tm", "diff", "old.tmx", "new.tmx").out

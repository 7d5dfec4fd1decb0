"""The MQM score: penalties against the size of the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhengming.cli.checking import examine, prepare
from zhengming.cli.quality import Quality, quality, quality_of_files
from zhengming.cli.result import Result, Volume
from zhengming.cli.settings import governing


def test_points_and_size_make_the_score() -> None:
    assert Quality("a.tmx", 1000, "words", 25).score == 97.5
    assert Quality("a.tmx", 10, "words", 25).score == -150
    assert Quality("a.tmx", 0, "words", 0).score is None


def test_units_of_different_kind_are_mixed() -> None:
    volumes = (Volume("b.tmx", 10, "words"), Volume("a.tmx", 30, "characters"))
    result = Result(issues=(), files=2, units=2, seconds=0, volumes=volumes)
    assert quality(result) == Quality("", 40, "mixed", 0)
    assert [one.path for one in quality_of_files(result)] == ["a.tmx", "b.tmx"]


@pytest.mark.usefixtures("project")
def test_the_issues_of_a_file_lower_its_score() -> None:
    result = examine(prepare([Path("tmx/digest-01.tmx")], governing(), lambda _: None))
    (one,) = quality_of_files(result)
    assert one.unit == "characters"
    majors, minors = (sum(str(i.severity) == name for i in result.issues) for name in ("major", "minor"))
    assert one.penalty == 5 * majors + minors
    assert quality(result).score == one.score

"""Several memories made one from the command line."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from zhengming.tmx.formats.tmx import read

if TYPE_CHECKING:
    from pathlib import Path

    from zhengming.tmx.model import TranslationUnit

    from .conftest import Killed, Memory, Run, UnitOf


def units_of(path: Path) -> list[TranslationUnit]:
    return list(read(io.BytesIO(path.read_bytes()), str(path), lambda _: None))


def said(path: Path) -> list[tuple[str, ...]]:
    return [tuple(variant.segment.text for variant in unit.variants) for unit in units_of(path)]


@pytest.fixture
def both(memory: Memory, unit_of: UnitOf) -> tuple[Path, Path]:
    one = memory(
        "one.tmx",
        unit_of("氧化镝", "dysprosium oxide", tuid="1"),
        unit_of("重稀土", "heavy rare earth", tuid="2", changedate="20240101T000000Z"),
    )
    other = memory(
        "other.tmx",
        unit_of("氧化镝", "dysprosium oxide", tuid="7"),
        unit_of("重稀土", "heavy rare earths", tuid="1", changedate="20250101T000000Z"),
    )
    return one, other


def test_what_both_say_stands_once_and_of_two_targets_the_newer(run: Run, both: tuple[Path, Path]) -> None:
    outcome = run("tm", "merge", "one.tmx", "other.tmx", "-o", "all.tmx")
    assert outcome.status == 0
    out = both[0].with_name("all.tmx")
    assert said(out) == [("氧化镝", "dysprosium oxide"), ("重稀土", "heavy rare earths")]
    assert outcome.out == (
        "one.tmx:4:3: C001 the same source has a newer target in other.tmx line 4: 重稀土 → heavy rare earth\n"
    )
    assert outcome.err == "2 of 4 units in 2 files written; left out: 1 C001, 1 duplicate\n"


def test_all_targets_stay_if_that_is_asked_for_and_names_stay_unique(run: Run, both: tuple[Path, Path]) -> None:
    run("tm", "merge", "one.tmx", "other.tmx", "-o", "all.tmx", "--keep", "all")
    out = both[0].with_name("all.tmx")
    assert [unit.tuid for unit in units_of(out)] == ["1", "2", "1-2"]


def test_everything_left_out_is_in_the_report(run: Run, both: tuple[Path, Path]) -> None:
    run("tm", "merge", "one.tmx", "other.tmx", "-o", "all.tmx", "--report", "left.jsonl")
    lines = both[0].with_name("left.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [(one["path"], one["line"], one["kind"], one["instead_path"], one["instead_line"]) for one in found] == [
        ("one.tmx", 4, "C001", "other.tmx", 4),
        ("other.tmx", 3, "duplicate", "one.tmx", 3),
    ]


def test_the_header_says_what_is_true_of_all_and_the_units_the_rest(
    run: Run, both: tuple[Path, Path], memory: Memory, unit_of: UnitOf
) -> None:
    third = memory("third.tmx", unit_of("镝", "dysprosium", languages=("en-US", "zh-CN")))
    third.write_bytes(third.read_bytes().replace(b'srclang="zh-CN"', b'srclang="en"').replace(b'"hand"', b'"CAT"'))
    run("tm", "merge", *(path.name for path in (*both, third)), "-o", "all.tmx")
    first, *_, last = units_of(third.with_name("all.tmx"))
    header = first.header.attributes
    assert (header["creationtool"], header["srclang"], header["segtype"]) == ("zhengming", "*all*", "sentence")
    assert (first.source_language, first.attributes["creationtool"]) == ("zh-CN", "hand")
    assert (last.source_language, last.attributes["creationtool"]) == ("en", "CAT")
    assert run("check", "all.tmx", "--select", "F", "--fail-on", "major").status == 0


def test_other_formats_come_in_without_their_drafts(run: Run, both: tuple[Path, Path]) -> None:
    both[0].with_name("ui.po").write_text(
        'msgid ""\nmsgstr "Language: zh_CN\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#, fuzzy\nmsgid "tariff"\nmsgstr "关税"\n\nmsgid "quota"\nmsgstr "配额"\n\nmsgid "none"\nmsgstr ""\n',
        encoding="utf-8",
    )
    outcome = run("tm", "merge", "ui.po", "one.tmx", "-o", "all.tmx")
    assert said(both[0].with_name("all.tmx"))[0] == ("quota", "配额")
    assert outcome.err.splitlines()[0] == "3 of 5 units in 2 files written; left out: 1 draft, 1 incomplete"


def test_a_file_that_cannot_be_read_to_its_end_stops_it(run: Run, both: tuple[Path, Path]) -> None:
    both[1].write_bytes(both[1].read_bytes()[:-20])
    outcome = run("tm", "merge", "one.tmx", "other.tmx", "-o", "all.tmx")
    assert outcome.status == 2
    assert "so nothing is written" in outcome.err
    assert not both[0].with_name("all.tmx").exists()


@pytest.mark.parametrize(
    ("out", "problem"),
    [
        ("one.tmx", "one.tmx is one of the files to be merged"),
        ("glossary.csv", "merge writes a TMX"),
        ("other.tmx", "other.tmx exists, and nothing is overwritten"),
    ],
)
def test_nothing_is_written_over(out: str, problem: str, run: Run, both: tuple[Path, Path]) -> None:
    before = both[0].read_bytes()
    outcome = run("tm", "merge", "one.tmx", "-o", out)
    assert outcome.status == 2
    assert problem in outcome.err
    assert both[0].read_bytes() == before


def test_killed_while_it_writes_it_leaves_no_half_a_memory(killed: Killed, both: tuple[Path, Path]) -> None:
    before = [path.read_bytes() for path in both]
    out = both[0].with_name("all.tmx")
    killed("tm", "merge", *map(str, both), "-o", str(out))
    assert not out.exists()
    assert [path.read_bytes() for path in both] == before

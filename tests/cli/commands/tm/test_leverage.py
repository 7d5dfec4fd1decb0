"""Files counted before they are translated: what is known, what repeats itself, what is new."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Memory, Run, UnitOf

OUTLOOK = "稀土永磁体出口自十月起须申请许可证"


@pytest.fixture
def job(memory: Memory, unit_of: UnitOf) -> Path:
    return memory(
        "job.tmx",
        unit_of("氧化镝", ""),
        unit_of("关税", ""),
        unit_of(OUTLOOK, ""),
        unit_of(f"{OUTLOOK}。", ""),
        unit_of("关税", ""),
        unit_of("NdFeB 磁体与 5 种氧化物", ""),
    )


@pytest.fixture
def past(memory: Memory, unit_of: UnitOf) -> Path:
    return memory(
        "past.tmx",
        unit_of("氧化镝", "dysprosium oxide"),
        unit_of("关税", "tariff"),
        unit_of("实体清单", "Entity List"),
        unit_of("稀土永磁体出口自十一月起须申请许可证", "exports of rare-earth magnets need a licence from November"),
    )


def rows(out: str) -> dict[str, list[int]]:
    """Return the rows of a JSON analysis that are not empty: segments, words, characters."""
    found = json.loads(out)["total"]["rows"]
    return {row["name"]: [row[n] for n in ("segments", "words", "characters")] for row in found if row["segments"]}


def test_a_text_alone_is_measured_by_itself(run: Run, job: Path) -> None:
    outcome = run("tm", "leverage", "job.tmx")
    assert outcome.status == 0
    assert outcome.out.splitlines() == [
        "job.tmx",
        "                  segments  words  characters      %",
        "Repetition               1      2           2    3.6",
        "Internal 95–99 %         1     17          18   32.7",
        "New                      4     31          35   63.6",
        "Total                    6     50          55  100.0",
    ]
    assert job.is_file()


def test_what_a_memory_knows_goes_first(run: Run, job: Path, past: Path) -> None:
    outcome = run("tm", "leverage", str(job), "--memory", str(past), "--output-format", "json")
    assert rows(outcome.out) == {
        "context": [1, 3, 3],
        "repetition": [1, 2, 2],
        "exact": [1, 2, 2],
        "memory-85-94": [1, 17, 17],
        "internal-95-99": [1, 17, 18],
        "new": [1, 9, 13],
    }
    assert json.loads(outcome.out)["memories"] == [str(past)]


def test_what_one_file_says_the_next_one_repeats(run: Run, memory: Memory, unit_of: UnitOf) -> None:
    for name in ("a.tmx", "b.tmx"):
        memory(name, unit_of("氧化镝", "dysprosium oxide"))
    outcome = run("tm", "leverage", "a.tmx", "b.tmx", "--output-format", "json")
    files = json.loads(outcome.out)["files"]
    counted = [{row["name"] for row in file["rows"] if row["segments"]} for file in files]
    assert counted == [{"new"}, {"repetition"}]
    assert "All 2 files\n" in run("tm", "leverage", "a.tmx", "b.tmx").out


def test_english_is_counted_in_words(run: Run, memory: Memory, unit_of: UnitOf) -> None:
    memory("a.tmx", unit_of("磁体", "rare-earth magnets, 5 kg — NdFeB"))
    outcome = run("tm", "leverage", "a.tmx", "--source-language", "en", "--output-format", "json")
    assert rows(outcome.out) == {"new": [1, 5, 27]}


def test_locked_segments_are_nobodys_work(run: Run, memory: Memory) -> None:
    path = memory("a.tmx").with_suffix(".xlf")
    path.write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh-CN" '
        'target-language="en" datatype="plaintext"><body><trans-unit id="1" translate="no"><source>镝</source>'
        '</trans-unit><trans-unit id="2"><source>铽</source></trans-unit></body></file></xliff>',
        encoding="utf-8",
    )
    assert rows(run("tm", "leverage", "a.xlf", "--output-format", "json").out) == {
        "locked": [1, 1, 1],
        "new": [1, 1, 1],
    }


def test_the_analysis_as_a_workbook(run: Run, job: Path) -> None:
    outcome = run("tm", "leverage", "job.tmx", "-o", "job.xlsx")
    assert (outcome.status, outcome.out) == (0, "")
    sheet = CalamineWorkbook.from_path(str(job.with_suffix(".xlsx"))).get_sheet_by_index(0).to_python()
    assert sheet[0] == ["file", "match", "segments", "words", "characters"]
    assert ["job.tmx", "New", 4.0, 31.0, 35.0] in sheet
    assert sheet[-1] == ["job.tmx", "Total", 6.0, 50.0, 55.0]
    first = job.with_suffix(".xlsx").read_bytes()
    run("tm", "leverage", "job.tmx", "-o", "job.xlsx")
    assert job.with_suffix(".xlsx").read_bytes() == first


def test_the_analysis_as_a_table_and_as_json(run: Run, job: Path) -> None:
    run("tm", "leverage", "job.tmx", "-o", "job.csv")
    with job.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as stream:
        found = {row["match"]: row["segments"] for row in csv.DictReader(stream)}
    assert found["Repetition"] == "1"
    assert found["Memory 100 %"] == "0"
    printed = run("tm", "leverage", "job.tmx", "-o", "job.json", "--output-format", "json").out
    assert job.with_suffix(".json").read_text(encoding="utf-8") == printed


def test_a_file_that_cannot_be_read_is_told(run: Run, job: Path) -> None:
    job.write_bytes(job.read_bytes()[:-20])
    outcome = run("tm", "leverage", "job.tmx")
    assert outcome.status == 2
    assert "F001" in outcome.err


def test_an_unknown_suffix_is_told_before_the_work(run: Run, job: Path) -> None:
    outcome = run("tm", "leverage", str(job), "-o", "job.pdf")
    assert outcome.status == 2
    assert "no analysis has that suffix; known are .xlsx, .csv, .json" in outcome.err


def test_a_memory_of_the_project_serves_as_its_files_do(run: Run, job: Path, past: Path) -> None:
    assert run("tm", "import", past.name, "--memory", "team.db").status == 0
    kept = run("tm", "leverage", job.name, "--memory", "team.db", "--output-format", "json")
    read = run("tm", "leverage", job.name, "--memory", past.name, "--output-format", "json")
    assert rows(kept.out) == rows(read.out)
    assert json.loads(kept.out)["memories"] == ["team.db"]


@pytest.mark.parametrize("name", ["none.tmx", "none.db"])
def test_a_memory_that_is_not_there_is_told(name: str, run: Run, job: Path) -> None:
    outcome = run("tm", "leverage", job.name, "--memory", name)
    assert outcome.status == 2
    assert name in outcome.err
    assert not job.with_name(name).exists()

"""The examples: each planted fault is found where it was planted, and no good translation is called wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from zhengming.cli import termbases
from zhengming.cli.registry import selection
from zhengming.termbase.check import Severity
from zhengming.tmx.document import Document
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
TERMBASES = [ROOT / "glossary.csv", EXAMPLES / "house.csv"]
MEMORIES = sorted(EXAMPLES.glob("*.tmx"))


class Place(NamedTuple):
    file: str
    unit: str
    code: str


PLANTED = [json.loads(line) for line in (EXAMPLES / "planted.jsonl").read_text(encoding="utf-8").splitlines()]


def place_of(issue: Issue) -> Place:
    unit = issue.passage.unit if issue.passage else "-"
    return Place(Path(issue.location.path).name, unit, issue.check.code)


@pytest.fixture(scope="module")
def issues() -> list[Issue]:
    faults: list[Issue] = []
    termbase = termbases.read_all(TERMBASES, faults.append)
    assert not faults
    documents = [Document(str(path)) for path in MEMORIES]
    found = list(review(documents, termbase, selection(("all",), (), ())))
    assert sum(document.units for document in documents) >= 80
    return found


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: f"{fault['file']}-{fault['unit']}-{fault['code']}")
def test_a_planted_fault_is_found_where_it_is(fault: dict[str, str], issues: list[Issue]) -> None:
    wanted = Place(fault["file"], fault["unit"], fault["code"])
    there = [issue for issue in issues if place_of(issue) == wanted]
    assert there, f"not found: {fault['why']}"
    if "term" in fault:
        assert fault["term"] in {issue.term for issue in there}
    if "target_language" in fault:
        assert {issue.passage.target_language for issue in there if issue.passage} == {fault["target_language"]}


def test_nothing_else_is_major(issues: list[Issue]) -> None:
    planted = {Place(fault["file"], fault["unit"], fault["code"]) for fault in PLANTED}
    grave = [issue for issue in issues if issue.severity >= Severity.MAJOR and place_of(issue) not in planted]
    assert [f"{issue.location}: {issue.check.code} {issue.message}" for issue in grave] == []


def test_each_planted_fault_names_its_reason() -> None:
    assert all(fault["why"] for fault in PLANTED)
    places = [(fault["file"], fault["unit"], fault["code"]) for fault in PLANTED]
    assert len(set(places)) == len(places)


def test_the_checks_of_parallel_text_are_all_represented() -> None:
    codes = {
        "T001",
        "T002",
        "T003",
        "T004",
        "T005",
        "T006",
        "C001",
        "C002",
        "C003",
        "C004",
        "C005",
        "A001",
        "A002",
        "A003",
    }
    codes |= {"L001", "L002", "L003", "L004", "L005", "M001", "M002", "N002", "N003", "N004", "N005", "N006"}
    assert codes <= {fault["code"] for fault in PLANTED}


def test_one_file_is_as_trados_writes_it() -> None:
    data = (EXAMPLES / "export-control.tmx").read_bytes()
    assert data.startswith(b"\xff\xfe")
    assert "\r\n" in data.decode("utf-16")


def test_one_file_is_as_omegat_writes_it() -> None:
    text = (EXAMPLES / "magnets.tmx").read_text(encoding="utf-8")
    assert '<tmx version="1.1">' in text
    assert '<tuv lang="ZH-CN">' in text

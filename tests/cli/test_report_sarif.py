"""SARIF: valid by its schema, and every part that code scanning shows is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from zhengming.cli.report import sarif
from zhengming.cli.report.sarif_result import Numbers, result_object
from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Edit, Issue, Passage
from zhengming.termbase.position import Location, Position, Span

if TYPE_CHECKING:
    from .conftest import Run

SCHEMA = Path(__file__).parents[3] / "shared" / "corpora" / "schemas" / "reporting" / "sarif-schema-2.1.0.json"
CHECK = Check(code="T002", name="deprecated-term", mqm="termbase", its="terminology", severity=Severity.MAJOR)
NUMBERS = Numbers({"T002": 0}, {"termbase": 0})


@pytest.fixture
def log(project: Path, run: Run) -> dict[str, Any]:  # noqa: ARG001  the project is the working folder
    found: dict[str, Any] = json.loads(run("check", "--output-format", "sarif").out)
    return found


def test_the_log_is_valid(log: dict[str, Any]) -> None:
    if not SCHEMA.is_file():
        pytest.skip("the schema of SARIF is not beside the repository: ../shared/corpora/schemas/reporting")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema)
    assert [error.message for error in validator.iter_errors(log)] == []
    log["runs"][0]["results"][0]["level"] = "major"
    assert not validator.is_valid(log)


def test_a_result_has_its_place_unit_fingerprint_and_fix(log: dict[str, Any]) -> None:
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    result = next(result for result in run["results"] if result["ruleId"] == "T002")
    assert result["level"] == "error"
    (location,) = result["locations"]
    region = {"startLine": 7, "startColumn": 64, "endLine": 7, "endColumn": 83}
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "tmx/digest-01.tmx"}, "region": region}
    assert location["logicalLocations"] == [{"name": "1f3a", "kind": "element"}]
    assert list(result["partialFingerprints"]) == ["zhengming/v1"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "export controls"}}]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "glossary.csv"


def test_a_rule_has_the_page_of_its_check_and_its_type_in_mqm(log: dict[str, Any]) -> None:
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["A001", "C001", "C003", "T001", "T002"]
    rule = rules[-1]
    assert "When to allow it" in rule["help"]["markdown"]
    assert rule["properties"]["tags"] == ["terminology"]
    assert rule["relationships"][0]["target"]["id"] == "termbase"
    taxa = [taxon["id"] for taxon in run["taxonomies"][0]["taxa"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert all(taxa[taxon["index"]] == taxon["id"] for taxon in result["taxa"])


@pytest.mark.usefixtures("project")
def test_a_run_holds_no_more_than_github_takes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "_MOST_RESULTS", 3)
    runs = json.loads(run("check", "--output-format", "sarif").out)["runs"]
    assert [len(part["results"]) for part in runs] == [3, 3, 1]
    assert [part["automationDetails"]["id"] for part in runs] == ["zhengming/1/", "zhengming/2/", "zhengming/3/"]


@pytest.mark.usefixtures("project")
def test_no_issue_is_a_run_without_results(run: Run) -> None:
    (part,) = json.loads(run("check", "--select", "L", "--output-format", "sarif").out)["runs"]
    assert part["results"] == []


def replacing(location: Location, path: str = "a.tmx") -> Issue:
    return Issue(
        check=CHECK,
        severity=Severity.MAJOR,
        message="研发: “r and d” is deprecated; use “R&D”",
        location=location._replace(path=path),
        passage=Passage("1", "zh-Hans", "en", "研发", "r and d"),
        target_span=Span(0, 7),
        edit=Edit(Span(0, 7), "R&D", safe=True),
        suppressed="ignore",
    )


def test_a_fix_writes_what_the_file_is_written_in() -> None:
    fix = result_object(replacing(Location("", Position(3, 10), Position(3, 17))), NUMBERS)["fixes"][0]
    assert fix["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "R&amp;D"}


def test_there_is_no_fix_where_codes_stand_between_the_words() -> None:
    assert "fixes" not in result_object(replacing(Location("", Position(3, 10), Position(3, 40))), NUMBERS)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("tmx/第 1 期.tmx", "tmx/%E7%AC%AC%201%20%E6%9C%9F.tmx"),
        ("/srv/tmx/a.tmx", "file:///srv/tmx/a.tmx"),
        (r"C:\tmx\a.tmx", "file:///C:/tmx/a.tmx"),
        (r"tmx\a.tmx", "tmx/a.tmx"),
        ("a:b.tmx", "a%3Ab.tmx"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    found = result_object(replacing(Location(path), path), NUMBERS)
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_what_a_decision_lets_stand_says_so() -> None:
    suppressions = result_object(replacing(Location("")), NUMBERS)["suppressions"]
    assert suppressions == [{"kind": "external", "status": "accepted", "justification": "ignored by a decision"}]

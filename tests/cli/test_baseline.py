"""zhengming baseline: created once, pruned as issues go, never grown by `check`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("project")

KEPT = Path(".zhengming", "baseline.jsonl")
FIRST, SECOND = Path("tmx", "digest-01.tmx"), Path("tmx", "digest-02.tmx")


def entries(path: Path = KEPT) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def corrected(path: Path, wrong: str, right: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert wrong in text
    path.write_text(text.replace(wrong, right), encoding="utf-8")


def test_create_writes_down_what_there_is_and_check_is_content(project: Path, run: Run) -> None:
    assert run("check")[0] == 1
    assert run("baseline", "create") == (0, "7 issues in 2 files → .zhengming/baseline.jsonl\n", "")
    assert [list(entry) for entry in entries()] == [["fingerprint", "code", "concept", "count", "example"]] * 7
    assert sorted(str(entry["code"]) for entry in entries()) == "A001 C001 C003 T001 T002 T002 T002".split()
    assert run("check")[0] == 0
    assert run("check", "--no-baseline")[0] == 1
    assert (project / KEPT).is_file()


def test_check_never_adds_to_it(run: Run) -> None:
    run("baseline", "create")
    before = KEPT.read_bytes()
    corrected(SECOND, "Prices of rare-earth permanent magnets rose.", "Prices rose.")
    status, out, _ = run("check", "--output-format", "concise")
    assert status == 1
    assert (
        out == "tmx/digest-02.tmx:10:34: T001 稀土永磁体: expected “rare-earth permanent magnet”, found none of them\n"
    )
    assert KEPT.read_bytes() == before


def test_what_moves_to_another_file_and_line_is_still_known(run: Run) -> None:
    run("baseline", "create")
    corrected(FIRST, "<body>", "<body>\n\n")
    FIRST.rename("tmx/archive.tmx")
    assert run("check")[0] == 0


def test_create_does_not_replace_a_baseline_unasked(run: Run) -> None:
    run("baseline", "create")
    before = KEPT.read_bytes()
    assert run("baseline", "create") == (
        2,
        "",
        (
            "zhengming: .zhengming/baseline.jsonl: there is a baseline already; --force replaces it, "
            "`zhengming baseline prune` drops what no longer occurs\n"
        ),
    )
    assert KEPT.read_bytes() == before
    corrected(FIRST, "export restrictions", "export controls")
    assert run("baseline", "create", "--force")[1] == "6 issues in 2 files → .zhengming/baseline.jsonl\n"
    assert len(entries()) == 6


def test_create_with_paths_takes_down_their_issues_and_keeps_the_others(run: Run) -> None:
    assert run("baseline", "create", str(FIRST))[1] == "3 issues in 1 file → .zhengming/baseline.jsonl\n"
    assert sorted(str(entry["code"]) for entry in entries()) == ["T001", "T002", "T002"]
    assert run("baseline", "create", "--force", str(SECOND))[0] == 0
    assert len(entries()) == 6


def test_create_has_nothing_to_write_where_nothing_is_wrong(run: Run) -> None:
    SECOND.unlink()
    corrected(FIRST, "export restriction", "export control")
    corrected(FIRST, "moved on by way of a third country", "in transshipment through a third country")
    assert run("baseline", "create") == (0, "0 issues in 0 files and no baseline is needed\n", "")
    assert not KEPT.exists()


def test_ignored_issues_need_no_entry(run: Run) -> None:
    KEPT.parent.mkdir()
    ignores = '[[ignore]]\ncode = "T002"\nconcept = "EC001"\nreason = "quotes the US notice"\n'
    Path(".zhengming", "ignore.toml").write_text(ignores, encoding="utf-8")
    assert run("baseline", "create")[1] == "4 issues in 2 files → .zhengming/baseline.jsonl\n"
    assert "T002" not in {entry["code"] for entry in entries()}


def test_prune_drops_what_is_gone_and_adds_nothing(run: Run) -> None:
    run("baseline", "create")
    corrected(FIRST, "export restrictions", "export controls")
    corrected(SECOND, "Prices of rare-earth permanent magnets rose.", "Prices rose.")
    assert run("baseline", "prune") == (0, "1 issue dropped; 6 left in .zhengming/baseline.jsonl\n", "")
    assert run("check")[0] == 1
    assert run("baseline", "prune")[1] == "nothing to drop: 6 issues of .zhengming/baseline.jsonl still occur\n"


def test_prune_lowers_the_count_of_what_occurs_less_often(run: Run) -> None:
    unit = FIRST.read_text(encoding="utf-8").partition("<tu ")[2].partition("</tu>")[0]
    corrected(FIRST, "</body>", f"<tu {unit}</tu></body>")
    run("baseline", "create")
    assert 2 in {entry["count"] for entry in entries()}
    corrected(FIRST, f"<tu {unit}</tu></body>", "</body>")
    assert run("baseline", "prune")[1] == "1 issue dropped; 7 left in .zhengming/baseline.jsonl\n"
    assert {entry["count"] for entry in entries()} == {1}


def test_prune_does_not_judge_checks_that_are_turned_off(run: Run) -> None:
    run("baseline", "create")
    Path("zhengming.toml").write_text('ignore = ["T002"]\n', encoding="utf-8")
    assert run("baseline", "prune")[1] == "nothing to drop: 7 issues of .zhengming/baseline.jsonl still occur\n"


def test_nothing_is_written_while_a_file_cannot_be_read(run: Run) -> None:
    run("baseline", "create")
    before = KEPT.read_bytes()
    corrected(FIRST, "</tmx>", "")
    for arguments in (["prune"], ["create", "--force"]):
        status, out, err = run("baseline", *arguments)
        assert (status, out) == (2, "")
        assert err.startswith("zhengming: tmx/digest-01.tmx:23:1: ")
        assert err.endswith("the baseline is left as it is\n")
    assert KEPT.read_bytes() == before


def test_from_a_folder_below_the_whole_project_is_meant(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = project / "notes" / "2026"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    (project / "zhengming.toml").write_text("", encoding="utf-8")
    assert run("baseline", "create")[1] == "7 issues in 2 files → ../../.zhengming/baseline.jsonl\n"
    assert len(entries(project / KEPT)) == 7
    monkeypatch.chdir(project / "tmx")
    assert run("check")[0] == 0
    assert run("baseline", "prune")[1].startswith("nothing to drop: 7 issues")


def test_show_lists_the_entries(run: Run) -> None:
    run("baseline", "create", str(FIRST))
    assert run("baseline", "show")[1].splitlines() == [
        "T001  missing-term  TR001  x1  该批货物经第三国转运。 → The goods were moved on by way of a third country.",
        (
            "T002  deprecated-term  EC001  x1  出口管制适用于全部成员国。 → "
            "The export restriction applies to all member states."
        ),
        (
            "T002  deprecated-term  EC001  x1  商务部10月9日宣布对稀土相关技术实施出口管制。 → "
            "On 9 October MOFCOM announced export restrictions on rare-e…"
        ),
        "3 issues in 3 entries: .zhengming/baseline.jsonl",
    ]


def test_without_a_baseline_there_is_nothing_to_prune_or_show(run: Run) -> None:
    told = "zhengming: .zhengming/baseline.jsonl: there is no baseline; `zhengming baseline create` makes one\n"
    assert run("baseline", "prune") == (2, "", told)
    assert run("baseline", "show") == (2, "", told)
    assert run("--isolated", "baseline", "show")[0] == 2


def test_a_baseline_that_is_stale_is_told_of_once_all_is_checked(run: Run) -> None:
    run("baseline", "create")
    corrected(FIRST, "export restrictions", "export controls")
    assert "S003" in run("check", "--output-format", "concise")[1]
    assert "S003" not in run("check", "--output-format", "concise", str(SECOND))[1]
    assert "S003" not in run("check", "--output-format", "concise", "--select", "T,S")[1]


def test_a_folder_that_cannot_be_written_to_is_an_error(run: Run) -> None:
    KEPT.parent.write_text("no folder", encoding="utf-8")
    status, out, err = run("baseline", "create")
    assert (status, out) == (2, "")
    assert err.startswith("zhengming: .zhengming")


@pytest.mark.parametrize(
    "entry",
    [
        '{"fingerprint": "a", "code": "T001", "concept": ["x"], "count": 1}',
        '{"fingerprint": "a", "code": "T001", "concept": "x", "count": -5}',
        '{"fingerprint": "a", "code": "T001", "concept": "x", "count": true}',
        "[" * 100_000,
        "9" * 5_000,
    ],
    ids=["a concept that is a list", "a count below 1", "a count that is none", "lists without end", "a long number"],
)
def test_an_entry_that_is_none_is_told_with_its_line(run: Run, entry: str) -> None:
    run("baseline", "create")
    lines = len(entries())
    with KEPT.open("a", encoding="utf-8") as file:
        file.write(f"{entry}\n")
    for command in (["check"], ["baseline", "show"]):
        status, _, err = run(*command)
        assert status == 2
        assert err.startswith(f"zhengming: .zhengming/baseline.jsonl:{lines + 1}: the entry ")

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def _memory(project: Path, run: Run) -> None:
    (project / "trade.csv").write_text(
        "zh,en\n稀土永磁体出口,rare-earth permanent magnet exports\n出口增长3%。,Exports rose 3 percent.\n",
        encoding="utf-8",
    )
    (project / "zhengming.toml").write_text(
        'source-language = "zh-Hans"\ntarget-language = "en"\n[csv]\nsource = "zh"\ntarget = "en"\n', encoding="utf-8"
    )
    run("tm", "import", "tmx", "trade.csv")


def test_hits_stand_in_columns_those_that_break_the_termbase_last(run: Run) -> None:
    expected = (
        " 84%  出口管制适用于全部成员国。  The export restriction applies to all member states.  "
        "tmx/digest-01.tmx:9  ! T002 EC001\n"
    )
    assert run("tm", "search", "出口管制适用于部分成员国。", "--fuzzy", "50") == (0, expected, "")


def test_v_says_what_is_wrong(run: Run) -> None:
    lines = run("-v", "tm", "search", "出口管制适用于全部成员国。").out.splitlines()
    assert lines[1].startswith("      T002 major: 出口管制: “export restriction”")


def test_numbers_that_were_put_in_are_told(run: Run) -> None:
    assert run("tm", "search", "出口增长5%。").out == (
        " 99%  出口增长3%。  Exports rose 5 percent.  trade.csv:3  numbers put in\n"
    )


def test_a_project_is_searched_from_either_language(run: Run) -> None:
    assert run("tm", "search", "The goods were moved on by way of a third country.").out == (
        "100%  The goods were moved on by way of a third country.  该批货物经第三国转运。  tmx/digest-01.tmx:17\n"
    )


def test_neighbours_make_it_101(run: Run) -> None:
    found = run(
        "tm", "search", "美国从越南进口稀土永磁体。",
        "--previous", "出口管制适用于全部成员国。", "--next", "该批货物经第三国转运。", "--top", "1",
    )  # fmt: skip
    assert found.out.startswith("101%  美国从越南进口稀土永磁体。")


def test_what_is_not_there_is_said_to_be_not(run: Run) -> None:
    outcome = run("tm", "search", "三季度财务报表")
    assert outcome == (1, "", "zhengming: nothing in the memory is 70% like “三季度财务报表” (zh-Hans)\n")


def test_json_has_all_that_is_known_of_a_hit(run: Run) -> None:
    record = json.loads(run("tm", "search", "出口管制适用于全部成员国。", "--output-format", "json").out)
    (hit,) = record["hits"]
    (issue,) = hit.pop("issues")
    assert (record["schema"], record["text"]) == ("zhengming/memory/1", "出口管制适用于全部成员国。")
    assert hit == {
        "score": 100,
        "source": "出口管制适用于全部成员国。",
        "target": "The export restriction applies to all member states.",
        "proposal": "The export restriction applies to all member states.",
        "source_language": "zh-Hans-CN",
        "target_language": "en-GB",
        "place": "tmx/digest-01.tmx:9",
        "unit": "1f3b",
        "count": 1,
        "creationdate": None,
        "creationid": None,
        "changedate": None,
        "changeid": None,
        "properties": [],
    }
    assert (issue["code"], issue["concept"], issue["found"]) == ("T002", "EC001", "export restriction")


def test_json_says_that_nothing_was_found(run: Run) -> None:
    outcome = run("tm", "search", "三季度财务报表", "--output-format", "json")
    assert (outcome.status, json.loads(outcome.out)["hits"]) == (1, [])


def test_places_are_seen_from_where_one_is(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "tmx")
    assert "  digest-01.tmx:17" in run("tm", "search", "该批货物经第三国转运。").out


def test_the_settings_say_which_issues_count(project: Path, run: Run) -> None:
    with (project / "zhengming.toml").open("a", encoding="utf-8") as settings:
        settings.write("[severity]\nT002 = 'minor'\n")
    assert "! T002" in run("tm", "search", "出口管制适用于全部成员国。").out
    settings_text = (project / "zhengming.toml").read_text(encoding="utf-8")
    (project / "zhengming.toml").write_text('ignore = ["T002"]\n' + settings_text, encoding="utf-8")
    assert "!" not in run("tm", "search", "出口管制适用于全部成员国。").out


def test_without_a_memory_it_is_said_how_to_make_one(run: Run) -> None:
    outcome = run("tm", "search", "稀土", "--memory", "other.db")
    expected = "zhengming: other.db: no memory is there; make one with zhengming tm import PATH…\n"
    assert outcome == (2, "", expected)


def test_what_would_move_the_cursor_is_shown_escaped(project: Path, run: Run) -> None:
    (project / "odd.csv").write_text("zh,en\n稀土\x1b[2J,rare earths\u202e\n", encoding="utf-8")
    run("tm", "import", "odd.csv")
    out = run("tm", "search", "稀土\x1b[2J").out
    assert "\\x1b[2J" in out
    assert "\\u202e" in out

"""zhengming term diff: the screen, revisions of git, and what a change does to the files."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]
    Git = Callable[..., str]

GLOSSARY = Path("glossary.csv")


@pytest.fixture
def git(project: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """The small project as a repository, committed on branch main."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")

    def running(*arguments: str) -> str:
        call = ["git", *arguments]
        return subprocess.run(call, cwd=project, capture_output=True, encoding="utf-8", check=True).stdout

    running("init", "-q", "-b", "main")
    running("config", "user.email", "translator@example.org")
    running("config", "user.name", "A Translator")
    commit(running)
    return running


def commit(git: Git, author: str = "A Translator <translator@example.org>") -> None:
    git("add", "-A")
    git("commit", "-qm", "glossary", "--author", author)


def change(old: str, new: str) -> None:
    text = GLOSSARY.read_text(encoding="utf-8")
    assert old in text
    GLOSSARY.write_text(text.replace(old, new), encoding="utf-8")


def add(row: str) -> None:
    GLOSSARY.write_text(GLOSSARY.read_text(encoding="utf-8") + row, encoding="utf-8")


STATE = "ZZ001,trade,成员国,,participating state,,,proposed,,,\n"


def test_a_term_deprecated_is_shown_with_the_units_that_become_issues(git: Git, run: Run) -> None:
    git("checkout", "-qb", "magnets")
    change("rare-earth permanent magnet,rare earth magnet,,", "rare-earth permanent magnet,,rare earth magnet,")
    add(STATE)
    commit(git)
    status, out, err = run("term", "diff", "main..HEAD")
    assert (status, err) == (0, "")
    assert out == (
        "~ MG001 稀土永磁体  rare earth magnet: admitted → deprecated  1 unit becomes T002\n"
        "+ ZZ001 成员国      participating state (proposed)           1 unit; 0 pass, 1 would be T001 (minor)\n"
        "2 concepts of main and HEAD differ: 1 added, 1 changed; 8 units in 2 files reviewed\n"
    )


def test_terms_taken_away_and_concepts_removed(git: Git, run: Run) -> None:
    rows = GLOSSARY.read_text(encoding="utf-8").splitlines(keepends=True)
    GLOSSARY.write_text("".join(row for row in rows if not row.startswith("AN001")), encoding="utf-8")
    change(",export restriction,approved", ",,approved")
    change(",transfer transport,", ",transfer transport | way of a third country,")
    assert run("term", "diff")[1].splitlines()[:-1] == [
        "- AN001 氧化锑    antimony oxide (approved)             1 unit held it",
        "~ EC001 出口管制  deprecated: - export restriction      3 units become T001",
        "~ TR001 转运      deprecated: + way of a third country  1 unit becomes T002",
    ]
    assert git("status", "--short") == " M glossary.csv\n"


def test_a_revision_is_compared_with_the_working_tree_and_none_with_head(git: Git, run: Run) -> None:
    assert run("term", "diff") == (0, "No concept differs between HEAD and the working tree\n", "")
    add(STATE)
    assert run("term", "diff", "--no-effect")[1] == run("term", "diff", "HEAD", "--no-effect")[1]
    commit(git)
    assert run("term", "diff", "HEAD~1", "--no-effect")[1] == (
        "+ ZZ001 成员国  participating state (proposed)\n1 concept of HEAD~1 and the working tree differs: 1 added\n"
    )


def test_what_a_branch_has_changed_since_it_left(git: Git, run: Run) -> None:
    git("checkout", "-qb", "states")
    add(STATE)
    commit(git)
    git("checkout", "-q", "main")
    change("antimony oxide", "antimony(III) oxide")
    commit(git)
    assert [line[:7] for line in run("term", "diff", "main..states", "--no-effect")[1].splitlines()[:2]] == [
        "~ AN001",
        "+ ZZ001",
    ]
    assert [line[:7] for line in run("-q", "term", "diff", "main...states")[1].splitlines()] == ["+ ZZ001"]
    git("checkout", "-q", "states")
    assert [line[:7] for line in run("-q", "term", "diff", "main...")[1].splitlines()] == ["+ ZZ001"]


def test_two_files_and_a_file_of_a_revision(git: Git, run: Run) -> None:
    Path("a.csv").write_text("id,zh-Hans,en\nA1,稀土,rare earths\n", encoding="utf-8")
    Path("b.csv").write_text("id,zh-Hans,en\nA1,稀土,rare earths | REEs\n", encoding="utf-8")
    shown = "~ A1 稀土  admitted: + REEs\n1 concept of {} and b.csv differs: 1 changed\n"
    assert run("term", "diff", "a.csv", "b.csv", "--no-effect")[1] == shown.format("a.csv")
    commit(git)
    assert run("term", "diff", "HEAD:a.csv", "b.csv", "--no-effect")[1] == shown.format("HEAD:a.csv")
    status, _, err = run("term", "diff", "HEAD:c.csv", "b.csv")
    assert (status, err) == (2, "zhengming: “HEAD:c.csv”: git has no such file\n")


def test_who_approved_is_named_and_whether_he_may(git: Git, run: Run) -> None:
    add(STATE)
    commit(git)
    change("proposed", "approved")
    commit(git, "Bo <bo@example.org>")
    change("antimony oxide", "antimony(III) oxide")
    commit(git)
    approved = "^ ZZ001 成员国  proposed → approved by bo@example.org"
    assert approved in run("term", "diff", "HEAD~2..HEAD~1")[1]
    assert approved in run("term", "diff", "HEAD~2")[1]
    Path("zhengming.toml").write_text('approvers = ["translator@example.org"]\n', encoding="utf-8")
    assert f"{approved} (no approver)" in run("term", "diff", "HEAD~2")[1]
    assert "成员国  participating state (approved by bo@example.org (no approver))" in run("term", "diff", "HEAD~3")[1]


def test_what_is_approved_and_not_committed_has_no_name(git: Git, run: Run) -> None:
    add(STATE)
    commit(git)
    change("proposed", "approved")
    assert run("term", "diff")[1].splitlines()[0] == "^ ZZ001 成员国  proposed → approved  1 unit of T001 becomes major"


def test_a_glossary_that_was_not_there_was_empty(git: Git, run: Run) -> None:
    git("rm", "-q", "--cached", "glossary.csv")
    git("commit", "-qm", "gone")
    out = run("term", "diff", "HEAD", "--no-effect")[1]
    assert [line[0] for line in out.splitlines()] == ["+"] * 5 + ["5"]
    status, _, err = run("term", "diff", "HEAD..HEAD")
    assert (status, err) == (2, "zhengming: neither HEAD nor HEAD has a termbase: glossary.csv\n")


def test_a_longer_term_takes_units_from_a_shorter_one(git: Git, run: Run) -> None:
    add("ZZ002,trade,实施出口管制,,impose limits,,,approved,,,\n")
    assert run("term", "diff")[1].splitlines()[1:-1] == [
        "  EC001 出口管制 is as it was, but terms overlap: 2 units no longer hold it"
    ]
    assert git("status", "--short") == " M glossary.csv\n"


def test_every_field_has_its_words(git: Git, run: Run) -> None:
    change("industry usage", "MOFCOM 61/2025")
    change(",approved,,“Export", ",approved,soft,“Export")
    change("customs tariff", "")
    change(",,antimony oxide", ",三氧化二锑 {case},antimony oxide {GB}")
    change("TR001,trade,转运", "TR009,trade,转运")
    assert run("term", "diff", "--no-effect")[1] == (
        "~ AN001 氧化锑      preferred: antimony oxide → antimony oxide {GB}\n"
        "                    zh-Hans admitted: + 三氧化二锑 {case}\n"
        "                    source: - customs tariff\n"
        "~ EC001 出口管制    check: strict → soft\n"
        "~ MG001 稀土永磁体  source: “industry usage” → “MOFCOM 61/2025”\n"
        "~ TR009 转运        id: TR001 → TR009\n"
        "4 concepts of HEAD and the working tree differ: 4 changed\n"
    )
    assert git("status", "--short") == " M glossary.csv\n"


@pytest.mark.usefixtures("git")
def test_a_long_text_is_cut_and_the_effect_goes_below(run: Run) -> None:
    change(",rare-earth permanent magnet,", f",{'rare-earth permanent magnet ' * 9},")
    first, below = run("term", "diff")[1].splitlines()[:2]
    assert first.startswith("~ MG001 稀土永磁体  preferred: rare-earth permanent magnet → rare-earth")
    assert (first[-1], len(first) <= 100) == ("…", True)
    assert below == "                    = no unit changes"


@pytest.mark.usefixtures("git")
def test_the_exit_code_is_asked_for(run: Run) -> None:
    assert run("term", "diff", "--exit-code")[0] == 0
    add(STATE)
    assert run("term", "diff", "--exit-code", "--no-effect")[0] == 1
    assert run("term", "diff", "--no-effect")[0] == 0


@pytest.mark.usefixtures("git")
def test_json_says_all_that_the_screen_does(run: Run) -> None:
    change("rare-earth permanent magnet,rare earth magnet,,", "rare-earth permanent magnet,,rare earth magnet,")
    found = json.loads(run("term", "diff", "--output-format", "json")[1])
    assert (found["schema"], found["before"], found["after"]) == ("zhengming/term-diff/1", "HEAD", "the working tree")
    [entry] = found["changes"]
    assert (entry["kind"], entry["concept"], entry["fields"], entry["approved_by"]) == ("changed", "MG001", [], None)
    term = {"text": "rare earth magnet", "language": "en", "labels": []}
    assert entry["terms"] == [{"before": term | {"status": "admitted"}, "after": term | {"status": "deprecated"}}]
    assert entry["effect"] == [
        {"before": "pass", "after": "pass", "units": 3},
        {"before": "pass", "after": "T002 major", "units": 1},
    ]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["nobody"], "“nobody” is neither a file nor a revision of git in "),
        (["main..nobody"], "“nobody” is neither a file nor a revision of git in "),
        (["glossary.csv"], "“glossary.csv” is compared with what? Name a second file or a revision"),
        (["a", "b", "c"], "two versions are compared, not more"),
        (["--", "--output=x"], "“--output=x” is neither a file nor a revision of git in "),
    ],
)
@pytest.mark.usefixtures("git")
def test_what_is_no_version_is_told(run: Run, arguments: list[str], problem: str) -> None:
    status, out, err = run("term", "diff", *arguments)
    assert (status, out) == (2, "")
    assert problem in err


@pytest.mark.usefixtures("project")
def test_without_git_files_can_be_compared_and_revisions_not(run: Run) -> None:
    assert run("term", "diff", "glossary.csv", "glossary.csv")[0] == 0
    assert "neither a file nor a revision of git" in run("term", "diff")[2]


def test_a_termbase_that_could_not_be_read_then_is_told_with_its_revision(git: Git, run: Run) -> None:
    good = GLOSSARY.read_text(encoding="utf-8")
    GLOSSARY.write_text(good + '"x"y,\n', encoding="utf-8")
    commit(git)
    GLOSSARY.write_text(good, encoding="utf-8")
    status, _, err = run("term", "diff", "main")
    assert (status, err.startswith("zhengming: main:glossary.csv:7:1: not a table")) == (2, True)


def test_a_project_below_the_top_of_the_repository(
    git: Git, run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = project / "below"
    below.mkdir()
    (below / "zhengming.toml").write_text('termbase = ["terms.csv"]\n', encoding="utf-8")
    (below / "terms.csv").write_text("id,zh-Hans,en\nA1,稀土,rare earths\n", encoding="utf-8")
    commit(git)
    monkeypatch.chdir(below)
    (below / "terms.csv").write_text("id,zh-Hans,en\nA1,稀土,rare earths | REEs\n", encoding="utf-8")
    assert run("term", "diff", "main")[1].splitlines()[0] == "~ A1 稀土  admitted: + REEs  no unit changes"


def test_units_that_are_met_or_judged_otherwise(git: Git, run: Run) -> None:
    row = "ZZ003,trade,配额,{},quota,{},,approved,,,\n"
    versions = [
        ("", ""),
        ("价格 | 成员国", "price | member state"),
        ("价格 | 成员国", "price"),
        ("成员国", "member state"),
    ]
    outcomes = ["2 units hold it now, and pass", "1 unit becomes T001", "1 unit passes now; 1 unit no longer holds it"]
    add(row.format(*versions[0]))
    for before, after, outcome in zip(versions, versions[1:], outcomes, strict=False):
        commit(git)
        change(row.format(*before), row.format(*after))
        assert outcome in run("term", "diff")[1]
    change(row.format(*versions[3]), "")
    assert run("term", "diff")[1].splitlines()[0].endswith("2 units held it, 1 T001 no longer")


def test_branches_without_a_commit_in_common_have_not_parted(git: Git, run: Run) -> None:
    git("checkout", "-q", "--orphan", "other")
    add(STATE)
    commit(git)
    status, _, err = run("term", "diff", "main...other")
    assert (status, err) == (2, "zhengming: “main...other”: the two have no commit in common\n")
    assert run("-q", "term", "diff", "main", "other", "--no-effect")[1] == (
        "+ ZZ001 成员国  participating state (proposed)\n"
    )


@pytest.mark.usefixtures("project")
def test_a_termbase_of_one_language_can_be_compared_too(run: Run) -> None:
    Path("a.csv").write_text("id,en,en:deprecated\nA1,use,\n", encoding="utf-8")
    Path("b.csv").write_text("id,en,en:deprecated\nA1,use,utilize\n", encoding="utf-8")
    Path("c.csv").write_text("id,en\nA1,\n", encoding="utf-8")
    assert run("-q", "term", "diff", "a.csv", "b.csv", "--no-effect")[1] == "~ A1 use  deprecated: + utilize\n"
    assert run("-q", "term", "diff", "a.csv", "c.csv", "--no-effect")[1] == "~ A1  preferred: - use\n"

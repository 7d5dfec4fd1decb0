"""zhengming explain: the checks, a check's page, a concept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from zhengming.cli import pages
from zhengming.cli.registry import all_checks
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("project")


def test_a_page_is_printed_without_its_markdown(run: Run) -> None:
    status, out, err = run("explain", "M001")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[:3] == ["M001 inline-code-mismatch · major · MQM omitted-markup", "", "What it finds"]
    assert '  zh 出口管制清单<ph x="1">{fn 1}</ph>已更新。' in lines
    assert not re.search(r"```|^#|`", out, re.MULTILINE)
    assert "\n\n\n" not in out


def test_carets_stand_where_the_page_has_them(run: Run) -> None:
    lines = run("explain", "T002")[1].splitlines()
    at = next(index for index, line in enumerate(lines) if "announced export restrictions" in line)
    start, end = re.search(r"\^+", lines[at + 1]).span()  # type: ignore[union-attr]
    assert lines[at][start:end] == "export restrictions"


@pytest.mark.parametrize("subject", ["T002", "t002", "deprecated-term", "Deprecated-Term", " T002 "])
def test_a_check_is_known_by_code_and_name(run: Run, subject: str) -> None:
    assert run("explain", subject)[1].startswith("T002 deprecated-term · major · MQM termbase\n")


def test_the_legal_difference_of_export_control_and_export_restriction_is_told(run: Run) -> None:
    text = " ".join(run("explain", "T002")[1].split())
    assert "出口管制 (export control) is what the Export Control Law of 2020 provides for" in text
    assert "quotas, bans and other limits on quantity, which GATT Article XI:1 forbids in principle" in text


def test_headings_are_bold_where_there_is_colour(run: Run) -> None:
    assert "\x1b[1mWhy it matters\x1b[0m" in run("--color", "always", "explain", "A001")[1]
    assert "\x1b" not in run("explain", "A001")[1]


def test_alone_it_lists_every_check_with_what_it_finds(run: Run) -> None:
    status, out, _ = run("explain")
    assert status == 0
    assert re.findall(r"^  ([A-Z]\d{3}) ", out, re.MULTILINE) == list(all_checks())
    assert "T terminology\n" in out
    assert re.search(
        r"^  T002  deprecated-term +major +A source term that is rendered by a term dep", out, re.MULTILINE
    )


def test_a_letter_lists_its_family(run: Run) -> None:
    assert re.findall(r"^  (\w{4}) ", run("explain", "s")[1], re.MULTILINE) == ["S001", "S002", "S003"]


CONCEPT = """\
EC001 出口管制 · export control · approved
zh-Hans     出口管制
en          export control
            export controls  (admitted)
            export restriction  (deprecated)
note        “Export restriction” is 出口限制 (GATT Article XI): another measure in law.
source      Export Control Law
check       strict
place       glossary.csv:2:1
"""


@pytest.mark.parametrize("subject", ["EC001", "ec001", "出口管制", "出口管制 ", "Export Controls", "export-control"])
def test_a_concept_is_known_by_its_id_and_its_terms(run: Run, subject: str) -> None:
    assert run("explain", subject) == (0, CONCEPT, "")


def test_a_term_of_two_concepts_shows_both(run: Run) -> None:
    out = run("explain", "export restriction")[1]
    assert [line for line in out.splitlines() if " · " in line] == [
        "EC001 出口管制 · export control · approved",
        "EC002 出口限制 · export control · approved",
    ]


@pytest.mark.parametrize(
    ("subject", "hint"),
    [
        ("deprecated-trem", "; did you mean “deprecated-term”?"),
        ("稀土永磁器", "; did you mean “稀土永磁”?"),
        ("gibberish", "; `zhengming explain` lists the checks"),
    ],
)
def test_what_is_neither_is_an_error_with_the_nearest_known_name(run: Run, subject: str, hint: str) -> None:
    told = f"zhengming: “{subject}” is no check, and glossary.csv has no such term{hint}\n"
    assert run("explain", subject) == (2, "", told)


def test_without_a_glossary_the_one_that_comes_with_the_tool_is_looked_up(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starter = (project / "glossary.csv").rename(project / "starter.csv")
    monkeypatch.setattr("zhengming.cli.termbases.starter", lambda: starter)
    assert run("explain", "EC001")[1].startswith("EC001 出口管制")


def test_an_installation_that_lost_its_pages_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "folder", lambda: tmp_path)
    with pytest.raises(ZhengmingError, match=r"T002-deprecated-term\.md: No such file.*; install zhengming again"):
        pages.page(all_checks()["T002"])


FINGERPRINT = "6a36b8f0260f0251"
TRACED = """\
T002 major deprecated-term [*]  出口管制: “export restrictions” is deprecated
  ╭▸ tmx/digest-01.tmx:7:64  unit 1f3a
zh│ 商务部10月9日宣布对稀土相关技术实施出口管制。
  │                                    ────────  EC001
en│ On 9 October MOFCOM announced export restrictions on rare-earth technologies.
  │                               ━━━━━━━━━━━━━━━━━━━  use “export controls”
  = why: “Export restriction” is 出口限制 (GATT Article XI): another measure in law.
  = fix: replace (safe)

source      “出口管制” as in the termbase
allowed     none found; looked for “export control”, “export controls” and their forms
deprecated  “export restrictions” for “export restriction”: inflected or spelled otherwise
other term  “export restrictions” is 出口限制 (EC002), which the source does not speak of
see         glossary.csv:2:1 EC001 出口管制
"""


@pytest.mark.parametrize("subject", [FINGERPRINT, FINGERPRINT[:8], "tmx/digest-01.tmx:7:64", "tmx/digest-01.tmx:7"])
def test_an_issue_is_traced_to_what_it_rests_on(run: Run, subject: str) -> None:
    end = f"fingerprint {FINGERPRINT}\nmore        zhengming explain T002\n"
    assert run("explain", subject) == (0, TRACED + end, "")


def test_a_decision_to_let_it_stand_is_told_with_its_reason(run: Run, project: Path) -> None:
    decisions = project / ".zhengming" / "ignore.toml"
    decisions.parent.mkdir()
    decisions.write_text(
        f'[[ignore]]\nfingerprint = "{FINGERPRINT}"\nreason = "quotes it"\nby = "reviewer"\ndate = 2025-11-03\n',
        encoding="utf-8",
    )
    stands = "let stand   .zhengming/ignore.toml:1:1: quotes it (reviewer 2025-11-03)\n"
    assert stands in run("explain", FINGERPRINT)[1]
    assert "let stand" not in run("--isolated", "explain", FINGERPRINT)[1]


def test_so_is_the_baseline(run: Run) -> None:
    run("baseline", "create")
    assert "let stand   .zhengming/baseline.jsonl: an issue of old, counted x1\n" in run("explain", FINGERPRINT)[1]


def test_what_the_baseline_has_and_the_text_no_longer_is_said_to_be_gone(run: Run, project: Path) -> None:
    run("baseline", "create")
    memory = project / "tmx" / "digest-01.tmx"
    memory.write_text(memory.read_text(encoding="utf-8").replace("export restrictions", "export controls"), "utf-8")
    status, out, err = run("explain", FINGERPRINT)
    assert (status, out) == (2, "")
    assert f"zhengming: {FINGERPRINT}: T002 no longer occurs; it was " in err


def test_the_same_texts_in_another_file_are_one_issue(run: Run, project: Path) -> None:
    (project / "tmx" / "copy.tmx").write_bytes((project / "tmx" / "digest-01.tmx").read_bytes())
    assert "also at     tmx/digest-01.tmx:7:64\n" in run("explain", FINGERPRINT)[1]


@pytest.mark.parametrize(
    ("subject", "told"),
    [("0123456789abcdef", "no issue has that fingerprint"), ("tmx/digest-01.tmx:6", "no issue there")],
)
def test_where_there_is_no_issue_that_is_said(run: Run, subject: str, told: str) -> None:
    status, out, err = run("explain", subject)
    assert (status, out) == (2, "")
    assert f"zhengming: {subject}: {told} in 2 files; either the text has changed, or nothing is wrong with it." in err


def test_the_uses_of_a_concept_are_accounted_for(run: Run) -> None:
    status, out, err = run("explain", "--uses", "MG001")
    assert (status, err) == (0, "")
    assert out.partition("\n\n")[2] == (
        "x3  tmx/digest-01.tmx:14:41, tmx/digest-02.tmx:10:34, tmx/digest-02.tmx:14:57\n"
        "source      “稀土永磁体” as in the termbase\n"
        "allowed     “rare-earth permanent magnets” for “rare-earth permanent magnet”: inflected or spelled\n"
        "            otherwise\n"
        "\n"
        "x1  tmx/digest-02.tmx:6:41\n"
        "source      “稀土永磁体” as in the termbase\n"
        "allowed     “rare earth magnets” for “rare earth magnet”: inflected or spelled otherwise\n"
    )

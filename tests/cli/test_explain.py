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

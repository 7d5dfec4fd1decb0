"""A .csv may hold concepts or texts; which it is taken for is decided by what it says, and told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.settings import Settings
from zhengming.cli.tables import is_of_texts

if TYPE_CHECKING:
    from .conftest import Run


def judged(name: str, header: str, folder: Path, csv: dict[str, str] | None = None) -> tuple[bool, list[str]]:
    path = folder / name
    path.write_text(f"{header}\n", encoding="utf-8")
    notes: list[str] = []
    settings = Settings(folder=folder, termbase=("house.csv",), csv=csv or {})
    return is_of_texts(path, settings, notes.append), notes


@pytest.mark.parametrize("header", ["zh,en", "id,zh-CN,en-US,note", "中文;English", "原文,译文", "Source,Target"])
def test_two_columns_of_texts_make_a_table_of_texts(header: str, tmp_path: Path) -> None:
    assert judged("news.csv", header, tmp_path)[0]


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("house.csv", "zh,en"),
        ("glossary-2026.csv", "zh,en"),
        ("术语表.csv", "zh,en"),
        ("news.csv", "id,zh,en,en:deprecated"),
        ("news.csv", "id,subject_field,zh,en"),
        ("news.csv", "zh,en,definition"),
        ("news.csv", "甲,乙"),
    ],
)
def test_a_termbase_is_one_by_the_settings_its_name_or_its_columns(name: str, header: str, tmp_path: Path) -> None:
    assert judged(name, header, tmp_path) == (False, [])


def test_settings_make_any_other_table_one_of_texts(tmp_path: Path) -> None:
    columns = {"source": "A", "target": "B"}
    assert judged("news.csv", "甲,乙", tmp_path, columns)[0]
    assert not judged("news.csv", "id,zh,en:deprecated", tmp_path, columns)[0]


def test_what_a_table_is_taken_for_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    told = f"{path} is read as texts, in the columns “zh” and “en”; as a termbase: zhengming term lint {path}"
    assert judged("news.csv", "zh,en", tmp_path)[1] == [told]


@pytest.mark.usefixtures("project")
def test_a_table_in_a_folder_is_read_where_settings_name_it(run: Run) -> None:
    assert "news.csv" not in run("check", "--show-files").out
    Path("zhengming.toml").write_text("files = ['**/*.tmx', '*.csv']\n", encoding="utf-8")
    shown = run("check", "--show-files").out.split()
    assert "news.csv" in shown
    assert "glossary.csv" not in shown


@pytest.mark.usefixtures("project")
def test_a_fix_in_a_cell_changes_its_words_and_a_second_one_nothing(run: Run) -> None:
    before = Path("news.csv").read_bytes()
    assert "news.csv:3:39: T002 “transfer transport” → “transshipment”\n" in run("fix", "news.csv").out
    after = Path("news.csv").read_bytes()
    expected = before.replace(b"transfer transport", b"transshipment").replace(b"export restriction", b"export control")
    assert after == expected
    assert run("fix", "news.csv").out.startswith("Nothing to fix")
    assert Path("news.csv").read_bytes() == after


@pytest.mark.usefixtures("project")
def test_columns_without_a_language_are_a_fault_with_a_remedy(run: Run) -> None:
    Path("side.csv").write_text("原文,译文\n转运,transshipment\n", encoding="utf-8")
    outcome = run("check", "side.csv", "--output-format", "concise")
    remedy = "column “原文” does not say its language; give --source-language and --target-language"
    assert (outcome.status, outcome.out) == (2, f"side.csv:1:1: F001 {remedy}\n")
    assert run("check", "side.csv", "--source-language", "zh", "--target-language", "en").status == 0


@pytest.mark.usefixtures("project")
def test_a_spreadsheet_is_checked_and_not_fixed(run: Run) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    pytest.importorskip("python_calamine", reason="the extra xlsx is not installed")
    with xlsxwriter.Workbook("news.xlsx") as book:
        sheet = book.add_worksheet("新闻")
        sheet.write_row(0, 0, ["zh", "en"])
        sheet.write_row(1, 0, ["这批货物经第三国转运。", "The goods were sent by transfer transport."])
    outcome = run("check", "news.xlsx", "--output-format", "concise")
    assert outcome.out == "news.xlsx:新闻!B2: T002 [*] 转运: “transfer transport” is deprecated; use “transshipment”\n"
    before = Path("news.xlsx").read_bytes()
    outcome = run("fix", "news.xlsx")
    assert outcome.status == 2
    assert "news.xlsx: no text file; nothing was written to it" in outcome.err
    assert Path("news.xlsx").read_bytes() == before

"""Reports that go to a spreadsheet, and decisions that come back from one."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.deciding.decision import Action, Decision
from zhengming.cli.deciding.sheet import read
from zhengming.cli.report.rows import COLUMNS
from zhengming.termbase.errors import InvalidSettings, UnreadableFile

if TYPE_CHECKING:
    from .conftest import Run

pytestmark = pytest.mark.usefixtures("project")
CSV, XLSX = Path("report.csv"), Path("report.xlsx")


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def write(table: list[dict[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(table)
    CSV.write_text(out.getvalue(), encoding="utf-8")


def test_decisions_come_back_from_a_table(run: Run) -> None:
    run("check", "--output-format", "csv=report.csv")
    assert CSV.read_bytes().startswith(b"\xef\xbb\xbfpath,unit,line,code,")
    table = rows(CSV)
    table[0] |= {"decision": "Ignore ", "reason": "a quotation"}
    table[1] |= {"decision": "fix"}
    write(table)
    assert read(CSV) == (
        Decision(fingerprint=table[0]["fingerprint"], action=Action.IGNORE, reason="a quotation"),
        Decision(fingerprint=table[1]["fingerprint"], action=Action.FIX),
    )


def test_a_cell_is_no_formula(run: Run) -> None:
    path = Path("tmx/digest-01.tmx")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("On 9 October MOFCOM", "=On 9 October MOFCOM"), encoding="utf-8")
    run("check", "--output-format", "csv=report.csv")
    assert any(row["target"].startswith("'=On 9 October") for row in rows(CSV))


def test_a_workbook_is_the_same_each_time_and_can_be_read(run: Run) -> None:
    calamine = pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    run("check", "--output-format", "xlsx=report.xlsx", "--output-format", "xlsx=again.xlsx")
    assert XLSX.read_bytes() == Path("again.xlsx").read_bytes()
    listed = calamine.CalamineWorkbook.from_path(str(XLSX)).get_sheet_by_index(0).to_python()
    assert tuple(listed[0]) == COLUMNS
    assert len(listed) == 8
    assert read(XLSX) == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("path,decision\na,fix\n", "report.csv:1: no column “fingerprint”; fill in a report that"),
        ("fingerprint,decision\n,fix\n", "report.csv:2: the decision has lost its fingerprint; take the row out"),
        ("fingerprint,decision\na,fixx\n", "report.csv:2: “fixx” is no decision; did you mean “fix”?"),
    ],
)
def test_a_slip_is_named_with_its_row(text: str, problem: str) -> None:
    CSV.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidSettings) as error:
        read(CSV)
    assert str(error.value).startswith(problem)


def test_what_is_no_workbook_is_said() -> None:
    pytest.importorskip("python_calamine")
    XLSX.write_bytes(b"PK\x03\x04 no")
    with pytest.raises(UnreadableFile, match="no workbook that can be read"):
        read(XLSX)


def test_a_report_is_told_by_its_name(run: Run) -> None:
    outcome = run("report", "-o", "issues.md", "-o", "issues.csv", "tmx/digest-01.tmx")
    assert (outcome.status, outcome.out) == (0, "")
    assert Path("issues.md").read_text(encoding="utf-8").startswith("# zhengming\n")
    assert len(rows(Path("issues.csv"))) == 3
    assert (
        "issues.pdf: no report has that suffix; known are .html, .md, .csv, .xlsx"
        in run("report", "-o", "issues.pdf").err
    )

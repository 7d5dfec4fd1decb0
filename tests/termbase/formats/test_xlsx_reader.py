"""Spreadsheets become concepts."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.formats import sources, xlsx_reader
from zhengming.termbase.formats.source import Gathered, Wanted

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

xlsxwriter = pytest.importorskip("xlsxwriter", reason="needs xlsxwriter (extra “xlsx”)")
pytest.importorskip("python_calamine", reason="needs python-calamine (extra “xlsx”)")

Cells = list[list[object]]
MATECAT: Cells = [
    ["Forbidden", "Domain", "Definition", "zh-CN", "Notes", "en-US"],
    ["", "trade", "a paper", "许可证", "", "license"],
    [True, "trade", "", "许可证", "", "allowance"],
    ["", "", "", "稀土", 17, "rare earths"],
]


def book(**sheets: Cells) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def read(data: bytes, sheet: str | None = None) -> Gathered:
    return xlsx_reader.read(data, "g.xlsx", Wanted(sheet=sheet))


def test_rows_of_a_sheet() -> None:
    license_, earths = read(book(Read_me=[["nothing here"]], Terms=MATECAT)).concepts
    assert [f"{term.language} {term.text} {term.status.value}" for term in license_.terms] == [
        "zh-Hans-CN 许可证 preferred",
        "en-US license preferred",
        "en-US allowance deprecated",
    ]
    assert (str(earths.location), earths.note) == ("g.xlsx:Terms!A4", "17")
    assert earths.location.start is not None
    assert earths.location.start.line == 4


def test_a_sheet_may_be_asked_for() -> None:
    data = book(Old=[["稀土", "tombarthite"]], New=[["稀土", "rare earths"]])
    assert read(data).concepts[0].terms[1].text == "tombarthite"
    assert read(data, "New").concepts[0].terms[1].text == "rare earths"
    with pytest.raises(InvalidSettings, match="no sheet “Newer”; there are Old, New"):
        read(data, "Newer")


def test_formulas_are_what_they_show() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["稀土", "rare earths"])
        sheet.write(1, 0, "矿")
        sheet.write_formula(1, 1, '=HYPERLINK("http://example.org","ore")', None, "ore")
    assert read(out.getvalue()).concepts[1].terms[1].text == "ore"


def test_our_own_columns_are_a_termbase_with_all_that_they_hold() -> None:
    rows: Cells = [
        ["id", "zh-Hans", "en", "en:deprecated", "status", "check", "owner"],
        ["EC001", "出口管制", "export control", "export ban {unseen}", "proposed", "soft", "Li"],
        ["BW001", "", "", "leverage", "", "", ""],
        ["EC002", "稀土", "rare {earths", "", "maybe", "", ""],
    ]
    issues: list[Issue] = []
    termbase = sources.read(book(Terms=rows), "g.xlsx", issues.append)
    control, banned, _ = termbase
    assert (control.status.value, control.check.value, control.others) == ("proposed", "soft", (("owner", "Li"),))
    assert control.terms[2].labels == {"unseen"}
    assert [term.text for term in banned.terms] == ["leverage"]
    assert [f"{issue.location} {issue.check.code}" for issue in issues] == ["g.xlsx:Terms!A4 G005"] * 2


def test_other_columns_are_a_termbase_too() -> None:
    issues: list[Issue] = []
    termbase = sources.read(book(Terms=[*MATECAT, ["", "", "", "矿"]]), "g.xlsx", issues.append)
    assert [(concept.id, concept.status.value) for concept in termbase] == [
        ("g:line-2", "approved"),
        ("g:line-4", "approved"),
    ]
    assert [f"{issue.location} {issue.message}" for issue in issues] == ["g.xlsx:Terms!A5 no term in two languages"]


def far_out() -> bytes:
    data = io.BytesIO(book(Terms=MATECAT))
    out = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'r="F4"', b'r="XFD1048576"'))
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/a.xml", "w") as part:
        for _ in range(410):
            part.write(bytes(1_000_000))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04", "no spreadsheet: "),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "protected by a password"),
        (b"zh,en", "no spreadsheet: "),
        (book(Terms=MATECAT)[:-200], "no spreadsheet: "),
        (far_out(), "a sheet of 1,048,576 rows and 16,384 columns"),
        (bomb(), "larger than 400 MB"),
    ],
    ids=["empty", "old", "csv", "cut", "far", "bomb"],
)
def test_what_is_no_spreadsheet_is_told(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableFile, match=problem):
        read(data)


def test_an_archive_of_something_else() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(UnreadableFile, match=r"g.xlsx: no spreadsheet"):
        read(out.getvalue())


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(UnreadableFile, match=r"pip install 'zhengming\[xlsx\]', or save the sheet as CSV"):
        read(book(Terms=MATECAT))


def test_twenty_thousand_rows_are_read_in_seconds() -> None:
    rows: Cells = [["zh-CN", "en"], *([f"许可证{number}", f"license {number}"] for number in range(20_000))]
    data = book(Terms=rows)
    started = time.process_time()
    assert len(read(data).concepts) == 20_000
    assert time.process_time() - started < 10

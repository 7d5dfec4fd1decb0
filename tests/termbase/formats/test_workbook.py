"""Workbooks: what Excel cannot hold is cut and counted, or said."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.workbook import workbook

Sheet = Callable[[bytes], list[list[object]]]


def test_a_cell_holds_32767_units_of_utf_16(sheet: Sheet) -> None:
    lost = Losses()
    [[whole, cut, astral]] = sheet(workbook([["x" * 32_767, "x" * 32_768, "𠮷" * 16_384]], lost))
    assert (whole, cut, astral) == ("x" * 32_767, "x" * 32_767, "𠮷" * 16_383)
    assert lost == {"ends of cells beyond Excel's 32,767 characters": 2}


def test_a_sheet_has_16384_columns(sheet: Sheet) -> None:
    assert sheet
    with pytest.raises(InvalidSettings, match="a sheet holds 1,048,576 rows and 16,384 columns"):
        workbook([["x"] * 16_385], Losses())


def test_without_the_library_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(InvalidSettings, match=r"pip install 'zhengming\[xlsx\]'"):
        workbook([["x"]], Losses())


def test_numbers_are_numbers_and_texts_that_look_like_them_are_not(sheet: Sheet) -> None:
    assert sheet(workbook([["5", 5, 2.5, True]], Losses())) == [["5", 5.0, 2.5, True]]
